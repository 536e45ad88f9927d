import earcut from "earcut";
import fc from "fast-check";
import { storeysOf } from "../../../client/scene/layers/buildings/compose-building.ts";
import type { Ray } from "../../../client/scene/picking/ray.ts";
import type { Building, EastNorth } from "../../../models/community/community.ts";
import { buildingId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { toTriangle, type Point } from "./picking/rays.ts";

type Rings = readonly (readonly EastNorth[])[];

/** Outlines around the origin, in tenths of a metre: boxes, corners, courtyards; turning either way. */
const outlines: readonly ((w: number, d: number) => Rings)[] = [
  (w, d) => [
    [
      [-w, -d],
      [w, -d],
      [w, d],
      [-w, d],
    ],
  ],
  (w, d) => [
    [
      [-w, -d],
      [w, -d],
      [w, 0],
      [0, 0],
      [0, d],
      [-w, d],
    ],
  ],
  (w, d) => [
    [
      [-w, -d],
      [w, -d],
      [w, d],
      [-w, d],
    ],
    [
      [-w / 2, -d / 2],
      [-w / 2, d / 2],
      [w / 2, d / 2],
      [w / 2, -d / 2],
    ],
  ],
];

const uses = ["residential", "public", "other"] as const satisfies readonly Building["use"][];

/** A building of any of the plans a file may bring, somewhere in a square of `reachM`. */
export const anyBuilding = (reachM: number): fc.Arbitrary<Building> =>
  fc
    .record({
      outline: fc.nat({ max: outlines.length - 1 }),
      halves: fc.tuple(fc.integer({ min: 20, max: 400 }), fc.integer({ min: 20, max: 200 })),
      middle: fc.tuple(
        fc.integer({ min: -reachM * 10, max: reachM * 10 }),
        fc.integer({ min: -reachM * 10, max: reachM * 10 }),
      ),
      turn: fc.integer({ min: 0, max: 71 }),
      clockwise: fc.boolean(),
      use: fc.constantFrom(...uses),
      units: fc.integer({ min: 1, max: 4 }),
      storeys: fc.option(fc.integer({ min: 1, max: 34 }), { freq: 4 }),
      baseM: fc.integer({ min: -30, max: 80 }).map((n) => n / 10),
      heightM: fc.integer({ min: 25, max: 1000 }).map((n) => n / 10),
    })
    .map((of): Building => {
      const angle = (of.turn * 5 * Math.PI) / 180;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const rings = outlines[of.outline]!(of.halves[0] / 10, of.halves[1] / 10).map((ring) => {
        const placed = ring.map(
          ([x, y]): EastNorth => [of.middle[0] / 10 + x * c - y * s, of.middle[1] / 10 + x * s + y * c],
        );
        return of.clockwise ? placed.toReversed() : placed;
      });
      return {
        id: buildingId("any"),
        name: text("任意", "Any"),
        use: of.use,
        type: "A",
        gridCell: null,
        footprint: rings,
        baseM: of.baseM,
        heightM: of.storeys === null ? of.heightM : of.storeys * 3 + 1.9,
        heightEstimated: false,
        storeys: of.storeys,
        plinthM: of.storeys === null ? 0 : 0.5,
        storeyHeightM: of.storeys === null ? null : 3,
        units: of.units,
        residentsByStorey: [],
      };
    });

export const named = (buildings: readonly Building[]): readonly Building[] =>
  buildings.map((building, i) => ({ ...building, id: buildingId(`b${i}`) }));

/** Distance to the faces of a prism, each triangle tried; `roof` when the nearest is its top. */
export function toPrism(
  ray: Ray,
  building: Building,
): { readonly distanceM: number; readonly roof: boolean } {
  const [low, high] = [building.baseM, building.baseM + building.heightM];
  const at = ([east, north]: EastNorth, y: number): Point => [east, y, -north];
  let wall = Infinity;
  for (const ring of building.footprint)
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      wall = Math.min(
        wall,
        toTriangle(ray, at(a, low), at(b, low), at(b, high)),
        toTriangle(ray, at(a, low), at(b, high), at(a, high)),
      );
    });
  const flat = building.footprint.flat();
  const holes = building.footprint
    .slice(1)
    .map((_, i) => building.footprint.slice(0, i + 1).reduce((sum, ring) => sum + ring.length, 0));
  const corners = earcut(flat.flat(), holes);
  let top = Infinity;
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [flat[corners[i]!]!, flat[corners[i + 1]!]!, flat[corners[i + 2]!]!];
    top = Math.min(top, toTriangle(ray, at(a, high), at(b, high), at(c, high)));
  }
  return { distanceM: Math.min(wall, top), roof: top < wall };
}

export function storeyAt(building: Building, y: number): number | null {
  const { firstFloorM, storeyM, count } = storeysOf(building);
  if (building.storeys === null) return null;
  for (let storey = count; storey > 1; storey--)
    if (y >= firstFloorM + (storey - 1) * storeyM - 1e-9) return storey;
  return 1;
}
