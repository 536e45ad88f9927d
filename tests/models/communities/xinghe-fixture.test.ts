import { describe, expect, it } from "vitest";
import { bundledCommunities, xingheGarden } from "../../../models/communities/index.ts";
import { checkCommunity } from "../../../models/community/check.ts";
import { communityDocument } from "../../../models/community/community.ts";
import { boxOf, distanceToSegment, lineLength, signedArea } from "../../../models/community/geometry.ts";
import { toldBuildings, toldRoads } from "./programme-table.ts";

const garden = xingheGarden();
const siteM2 = 460 * 400;

describe("Xinghe Garden as programmed", () => {
  it.each(toldBuildings)("builds $id where the table says", (told) => {
    const built = garden.buildings.find(({ id }) => id === told.id);
    expect(built?.footprint).toHaveLength(1);
    expect(boxOf(built?.footprint[0] ?? [])).toEqual({
      west: told.west,
      south: told.south,
      east: told.east,
      north: told.north,
    });
    expect(built).toMatchObject({
      type: told.type,
      storeys: told.floors,
      heightM: told.heightM,
      units: told.units,
      baseM: 0,
      use: told.type === "P" ? "public" : "residential",
    });
    expect(garden.dwellings.filter(({ building }) => building === told.id)).toHaveLength(told.homes);
  });

  it("has no building and no road that the tables do not know", () => {
    expect(garden.buildings.map(({ id }) => id)).toEqual(toldBuildings.map(({ id }) => id));
    expect(garden.roads.filter(({ kind }) => kind === "road")).toEqual(toldRoads);
  });

  it("has 3,926 m of roads, none nearer than 2 m to a wall", () => {
    const roads = garden.roads.filter(({ kind }) => kind === "road");
    expect(roads.reduce((sum, { centreLine }) => sum + lineLength(centreLine), 0)).toBe(3926);
    for (const { id, centreLine, widthM } of roads) {
      const [a, b] = [centreLine[0]!, centreLine[1]!];
      for (const { footprint, id: building } of garden.buildings) {
        // Road and walls are parallel to the axes: the nearest two points include a corner of one of them.
        const { west, south, east, north } = boxOf(footprint[0]!);
        const gaps = [
          ...footprint[0]!.map((corner) => distanceToSegment(corner, a, b)),
          ...[a, b].map(([x, y]) =>
            Math.hypot(Math.max(west - x, x - east, 0), Math.max(south - y, y - north, 0)),
          ),
        ];
        expect(Math.min(...gaps) - widthM / 2, `${id} to ${building}`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it("reaches the density, the floor area ratio and the counts of the programme", () => {
    const footprintM2 = (ring: readonly (readonly [number, number])[]): number => signedArea(ring);
    const built = garden.buildings.reduce((sum, { footprint }) => sum + footprintM2(footprint[0]!), 0);
    const floors = garden.buildings.reduce(
      (sum, { footprint, storeys }) => sum + footprintM2(footprint[0]!) * (storeys ?? 0),
      0,
    );
    expect(Math.abs((built / siteM2) * 100 - 14.3)).toBeLessThanOrEqual(0.2);
    expect(Math.abs(floors / siteM2 - 2.04)).toBeLessThanOrEqual(0.02);
    expect(garden.buildings).toHaveLength(40);
    expect(garden.dwellings).toHaveLength(3000);
    expect(garden.buildings.reduce((sum, { units }) => sum + units, 0)).toBe(78);
    expect(garden.counts).toMatchObject({ buildings: 40, dwellings: 3000 });
  });

  it("opens its gates where the programme has them", () => {
    expect(garden.gates.map(({ id, at, kinds }) => [id, ...at, ...kinds])).toEqual([
      ["S", 234, 0, "vehicles", "people"],
      ["N", 230, 400, "vehicles", "people"],
      ["W", 0, 116, "people", "emergency"],
      ["E", 460, 222, "people", "emergency"],
      ["market", 272, 0, "people"],
    ]);
  });

  it("is sound, and the same at every call", () => {
    expect(checkCommunity(garden)).toEqual([]);
    expect(JSON.stringify(xingheGarden())).toBe(JSON.stringify(garden));
  });

  it("stays below 1.5 MB as a document", () => {
    expect(JSON.stringify(communityDocument(garden)).length).toBeLessThan(1_500_000);
  });

  it("is the community of that name among the bundled ones", () => {
    expect(bundledCommunities.map((bundled) => [bundled.name, bundled.load().id])).toEqual([
      ["demo", "demo"],
    ]);
  });
});
