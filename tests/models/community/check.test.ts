import { describe, expect, it } from "vitest";
import { checkCommunity, mostProblems } from "../../../models/community/check.ts";
import type { Building, Community, Dwelling } from "../../../models/community/community.ts";
import { rectangle } from "../../../models/community/geometry.ts";
import { buildingId, gridCellId } from "../../../models/ids.ts";
import { twoHouses } from "./two-houses.ts";

const withHouse = (change: Partial<Building>): Community => ({
  ...twoHouses,
  buildings: twoHouses.buildings.map((house, index) => (index === 1 ? { ...house, ...change } : house)),
});

const withHome = (change: Partial<Dwelling>): Community => ({
  ...twoHouses,
  dwellings: twoHouses.dwellings.map((home, index) => (index === 3 ? { ...home, ...change } : home)),
});

const lane = twoHouses.roads[0]!;
const lawn = twoHouses.green[0]!;
const bow = [
  [70, 15],
  [90, 25],
  [90, 15],
  [70, 25],
] as const;

const faults: readonly (readonly [what: string, rule: string, where: string, community: Community])[] = [
  [
    "two dwellings of one id",
    "unique-id",
    'dwellings[4] "w1"',
    {
      ...twoHouses,
      dwellings: [...twoHouses.dwellings, { ...twoHouses.dwellings[0]!, residents: 0 }],
      counts: { ...twoHouses.counts, dwellings: 5 },
    },
  ],
  [
    "two areas of one id in different lists",
    "unique-id",
    'areas[1] "lawn"',
    { ...twoHouses, plazas: [lawn] },
  ],
  ["two roads of one id", "unique-id", 'roads[1] "lane"', { ...twoHouses, roads: [lane, lane] }],
  [
    "a space in a building that is not there",
    "reference",
    'spaces[0] "hall"',
    { ...twoHouses, spaces: [{ ...twoHouses.spaces[0]!, building: buildingId("north") }] },
  ],
  [
    "a building of another grid cell than lists it",
    "reference",
    'gridCells[0] "G1"',
    withHouse({ gridCell: null }),
  ],
  [
    "a building of a grid cell that is not there",
    "reference",
    'buildings[1] "east"',
    withHouse({ gridCell: gridCellId("G9") }),
  ],
  ["a height that is no number", "number", "buildings[1].heightM", withHouse({ heightM: Number.NaN })],
  ["a place at infinity", "number", "dwellings[3].at[2]", withHome({ at: [80, 20, Infinity] })],
  ["a footprint that crosses itself", "footprint", 'buildings[1] "east"', withHouse({ footprint: [bow] })],
  [
    "a footprint that runs clockwise",
    "footprint",
    'buildings[1] "east"',
    withHouse({ footprint: [rectangle([80, 20], 20, 10).toReversed()] }),
  ],
  [
    "a hole that runs counter-clockwise",
    "footprint",
    'buildings[1] "east"',
    withHouse({ footprint: [rectangle([80, 20], 20, 10), rectangle([80, 20], 4, 4)] }),
  ],
  ["a building without height", "footprint", 'buildings[1] "east"', withHouse({ heightM: 0 })],
  [
    "a building beyond the extent",
    "extent",
    'buildings[1] "east"',
    withHouse({ footprint: [rectangle([95, 20], 20, 10)] }),
  ],
  [
    "an extent inside out",
    "extent",
    "extent",
    { ...twoHouses, extent: { min: [0, 0, 20], max: [100, 40, 12] } },
  ],
  ["a frame of no size", "extent", "frame", { ...twoHouses, frame: { centre: [0, 0, 0], radiusM: 0 } }],
  [
    "a road of one point",
    "shape",
    'roads[0] "lane"',
    { ...twoHouses, roads: [{ ...lane, centreLine: [[0, 5]] }] },
  ],
  ["a road without width", "shape", 'roads[0] "lane"', { ...twoHouses, roads: [{ ...lane, widthM: 0 }] }],
  ["an area that crosses itself", "shape", 'area "lawn"', { ...twoHouses, green: [{ ...lawn, ring: bow }] }],
  [
    "a flat box",
    "shape",
    "surroundings[0]",
    { ...twoHouses, surroundings: [{ centre: [200, 200], sizeM: [20, 20, 0] }] },
  ],
  ["a home above the roof", "storey", 'dwellings[3] "e2"', withHome({ storey: 3 })],
  ["a home in a unit that is not there", "storey", 'dwellings[3] "e2"', withHome({ unit: 2 })],
  ["half a resident", "residents", 'dwellings[3] "e2"', withHome({ residents: 0.5 })],
  ["a home of no area", "number", 'dwellings[3] "e2"', withHome({ areaM2: 0 })],
  [
    "residents that no home has",
    "residents",
    'buildings[1] "east"',
    withHouse({ residentsByStorey: [3, 1] }),
  ],
  ["residents of too few storeys", "residents", 'buildings[1] "east"', withHouse({ residentsByStorey: [3] })],
  ["two and a half storeys", "storey", 'buildings[1] "east"', withHouse({ storeys: 2.5 })],
  [
    "a count that is not true",
    "count",
    "counts.buildings",
    { ...twoHouses, counts: { ...twoHouses.counts, buildings: 3 } },
  ],
  ["a time zone nobody knows", "time-zone", "timeZone", { ...twoHouses, timeZone: "Asia/Xinghe" }],
];

describe("checking a community", () => {
  it("finds nothing in a sound one", () => {
    expect(checkCommunity(twoHouses)).toEqual([]);
  });

  it.each(faults)("finds %s", (_what, rule, where, community) => {
    const found = checkCommunity(community);
    expect(found.map((problem) => [problem.rule, problem.where])).toContainEqual([rule, where]);
    for (const { sentence } of found) expect(sentence).toMatch(/^.{10,}$/);
  });

  it("stops counting where more tells nothing new", () => {
    const many = Array.from({ length: 1000 }, () => lane);
    expect(checkCommunity({ ...twoHouses, roads: many })).toHaveLength(mostProblems);
  });
});
