import type { Building, Community, EastNorth, Road, Space } from "../../community/community.ts";
import type { Box } from "../../community/geometry.ts";
import { boxOf } from "../../community/geometry.ts";
import type { BuildingId } from "../../ids.ts";

/** A building with the lengths that placing needs; axis-aligned, as all of the demo's are. */
export interface House {
  readonly building: Building;
  readonly box: Box;
  readonly storeys: number;
  readonly homes: number;
  readonly residents: number;
  /** East of the middle of a stair unit; 1 = the western one. */
  unitEastM(unit: number): number;
  /** Height of a storey's floor; 1 = ground floor. */
  floorM(storey: number): number;
}

/** The community, looked up the ways that placing asks. */
export interface Site {
  readonly community: Community;
  readonly houses: readonly House[];
  readonly residential: readonly House[];
  readonly publicHouses: readonly House[];
  house(id: BuildingId): House;
  /** Spaces whose id matches, in the community's order. */
  spaces(pattern: RegExp): readonly Space[];
}

/** How far in front of a wall a device hangs, so that it is seen and not buried. */
export const proudM = 0.18;

function houseOf(building: Building, community: Community): House {
  const box = boxOf(building.footprint[0] ?? []);
  const homes = community.dwellings.filter((dwelling) => dwelling.building === building.id);
  const storeys = building.storeys ?? 1;
  const storeyHeightM = building.storeyHeightM ?? 3;
  const widthM = box.east - box.west;
  return {
    building,
    box,
    storeys,
    homes: homes.length,
    residents: homes.reduce((sum, { residents }) => sum + residents, 0),
    unitEastM: (unit) => box.west + ((unit - 0.5) * widthM) / Math.max(1, building.units),
    floorM: (storey) => building.baseM + building.plinthM + (storey - 1) * storeyHeightM,
  };
}

export function siteOf(community: Community): Site {
  const houses = community.buildings.map((building) => houseOf(building, community));
  const byId = new Map(houses.map((house) => [house.building.id, house]));
  return {
    community,
    houses,
    residential: houses.filter(({ building }) => building.use === "residential"),
    publicHouses: houses.filter(({ building }) => building.use === "public"),
    house(id) {
      const house = byId.get(id);
      if (!house) throw new Error(`the demo has no building ${id}`);
      return house;
    },
    spaces: (pattern) => community.spaces.filter(({ id }) => pattern.test(id)),
  };
}

/** Whole numbers from 1 to `count`. */
export const oneTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

/** `count` members of a list, evenly over it, in order; each at most once. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (count >= list.length) return list;
  return Array.from(
    { length: count },
    (_, index) => list[Math.floor(((index + 0.5) * list.length) / count)],
  ).filter((member): member is T => member !== undefined);
}

/** Squared metres between two places on the ground. */
export const apart = (a: readonly number[], b: readonly number[]): number =>
  ((a[0] ?? 0) - (b[0] ?? 0)) ** 2 + ((a[1] ?? 0) - (b[1] ?? 0)) ** 2;

/** @throws when the list is empty. */
export function nearest<T>(
  list: readonly T[],
  at: readonly number[],
  whereOf: (member: T) => readonly number[],
): T {
  let best = list[0];
  if (best === undefined) throw new Error("nothing to choose the nearest of");
  for (const member of list) if (apart(whereOf(member), at) < apart(whereOf(best), at)) best = member;
  return best;
}

/** Points along the roads, evenly spaced over their whole length, `asideM` to the right of the way they run. */
export function alongRoads(
  roads: readonly Road[],
  count: number,
  asideM: (road: Road) => number,
): readonly EastNorth[] {
  const pieces = roads.flatMap((road) =>
    road.centreLine.slice(1).map((to, index) => ({ road, from: road.centreLine[index] ?? to, to })),
  );
  const lengthOf = ({ from, to }: { from: EastNorth; to: EastNorth }): number => Math.sqrt(apart(from, to));
  const totalM = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const points: EastNorth[] = [];
  let walkedM = 0;
  for (const piece of pieces) {
    const lengthM = lengthOf(piece);
    const [dx, dy] = [(piece.to[0] - piece.from[0]) / lengthM, (piece.to[1] - piece.from[1]) / lengthM];
    while (points.length < count && ((points.length + 0.5) * totalM) / count <= walkedM + lengthM) {
      const alongM = ((points.length + 0.5) * totalM) / count - walkedM;
      const aside = asideM(piece.road);
      points.push([piece.from[0] + dx * alongM + dy * aside, piece.from[1] + dy * alongM - dx * aside]);
    }
    walkedM += lengthM;
  }
  return points;
}
