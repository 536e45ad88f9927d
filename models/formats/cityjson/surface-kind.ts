import type { SurfaceKind } from "../../community/community.ts";

/** A map, not an object: a file may name its types `valueOf`. */
function named(kinds: Readonly<Record<string, SurfaceKind>>): ReadonlyMap<string, SurfaceKind> {
  return new Map(Object.entries(kinds));
}

/** Semantic surface types of CityJSON 1.0 to 2.0. */
const bySemantic: ReadonlyMap<string, SurfaceKind> = named({
  WallSurface: "wall",
  RoofSurface: "roof",
  GroundSurface: "ground",
  ClosureSurface: "wall",
  OuterCeilingSurface: "wall",
  OuterFloorSurface: "roof",
  Window: "window",
  WindowSurface: "window",
  Door: "wall",
  DoorSurface: "wall",
  InteriorWallSurface: "other",
  CeilingSurface: "other",
  FloorSurface: "other",
  WaterSurface: "water",
  WaterClosureSurface: "water",
  WaterGroundSurface: "land",
  TrafficArea: "road",
  AuxiliaryTrafficArea: "road",
  TransportationMarking: "road",
  TransportationHole: "road",
});

const byObject: ReadonlyMap<string, SurfaceKind> = named({
  Road: "road",
  Railway: "road",
  TransportSquare: "road",
  WaterBody: "water",
  Waterway: "water",
  PlantCover: "plant",
  SolitaryVegetationObject: "plant",
  LandUse: "land",
  TINRelief: "land",
});

/** Kinds that lie open to the sky: their faces look up, whichever way a file winds them. */
export const looksUp: ReadonlySet<SurfaceKind> = new Set(["road", "water", "land"]);

export interface FaceStance {
  /** Up component of the face's unit normal. */
  readonly up: number;
  /** Mean height of the face, and the heights between which its object stands. */
  readonly heightM: number;
  readonly lowestM: number;
  readonly highestM: number;
}

/** Kind of a face by its semantic surface, else by its object's type, else (buildings) by how it stands. */
export function surfaceKindOf(semantic: string | null, objectType: string, stance: FaceStance): SurfaceKind {
  const said = semantic === null ? undefined : bySemantic.get(semantic);
  if (said !== undefined) return said;
  const byType = byObject.get(objectType);
  if (byType !== undefined) return byType;
  if (!objectType.startsWith("Building")) return "other";
  if (Math.abs(stance.up) < 0.35) return "wall";
  // Files without semantics are not always wound outwards: height decides where the normal alone would mislead.
  const middle = (stance.lowestM + stance.highestM) / 2;
  const low = stance.heightM < middle;
  if (stance.up < 0) return low ? "ground" : "roof";
  return low && stance.heightM - stance.lowestM < 0.2 && stance.highestM - stance.lowestM > 1
    ? "ground"
    : "roof";
}
