import { describe, expect, it } from "vitest";
import { xingheGarden } from "../../../models/communities/index.ts";
import type { Asset, EastNorth, Road } from "../../../models/community/community.ts";
import {
  boxesMeet,
  boxHolds,
  boxOf,
  distanceToLine,
  distanceToRing,
  grown,
  ringHolds,
} from "../../../models/community/geometry.ts";
import { indexCommunity } from "../../../models/community/index-community.ts";

const garden = xingheGarden();
const index = indexCommunity(garden);
const assets = (kind: Asset["kind"]): readonly Asset[] =>
  garden.assets.filter((asset) => asset.kind === kind);
const place = ({ at }: Asset): EastNorth => [at[0], at[1]];

const spoken = ([east, north]: EastNorth): string => `${east}, ${north}`;

const roadsOf = (...kinds: readonly Road["kind"][]): readonly Road[] =>
  garden.roads.filter(({ kind }) => kinds.includes(kind));

/** The first way the point stands on, or null. */
const wayUnder = (at: EastNorth, ways: readonly Road[]): string | null =>
  ways.find(({ centreLine, widthM }) => {
    return boxHolds(boxOf(centreLine), at, widthM / 2) && distanceToLine(at, centreLine) < widthM / 2 - 0.01;
  })?.id ?? null;

const inPond = (at: EastNorth): boolean => garden.water.some(({ ring }) => ringHolds(ring, at));

/** The group of bays the point stands in, or null. */
const bayUnder = (at: EastNorth): string | null =>
  garden.plazas.find(({ kind, ring }) => kind === "parking" && ringHolds(ring, at))?.id ?? null;

/** Every half metre of a line, its corners among them. */
const walked = (line: readonly EastNorth[]): readonly EastNorth[] =>
  line.slice(1).flatMap(([bx, by], i) => {
    const [ax, ay] = line[i]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) * 2));
    return Array.from({ length: steps + 1 }, (_, step): EastNorth => {
      const share = step / steps;
      return [ax + share * (bx - ax), ay + share * (by - ay)];
    });
  });

const inMassing = ([east, north]: EastNorth): boolean =>
  garden.surroundings.some(
    ({ centre, sizeM }) =>
      Math.abs(centre[0] - east) < sizeM[0] / 2 && Math.abs(centre[1] - north) < sizeM[1] / 2,
  );

