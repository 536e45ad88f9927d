import type { Building, Community, Extent } from "./community.ts";
import { isSimpleRing, signedArea } from "./geometry.ts";
import type { Problem } from "./problem.ts";

/** A wall may lie exactly on the edge of the extent. */
const roundingM = 0.01;

function* checkBuilding(building: Building, where: string, { min, max }: Extent): Generator<Problem> {
  const [outer, ...holes] = building.footprint;
  for (const ring of building.footprint) {
    if (!isSimpleRing(ring)) {
      yield {
        rule: "footprint",
        where,
        sentence: "its footprint crosses itself or has less than three corners",
      };
      return;
    }
  }
  if (outer && signedArea(outer) <= 0) {
    yield { rule: "footprint", where, sentence: "its outer ring runs clockwise; expected counter-clockwise" };
  }
  if (holes.some((hole) => signedArea(hole) >= 0)) {
    yield { rule: "footprint", where, sentence: "a hole runs counter-clockwise; expected clockwise" };
  }
  const outside = outer?.find(
    ([east, north]) =>
      east < min[0] - roundingM ||
      north < min[1] - roundingM ||
      east > max[0] + roundingM ||
      north > max[1] + roundingM,
  );
  if (outside) {
    yield {
      rule: "extent",
      where,
      sentence: `its corner ${outside.join(" ")} lies outside the extent of the community`,
    };
  }
  if (building.heightM <= 0) {
    yield { rule: "footprint", where, sentence: `a height of ${building.heightM} m is not above 0` };
  }
}

export function* checkFootprints({ buildings, extent }: Community): Generator<Problem> {
  for (const [index, building] of buildings.entries()) {
    yield* checkBuilding(building, `buildings[${index}] "${building.id}"`, extent);
  }
}

export function* checkShapes({ roads, green, water, plazas, surroundings }: Community): Generator<Problem> {
  for (const [index, { id, centreLine, widthM }] of roads.entries()) {
    const where = `roads[${index}] "${id}"`;
    if (centreLine.length < 2) yield { rule: "shape", where, sentence: "a road needs at least two points" };
    if (widthM <= 0) yield { rule: "shape", where, sentence: `a width of ${widthM} m is not above 0` };
  }
  for (const { id, ring } of [...green, ...water, ...plazas]) {
    if (!isSimpleRing(ring)) {
      yield {
        rule: "shape",
        where: `area "${id}"`,
        sentence: "its ring crosses itself or has less than three corners",
      };
    }
  }
  for (const [index, { sizeM }] of surroundings.entries()) {
    if (sizeM.some((side) => side <= 0)) {
      yield {
        rule: "shape",
        where: `surroundings[${index}]`,
        sentence: `a box of ${sizeM.join(" × ")} m has no volume`,
      };
    }
  }
}
