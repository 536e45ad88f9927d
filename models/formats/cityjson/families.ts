import { notes } from "../notes.ts";
import type { Tally } from "../tally.ts";
import { bestFirst, lodRank } from "./choose-geometry.ts";
import type { CityFileObject } from "./city-file.ts";

/** A Building with everything that belongs to it, or any other object by itself. */
export interface Family {
  /** The Building; null for what belongs to none. */
  readonly building: CityFileObject | null;
  /** What of the family is drawn. */
  readonly drawn: readonly CityFileObject[];
}

const insides = /^(Building|Bridge|Tunnel)(Room|Furniture|Unit|Storey)$|^TunnelHollowSpace$/;

/**
 * Objects by the Building they are or are a part of (through any number of parents), in the file's order. Rooms and
 * furniture are left out where there is an outside, and a Building's own coarse geometry where its parts are finer:
 * drawn together they would stand inside each other.
 */
export function familiesOf(objects: readonly CityFileObject[], tally: Tally): readonly Family[] {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const parents = new Set(objects.flatMap((object) => object.parents));
  const isMereParent = (object: CityFileObject): boolean =>
    object.geometries.length === 0 && (parents.has(object.id) || object.type === "CityObjectGroup");
  const byBuilding = new Map<CityFileObject, CityFileObject[]>();
  const alone: CityFileObject[] = [];
  for (const object of objects) {
    if (object.type === "Building") byBuilding.set(object, byBuilding.get(object) ?? []);
    const building = object.type === "Building" ? object : buildingAbove(object, byId);
    if (building === null) alone.push(object);
    else {
      const members = byBuilding.get(building);
      if (members) members.push(object);
      else byBuilding.set(building, [object]);
    }
  }
  return [
    ...[...byBuilding].map(([building, members]) => ({ building, drawn: drawnOf(building, members, tally) })),
    ...alone.map((object) => ({ building: null, drawn: isMereParent(object) ? [] : [object] })),
  ];
}

/** Families are three or four deep; the limit ends walks through files that make a maze of their parents. */
const mostAncestors = 64;

function buildingAbove(
  object: CityFileObject,
  byId: ReadonlyMap<string, CityFileObject>,
): CityFileObject | null {
  const above = new Set(object.parents);
  for (const id of above) {
    const parent = byId.get(id);
    if (parent?.type === "Building") return parent;
    for (const next of parent?.parents ?? []) if (above.size < mostAncestors) above.add(next);
  }
  return null;
}

function drawnOf(
  building: CityFileObject,
  members: readonly CityFileObject[],
  tally: Tally,
): readonly CityFileObject[] {
  const bare = members.filter((member) => member !== building && bestFirst(member).length === 0);
  tally.add(notes.objectBare, bare.length);
  const shown = members.filter((member) => bestFirst(member).length > 0);
  const outside = shown.filter((member) => !insides.test(member.type));
  const kept = outside.length > 0 ? outside : shown;
  tally.add(notes.inside, shown.length - kept.length);
  const finest = kept.reduce(
    (rank, member) => (member.type === "BuildingPart" ? Math.max(rank, fineness(member)) : rank),
    Number.NEGATIVE_INFINITY,
  );
  if (!kept.includes(building) || fineness(building) >= finest) return kept;
  tally.add(notes.buildingCoarse(bestFirst(building)[0]?.lod ?? ""));
  return kept.filter((member) => member !== building);
}

/** The whole number of the best level of detail: 2 for 2.2. */
const fineness = (object: CityFileObject): number => Math.floor(lodRank(bestFirst(object)[0]?.lod ?? ""));
