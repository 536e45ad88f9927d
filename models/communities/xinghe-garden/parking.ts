import type { Area, Asset, EastNorth } from "../../community/community.ts";
import { boxRing } from "../../community/geometry.ts";
import { mulberry32 } from "../mulberry32.ts";
import { baseCover } from "./base-cover.ts";
import { type Margins, standsFree } from "./cover.ts";
import { onGround } from "./measure.ts";

const surfaceBays = 300;
const bayWidthM = 2.5;
const bayDepthM = 5.3;
const takenShare = 0.65;

/** A row of bays at right angles to a road: from the road's edge, away from it, between two eastings. */
interface Strip {
  readonly roadEdgeM: number;
  readonly away: 1 | -1;
  readonly west: number;
  readonly east: number;
}

const strip = (roadEdgeM: number, away: 1 | -1, west: number, east: number): Strip => ({
  roadEdgeM,
  away,
  west,
  east,
});

/** In the order they are filled until there are 300 bays. */
const strips: readonly Strip[] = [
  strip(112.5, -1, 18, 84),
  strip(112.5, -1, 96, 168),
  strip(112.5, -1, 292, 364),
  strip(112.5, -1, 376, 442),
  strip(165, -1, 18, 84),
  strip(165, -1, 96, 178),
  strip(165, -1, 282, 364),
  strip(165, -1, 376, 442),
  strip(225, 1, 18, 84),
  strip(225, 1, 96, 180),
  strip(225, 1, 280, 364),
  strip(225, 1, 376, 442),
  strip(285, 1, 54, 202),
  strip(285, 1, 258, 406),
];

const atMost = 6;
const islandM = 2;

const bayMargins: Margins = { building: 2, path: 0.6, fire: 0.5, road: -0.1, ramp: 1, water: 2, paved: 0.5 };

interface Bay {
  readonly centre: EastNorth;
  readonly headingDeg: 0 | 180;
}

function bayAt({ roadEdgeM, away }: Strip, west: number): Bay | null {
  const near = roadEdgeM + away * 0.05;
  const far = roadEdgeM + away * bayDepthM;
  const edges = [west, west + bayWidthM / 2, west + bayWidthM];
  const probes = edges.flatMap((east): EastNorth[] => [
    [east, near],
    [east, (near + far) / 2],
    [east, far],
  ]);
  if (!probes.every((at) => standsFree(baseCover, at, bayMargins))) return null;
  return { centre: [west + bayWidthM / 2, (near + far) / 2], headingDeg: away === 1 ? 0 : 180 };
}

/** Bays in groups of up to six with a planted island between, leaving out what crosses a path or a fire lane. */
function groupsOf(strip: Strip): readonly (readonly Bay[])[] {
  const groups: Bay[][] = [];
  let group: Bay[] = [];
  let west = strip.west;
  const end = (): void => {
    if (group.length >= 2) groups.push(group);
    group = [];
  };
  while (west + bayWidthM <= strip.east) {
    const bay = bayAt(strip, west);
    if (bay) group.push(bay);
    else end();
    west += bay ? bayWidthM : 0.5;
    if (group.length === atMost) {
      end();
      west += islandM;
    }
  }
  end();
  return groups;
}

function filled(): readonly (readonly Bay[])[] {
  let left = surfaceBays;
  return strips.flatMap(groupsOf).flatMap((group) => {
    const taken = group.slice(0, left);
    left -= taken.length;
    return taken.length > 0 ? [taken] : [];
  });
}

const groups = filled();

export const parkingAreas: readonly Area[] = groups.map((group, index) => {
  const eastings = group.map(({ centre }) => centre[0]);
  const north = group[0]?.centre[1] ?? 0;
  return {
    id: `parking-${index + 1}`,
    kind: "parking",
    ring: boxRing({
      west: Math.min(...eastings) - bayWidthM / 2,
      south: north - bayDepthM / 2,
      east: Math.max(...eastings) + bayWidthM / 2,
      north: north + bayDepthM / 2,
    }),
  };
});

const bays: readonly Bay[] = groups.flat();

/** Middles of the planted islands between two groups of a strip. */
export const parkingIslands: readonly EastNorth[] = groups.flatMap((group, index) => {
  const [last, next] = [group.at(-1)?.centre, groups[index + 1]?.[0]?.centre];
  const gap = last && next && next[1] === last[1] ? next[0] - last[0] - bayWidthM : 0;
  return last && gap >= islandM && gap < 2 * islandM
    ? [[last[0] + (bayWidthM + gap) / 2, last[1]] as const]
    : [];
});

/** One car in three is parked nose out. */
export function parkedCars(seed: number): readonly Asset[] {
  const random = mulberry32(seed);
  return bays
    .map((bay) => ({ ...bay, lot: random(), noseOut: random() < 0.33 }))
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, Math.round(surfaceBays * takenShare))
    .map(({ centre, headingDeg, noseOut }) => ({
      kind: "car",
      at: onGround(centre),
      headingDeg: noseOut ? 180 - headingDeg : headingDeg,
      scale: 1,
    }));
}
