import type { Building, CommunityDocument } from "../../../../models/community/community.ts";
import { boxOf } from "../../../../models/community/geometry.ts";
import { isMachineName, spokenName } from "../../../../models/community/spoken-name.ts";
import type { BuildingId } from "../../../../models/ids.ts";
import type { Text } from "../../../../models/language/text.ts";

/** A building that can be named, where its name is put up; metres of the scene. */
export interface LabelAnchor {
  readonly id: BuildingId;
  readonly name: Text;
  readonly x: number;
  readonly z: number;
  readonly footM: number;
  readonly topM: number;
  readonly halfM: number;
  /** False for a building that is named only when it is chosen or not well. */
  readonly speaks: boolean;
  readonly isPublic: boolean;
}

export interface LabelAnchors {
  readonly list: readonly LabelAnchor[];
  /** Buildings so far apart that a name is the only way to find one: size does not decide then. */
  readonly sparse: boolean;
}

/** In a model that names its buildings for machines so many are named: the bulkiest. */
const namedOfMachines = 12;
/** Fewer buildings to a square kilometre than this lie alone. */
const sparsePerKm2 = 40;

export function labelAnchors({ buildings, mesh }: CommunityDocument): LabelAnchors {
  const named = buildings.filter(({ footprint, name }) => footprint.length > 0 && name.en !== "");
  const bulkiest = named
    .filter(({ name }) => isMachineName(name.en))
    .toSorted((a, b) => bulkOf(b) - bulkOf(a));
  const sparse = isSparse(named);
  const few = new Set(mesh === null ? [] : sparse ? bulkiest : bulkiest.slice(0, namedOfMachines));
  return { list: named.map((building) => anchorOf(building, few)), sparse };
}

function anchorOf(building: Building, few: ReadonlySet<Building>): LabelAnchor {
  const { id, name, footprint, baseM, heightM, storeyHeightM, use } = building;
  const box = boxOf(footprint[0] ?? []);
  const isMachines = isMachineName(name.en);
  return {
    id,
    name: { "zh-CN": spokenName(name["zh-CN"]), en: spokenName(name.en) },
    x: (box.west + box.east) / 2,
    z: -(box.south + box.north) / 2,
    footM: baseM,
    // Composed buildings have works on their roofs.
    topM: baseM + heightM + (storeyHeightM === null ? 0.5 : use === "public" ? 2 : 5),
    halfM: Math.min(box.east - box.west, box.north - box.south) / 2,
    speaks: !isMachines || few.has(building),
    isPublic: use === "public",
  };
}

function bulkOf({ footprint, heightM }: Building): number {
  const box = boxOf(footprint[0] ?? []);
  return (box.east - box.west) * (box.north - box.south) * heightM;
}

function isSparse(buildings: readonly Building[]): boolean {
  if (buildings.length < 3) return false;
  const box = boxOf(buildings.flatMap(({ footprint }) => footprint[0]?.slice(0, 1) ?? []));
  return buildings.length / (((box.east - box.west) * (box.north - box.south)) / 1e6) < sparsePerKm2;
}
