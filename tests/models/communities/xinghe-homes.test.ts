import { describe, expect, it } from "vitest";
import { xingheGarden } from "../../../models/communities/index.ts";
import { boxHolds, boxOf } from "../../../models/community/geometry.ts";
import { indexCommunity } from "../../../models/community/index-community.ts";
import { buildingId, dwellingId } from "../../../models/ids.ts";

const garden = xingheGarden();
const index = indexCommunity(garden);
const share = (count: number, of: number): number => (100 * count) / of;

describe("the homes of Xinghe Garden", () => {
  it("house 9,000 residents in 2,790 of 3,000 dwellings", () => {
    const occupied = garden.dwellings.filter(({ residents }) => residents > 0);
    expect(occupied).toHaveLength(2790);
    expect(occupied.reduce((sum, { residents }) => sum + residents, 0)).toBe(9000);
    expect(Math.max(...occupied.map(({ residents }) => residents))).toBe(7);
  });

  it("come in the four sizes, each within half a point of its share", () => {
    for (const [areaM2, planned] of [
      [78, 18],
      [98, 34],
      [122, 33],
      [155, 15],
    ] as const) {
      const built = garden.dwellings.filter((home) => home.areaM2 === areaM2).length;
      expect(Math.abs(share(built, 3000) - planned), `${areaM2} m²`).toBeLessThanOrEqual(0.55);
    }
  });

  it("let larger households live in larger homes", () => {
    const meanOf = (areaM2: number): number => {
      const homes = garden.dwellings.filter((home) => home.areaM2 === areaM2 && home.residents > 0);
      return homes.reduce((sum, { residents }) => sum + residents, 0) / homes.length;
    };
    expect(meanOf(155)).toBeGreaterThan(meanOf(122));
    expect(meanOf(122)).toBeGreaterThan(meanOf(98));
    expect(meanOf(98)).toBeGreaterThan(meanOf(78));
  });

  it("are named by building, unit, storey and room", () => {
    expect(index.dwelling(dwellingId("XH-B-6-U1-F21-R2103"))).toMatchObject({
      name: { "zh-CN": "星河花园 B-6栋 1单元 2103室", en: "B-6, unit 1, 2103" },
      building: "B-6",
      unit: 1,
      storey: 21,
    });
    expect(index.dwelling(dwellingId("XH-C1-4-U3-F02-R202"))?.unit).toBe(3);
  });

  it("lie inside their building, on their storey, south of the stairs", () => {
    for (const { id, building, storey, at } of garden.dwellings) {
      const house = index.building(building)!;
      const box = boxOf(house.footprint[0]!);
      const floorM = 0.45 + (storey - 1) * 2.9;
      expect(boxHolds(box, [at[0], at[1]], -0.5), id).toBe(true);
      expect(at[2] > floorM && at[2] < floorM + 2.9, id).toBe(true);
      expect(at[1], id).toBeLessThan((box.south + box.north) / 2);
    }
  });

  it("keep the home of the demonstration household lived in", () => {
    const homes = index.dwellingsOf(buildingId("B-5")).filter(({ storey }) => storey === 12);
    expect(homes.map(({ id }) => id)).toContain("XH-B-5-U1-F12-R1201");
    expect(homes.every(({ residents }) => residents > 0)).toBe(true);
  });

  it("belong to eight grid cells that share all buildings, 375 homes each on average", () => {
    expect(garden.gridCells).toHaveLength(8);
    expect(garden.gridCells.flatMap(({ buildings }) => buildings).toSorted()).toEqual(
      garden.buildings.map(({ id }) => id).toSorted(),
    );
    for (const { id, buildings } of garden.gridCells) {
      const homes = buildings.reduce((sum, building) => sum + index.dwellingsOf(building).length, 0);
      expect(homes > 300 && homes < 480, id).toBe(true);
    }
  });
});

describe("the spaces of Xinghe Garden", () => {
  it("have a corridor for each of the 1,212 storeys of the stair units", () => {
    expect(garden.spaces.filter(({ id }) => id.endsWith("-corridor"))).toHaveLength(1212);
  });

  it("lie inside the building they name", () => {
    for (const { id, building, at } of garden.spaces) {
      if (building === null) continue;
      const box = boxOf(index.building(building)!.footprint[0]!);
      expect(boxHolds(box, [at[0], at[1]]), id).toBe(true);
    }
  });

  it("have the plant the programme counts", () => {
    const count = (part: string): number => garden.spaces.filter(({ id }) => id.includes(part)).length;
    expect([count("switch-room"), count("heat-substation"), count("garage-B"), count("waste-")]).toEqual([
      12, 3, 60, 10,
    ]);
  });
});
