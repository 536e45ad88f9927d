import type { Area, EastNorth, Road } from "../../community/community.ts";
import {
  type Box,
  boxHolds,
  boxOf,
  distanceToLine,
  distanceToRing,
  grown,
  rectangle,
  type Ring,
} from "../../community/geometry.ts";

/** What lies on the ground, as far as it decides what else may stand there. */
export type CoverKind =
  | "building"
  | "road"
  | "path"
  | "fire"
  | "water"
  | "paved"
  | "play"
  | "parking"
  | "ramp"
  | "hedge";

export interface Patch {
  readonly kind: CoverKind;
  readonly box: Box;
  /** Metres from its edge, negative inside. */
  distanceM(at: EastNorth): number;
}

export type Margins = Readonly<Partial<Record<CoverKind, number>>>;

export const ringPatch = (kind: CoverKind, ring: Ring): Patch => ({
  kind,
  box: boxOf(ring),
  distanceM: (at) => distanceToRing(at, ring),
});

const kindOfRoad: Readonly<Record<Road["kind"], CoverKind>> = {
  road: "road",
  street: "road",
  path: "path",
  "fire-lane": "fire",
};

export const linePatch = (kind: CoverKind, line: readonly EastNorth[], widthM: number): Patch => ({
  kind,
  box: grown(boxOf(line), widthM / 2),
  distanceM: (at) => distanceToLine(at, line) - widthM / 2,
});

export const roadPatch = ({ kind, centreLine, widthM }: Road): Patch =>
  linePatch(kindOfRoad[kind], centreLine, widthM);

const kindOfArea: Readonly<Partial<Record<Area["kind"], CoverKind>>> = {
  plaza: "paved",
  playground: "play",
  fitness: "play",
  parking: "parking",
  "fire-pad": "fire",
  pond: "water",
};

/** Lawns and gardens cover nothing: everything may stand on them. */
export function areaPatches(areas: readonly Area[]): readonly Patch[] {
  return areas.flatMap(({ kind, ring }) => {
    const cover = kindOfArea[kind];
    return cover ? [ringPatch(cover, ring)] : [];
  });
}

/** True when the point keeps its margin to every patch of the kinds named; kinds without a margin do not matter. */
export const standsFree = (patches: readonly Patch[], at: EastNorth, margins: Margins): boolean =>
  patches.every((patch) => {
    const margin = margins[patch.kind];
    return margin === undefined || !boxHolds(patch.box, at, margin) || patch.distanceM(at) >= margin;
  });

export const rampRing = (at: EastNorth): Ring => rectangle(at, 7, 16);
