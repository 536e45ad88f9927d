import type { BuildingId, DwellingId, GridCellId, SpaceId } from "../ids.ts";
import type { Building, Community, Dwelling, EastNorth, GridCell, Space } from "./community.ts";
import { type Box, boxHolds, boxOf, distanceToRing, footprintHolds } from "./geometry.ts";
import { grouped } from "./grouped.ts";

/** Looking things of a community up by id or by place. Built once; every look-up is quick. */
export interface CommunityIndex {
  building(id: BuildingId): Building | undefined;
  dwelling(id: DwellingId): Dwelling | undefined;
  space(id: SpaceId): Space | undefined;
  gridCell(id: GridCellId): GridCell | undefined;
  dwellingsOf(building: BuildingId): readonly Dwelling[];
  spacesOf(building: BuildingId): readonly Space[];
  /** The building whose footprint holds the point. */
  buildingAt(at: EastNorth): Building | undefined;
  /** Buildings whose walls are at most so far from the point, nearest first; 0 m inside. */
  buildingsNear(at: EastNorth, radiusM: number): readonly BuildingNear[];
}

export interface BuildingNear {
  readonly building: Building;
  readonly distanceM: number;
}

/** Side of the squares buildings are sorted into; about one row of houses. */
const squareM = 64;

/** Which buildings touch which square of the plan. */
class Squares {
  readonly #squares = new Map<string, Building[]>();

  add(building: Building, box: Box): void {
    for (const key of this.#keys(box)) {
      const square = this.#squares.get(key);
      if (square) square.push(building);
      else this.#squares.set(key, [building]);
    }
  }

  *touching(box: Box): Generator<Building> {
    const seen = new Set<Building>();
    for (const key of this.#keys(box)) {
      for (const building of this.#squares.get(key) ?? []) {
        if (seen.has(building)) continue;
        seen.add(building);
        yield building;
      }
    }
  }

  *#keys({ west, south, east, north }: Box): Generator<string> {
    for (let column = Math.floor(west / squareM); column <= Math.floor(east / squareM); column++) {
      for (let row = Math.floor(south / squareM); row <= Math.floor(north / squareM); row++) {
        yield `${column},${row}`;
      }
    }
  }
}

type Indexed = Pick<Community, "buildings" | "dwellings" | "spaces" | "gridCells">;

export function indexCommunity(community: Indexed): CommunityIndex {
  const { buildings, dwellings, spaces, gridCells } = community;
  const byId = {
    building: new Map(buildings.map((building) => [building.id, building])),
    dwelling: new Map(dwellings.map((dwelling) => [dwelling.id, dwelling])),
    space: new Map(spaces.map((space) => [space.id, space])),
    gridCell: new Map(gridCells.map((cell) => [cell.id, cell])),
  };
  const dwellingsOf = grouped(dwellings, ({ building }) => building);
  const spacesOf = grouped(spaces, ({ building }) => building);

  const squares = new Squares();
  const boxes = new Map<Building, Box>();
  for (const building of buildings) {
    const outer = building.footprint[0];
    if (!outer || outer.length === 0) continue;
    const box = boxOf(outer);
    boxes.set(building, box);
    squares.add(building, box);
  }

  const holds = (building: Building, at: EastNorth): boolean => {
    const box = boxes.get(building);
    return box !== undefined && boxHolds(box, at) && footprintHolds(building.footprint, at);
  };

  return {
    building: (id) => byId.building.get(id),
    dwelling: (id) => byId.dwelling.get(id),
    space: (id) => byId.space.get(id),
    gridCell: (id) => byId.gridCell.get(id),
    dwellingsOf: (building) => dwellingsOf.get(building) ?? [],
    spacesOf: (building) => spacesOf.get(building) ?? [],
    buildingAt(at) {
      for (const building of squares.touching(boxOf([at]))) if (holds(building, at)) return building;
      return undefined;
    },
    buildingsNear(at, radiusM) {
      const reach: Box = {
        west: at[0] - radiusM,
        south: at[1] - radiusM,
        east: at[0] + radiusM,
        north: at[1] + radiusM,
      };
      return [...squares.touching(reach)]
        .map((building) => ({
          building,
          distanceM: holds(building, at)
            ? 0
            : Math.min(...building.footprint.map((ring) => Math.abs(distanceToRing(at, ring)))),
        }))
        .filter(({ distanceM }) => distanceM <= radiusM)
        .toSorted((a, b) => a.distanceM - b.distanceM);
    },
  };
}
