import type { Asset, EastNorth } from "../../community/community.ts";
import { boxOf } from "../../community/geometry.ts";
import { baseCover } from "./base-cover.ts";
import { areaPatches, linePatch, type Margins, type Patch, standsFree } from "./cover.ts";
import { plans } from "./fixture.ts";
import { places } from "./ground-areas.ts";
import { eastWallM, onGround, southWallM, westWallM } from "./measure.ts";
import { parkingAreas } from "./parking.ts";

/** A hedge is 0.8 m wide and runs west to east here. */
const hedgeWidthM = 0.8;
const pieceM = 6;

interface Hedge {
  readonly from: EastNorth;
  readonly to: EastNorth;
}

const margins: Margins = {
  building: 1,
  road: 0.8,
  path: 0.6,
  fire: 0.6,
  ramp: 0.8,
  play: 0.6,
  paved: 0.5,
  water: 1,
};
const obstacles = [...baseCover, ...areaPatches(places)];

const lies = ({ from, to }: Hedge): boolean =>
  [0, 0.25, 0.5, 0.75, 1].every((share) =>
    standsFree(obstacles, [from[0] + share * (to[0] - from[0]), from[1]], margins),
  );

/** Pieces from west to east, leaving out those that would bar a way. */
function pieces(west: number, east: number, north: number): readonly Hedge[] {
  const count = Math.max(1, Math.round((east - west) / pieceM));
  return Array.from(
    { length: count },
    (_, index): Hedge => ({
      from: [west + (index * (east - west)) / count, north],
      to: [west + ((index + 1) * (east - west)) / count, north],
    }),
  ).filter(lies);
}

/** Before the gardens of the ground floor, and behind parked cars. */
const lines: readonly Hedge[] = [
  ...plans
    .filter(({ type }) => type !== "P")
    .flatMap((plan) => pieces(westWallM(plan), eastWallM(plan), southWallM(plan) - 2.6)),
  ...parkingAreas.flatMap(({ ring }) => {
    const { west, east, south, north } = boxOf(ring);
    const behind = roadLiesSouth(south) ? north + 0.8 : south - 0.8;
    return pieces(west, east, behind);
  }),
];

/** Strips north of EW222 and EW282 begin at the road's northern edge. */
function roadLiesSouth(southM: number): boolean {
  return Math.abs(southM - 225) < 1 || Math.abs(southM - 285) < 1;
}

export const hedgePatches: readonly Patch[] = lines.map(({ from, to }) =>
  linePatch("hedge", [from, to], hedgeWidthM),
);

export const hedges: readonly Asset[] = lines.map(({ from, to }) => ({
  kind: "hedge",
  at: onGround([(from[0] + to[0]) / 2, from[1]]),
  headingDeg: 90,
  scale: Math.round((to[0] - from[0]) * 100) / 100,
}));
