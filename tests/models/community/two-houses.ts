import type { Building, Community, Dwelling } from "../../../models/community/community.ts";
import { rectangle } from "../../../models/community/geometry.ts";
import { buildingId, communityId, dwellingId, gridCellId, spaceId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";

const house = (id: string, east: number): Building => ({
  id: buildingId(id),
  name: text(id, id),
  use: "residential",
  type: "A",
  gridCell: gridCellId("G1"),
  footprint: [rectangle([east, 20], 20, 10)],
  baseM: 0,
  heightM: 9,
  heightEstimated: false,
  storeys: 2,
  plinthM: 0,
  storeyHeightM: 3,
  units: 1,
  residentsByStorey: [3, 0],
});

const home = (id: string, building: string, storey: number, residents: number): Dwelling => ({
  id: dwellingId(id),
  name: text(id, id),
  building: buildingId(building),
  unit: 1,
  storey,
  areaM2: 90,
  residents,
  at: [20, 20, 1],
});

/** The smallest sound community with something of everything that is checked. */
export const twoHouses: Community = {
  id: communityId("two-houses"),
  name: text("两栋", "Two houses"),
  source: { format: "bundled", version: "1", crs: null },
  place: null,
  timeZone: "Asia/Shanghai",
  extent: { min: [0, 0, 0], max: [100, 40, 12] },
  frame: { centre: [50, 20, 0], radiusM: 60 },
  gridCells: [
    {
      id: gridCellId("G1"),
      name: text("一", "One"),
      buildings: [buildingId("west"), buildingId("east")],
    },
  ],
  buildings: [house("west", 20), house("east", 80)],
  dwellings: [
    home("w1", "west", 1, 3),
    home("w2", "west", 2, 0),
    home("e1", "east", 1, 3),
    home("e2", "east", 2, 0),
  ],
  spaces: [
    {
      id: spaceId("hall"),
      name: text("门厅", "Hall"),
      building: buildingId("west"),
      storey: 1,
      at: [20, 20, 1],
    },
  ],
  roads: [
    {
      id: "lane",
      kind: "road",
      centreLine: [
        [0, 5],
        [100, 5],
      ],
      widthM: 5,
    },
  ],
  gates: [],
  green: [{ id: "lawn", kind: "lawn", ring: rectangle([50, 20], 20, 10) }],
  water: [],
  plazas: [],
  assets: [],
  surroundings: [{ centre: [200, 200], sizeM: [20, 20, 30] }],
  mesh: null,
  counts: { buildings: 2, parts: 0, storeys: 4, dwellings: 4, vertices: 0, triangles: 0 },
  skipped: [],
};