describe("the grounds of Xinghe Garden", () => {
  it("have 1,500 to 2,500 trees, none in a wall, a way, a pad or the water", () => {
    const trees = assets("tree");
    expect(trees.length).toBeGreaterThanOrEqual(1500);
    expect(trees.length).toBeLessThanOrEqual(2500);
    const ways = roadsOf("road", "path", "fire-lane", "street");
    const pads = garden.plazas.filter(({ kind }) => kind === "fire-pad" || kind === "parking");
    for (const tree of trees) {
      const at = place(tree);
      expect(index.buildingsNear(at, 2), `tree at ${spoken(at)}`).toEqual([]);
      expect(wayUnder(at, ways), `tree at ${spoken(at)}`).toBeNull();
      expect(inPond(at) || inMassing(at), `tree at ${spoken(at)}`).toBe(false);
      expect(pads.find(({ ring }) => ringHolds(ring, at))?.id, `tree at ${spoken(at)}`).toBeUndefined();
    }
  });

  it("have trees on every side of most buildings", () => {
    const trees = assets("tree").map(place);
    const bare = garden.buildings.flatMap(({ id, footprint }) => {
      const { west, south, east, north } = boxOf(footprint[0]!);
      const beyondM = 12;
      return Object.entries({
        west: { west: west - beyondM, south, east: west, north },
        east: { west: east, south, east: east + beyondM, north },
        south: { west, south: south - beyondM, east, north: south },
        north: { west, south: north, east, north: north + beyondM },
      }).flatMap(([side, strip]) => (trees.some((at) => boxHolds(strip, at)) ? [] : [`${id} ${side}`]));
    });
    expect(bare.length, bare.join(", ")).toBeLessThan(12);
  });

  it("have exactly 320 lamps, none in a wall, on a way, in the water or in a parking bay", () => {
    const lamps = assets("lamp");
    expect(lamps).toHaveLength(320);
    const ways = roadsOf("road", "path", "fire-lane");
    for (const lamp of lamps) {
      const at = place(lamp);
      expect(bayUnder(at), `lamp at ${spoken(at)}`).toBeNull();
      expect(index.buildingsNear(at, 1), `lamp at ${spoken(at)}`).toEqual([]);
      expect(wayUnder(at, ways), `lamp at ${spoken(at)}`).toBeNull();
      expect(inPond(at), `lamp at ${spoken(at)}`).toBe(false);
    }
  });

  it("light every road: no point of one is further than 30 m from a lamp", () => {
    const lamps = assets("lamp").map(place);
    for (const { id, centreLine } of roadsOf("road")) {
      const [[ax, ay], [bx, by]] = [centreLine[0]!, centreLine[1]!];
      for (let share = 0; share <= 1; share += 0.05) {
        const at: EastNorth = [ax + share * (bx - ax), ay + share * (by - ay)];
        const nearest = Math.min(...lamps.map(([x, y]) => Math.hypot(x - at[0], y - at[1])));
        expect(nearest, `${id} at ${spoken(at)}`).toBeLessThan(30);
      }
    }
  });

  it("have 300 bays, 195 taken, clear of walls, of the water and of one another", () => {
    const bayM2 = 2.5 * 5.3;
    const bays = garden.plazas
      .filter(({ kind }) => kind === "parking")
      .map(({ ring }) => boxOf(ring))
      .reduce((sum, { west, south, east, north }) => sum + ((east - west) * (north - south)) / bayM2, 0);
    expect(bays).toBeCloseTo(300, 6);
    const cars = assets("car").map(place);
    expect(cars).toHaveLength(195);
    for (const [order, car] of cars.entries()) {
      expect(index.buildingsNear(car, 2), `car at ${spoken(car)}`).toEqual([]);
      expect(bayUnder(car), `car at ${spoken(car)}`).not.toBeNull();
      expect(inPond(car), `car at ${spoken(car)}`).toBe(false);
      expect(wayUnder(car, roadsOf("road", "path", "fire-lane")), `car at ${spoken(car)}`).toBeNull();
      for (const other of cars.slice(order + 1)) {
        expect(Math.hypot(car[0] - other[0], car[1] - other[1])).toBeGreaterThanOrEqual(2.49);
      }
    }
  });

  it("lead a path or forecourt from every unit's door to the network of ways", () => {
    const paths = roadsOf("path");
    for (const { id, units, footprint } of garden.buildings.filter(({ use }) => use === "residential")) {
      const { west, east, north } = boxOf(footprint[0]!);
      for (let unit = 0; unit < units; unit++) {
        const door: EastNorth = [west + ((unit + 0.5) * (east - west)) / units, north];
        const path = paths.find(({ centreLine }) => distanceToLine(door, centreLine) < 0.02);
        expect(path, `door ${unit + 1} of ${id}`).toBeDefined();
        const end = path!.centreLine.at(-1)!;
        const others = garden.roads.filter((way) => way !== path && way.kind !== "street");
        const gapM = Math.min(
          ...others.map(({ centreLine, widthM }) => distanceToLine(end, centreLine) - widthM / 2),
        );
        expect(gapM, `path from door ${unit + 1} of ${id}`).toBeLessThanOrEqual(0.02);
      }
    }
  });

  it("keep ways out of walls and water, between their corners too", () => {
    for (const { id, centreLine } of roadsOf("road", "path", "fire-lane")) {
      for (const at of walked(centreLine)) {
        const inside = index.buildingAt(at);
        const depthM = inside ? -distanceToRing(at, inside.footprint[0]!) : 0;
        expect(depthM, `${id} at ${spoken(at)}`).toBeLessThanOrEqual(0.01);
        expect(inPond(at), `${id} at ${spoken(at)}`).toBe(false);
      }
    }
  });

  it("keep the whole width of a path clear of walls, unless it leads to a door", () => {
    const wallM = (at: EastNorth): number =>
      Math.min(...garden.buildings.map(({ footprint }) => distanceToRing(at, footprint[0]!)));
    const passing = roadsOf("path").filter(({ centreLine }) =>
      [centreLine[0]!, centreLine.at(-1)!].every((end) => wallM(end) > 0.02),
    );
    expect(passing.length).toBeGreaterThan(20);
    for (const { id, centreLine, widthM } of passing)
      for (const at of walked(centreLine))
        expect(wallM(at) - widthM / 2, `${id} at ${spoken(at)}`).toBeGreaterThan(0.2);
  });

  it("give every residential building a pad 5 m before its south wall that meets a way", () => {
    const pads = garden.plazas.filter(({ kind }) => kind === "fire-pad");
    expect(pads).toHaveLength(33);
    for (const { id, ring } of pads) {
      const { west, south, east, north } = boxOf(ring);
      const house = garden.buildings.find((building) => id === `pad-${building.id}`)!;
      expect(boxOf(house.footprint[0]!).south - north, id).toBeCloseTo(5, 2);
      expect([east - west, north - south], id).toEqual([house.heightM > 50 ? 20 : 15, 10]);
      const met = roadsOf("road", "fire-lane").some(({ centreLine, widthM }) =>
        boxesMeet(grown(boxOf(centreLine), widthM / 2), boxOf(ring)),
      );
      expect(met, id).toBe(true);
      expect(
        garden.buildings.filter(({ footprint }) => ring.some((corner) => ringHolds(footprint[0]!, corner))),
        id,
      ).toEqual([]);
    }
  });

  it("leave the fence open at the gates and nowhere else", () => {
    const lengthM = assets("fence").reduce((sum, { scale }) => sum + scale, 0);
    expect(lengthM).toBeCloseTo(2 * (460 + 400) - (22 + 16 + 10 + 10 + 4), 0);
    for (const { id, at } of garden.gates) {
      const across = assets("fence").filter(({ at: middle, headingDeg, scale }) => {
        const along = headingDeg === 90 ? Math.abs(middle[0] - at[0]) : Math.abs(middle[1] - at[1]);
        const off = headingDeg === 90 ? Math.abs(middle[1] - at[1]) : Math.abs(middle[0] - at[0]);
        return off < 1 && along < scale / 2;
      });
      expect(across, id).toEqual([]);
    }
  });

  it("put solar arrays on the roofs of C, D, E and public buildings, about 1.5 MWp", () => {
    const arrays = assets("solar");
    const carrying = arrays.map((array) => index.buildingAt(place(array))!);
    expect(carrying.map(({ id }) => id).toSorted()).toEqual(
      garden.buildings
        .filter(({ type }) => type !== "A" && type !== "B")
        .map(({ id }) => id)
        .toSorted(),
    );
    const modulesM2 = arrays.reduce((sum, { scale }) => sum + scale, 0);
    expect(Math.abs(modulesM2 * 0.00021 - 1.5)).toBeLessThan(0.05);
    for (const [order, { at }] of arrays.entries()) expect(at[2]).toBe(carrying[order]?.heightM);
  });
});
