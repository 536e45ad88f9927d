import type { Building, EastNorth } from "../../community/community.ts";
import { indexCommunity } from "../../community/index-community.ts";
import { twiceSignedArea } from "../plan-outline.ts";

/** A building with the outline it was made of. */
export interface Drawn {
  readonly building: Building;
  /** OpenStreetMap: a `building:part` that is no `building` of its own. */
  readonly isPart: boolean;
}

/**
 * The buildings of a map: a part belongs to the building that holds it, which then reaches up to its top where nobody
 * stated the building's own height; a part in no building stands by itself.
 */
export function withPartsInside(drawn: readonly Drawn[]): {
  readonly buildings: readonly Building[];
  /** Parts that are in a building. */
  readonly inside: number;
} {
  if (!drawn.some(({ isPart }) => isPart))
    return { buildings: drawn.map(({ building }) => building), inside: 0 };
  const wholes = drawn.filter(({ isPart }) => !isPart).map(({ building }) => building);
  const index = indexCommunity({ buildings: wholes, dwellings: [], spaces: [], gridCells: [] });
  const tops = new Map<Building, number>();
  const alone = new Set<Building>();
  for (const { building: part, isPart } of drawn) {
    if (!isPart) continue;
    const holder = pointsInside(part)
      .map((at) => index.buildingAt(at))
      .find((each) => each !== undefined);
    if (holder === undefined) alone.add(part);
    else tops.set(holder, Math.max(tops.get(holder) ?? 0, part.baseM + part.heightM));
  }
  const buildings = drawn
    .filter(({ building, isPart }) => !isPart || alone.has(building))
    .map(({ building }) => reaching(building, tops.get(building)));
  return { buildings, inside: drawn.length - buildings.length };
}

function reaching(building: Building, topM: number | undefined): Building {
  if (topM === undefined || !building.heightEstimated || topM <= building.baseM + building.heightM)
    return building;
  return { ...building, heightM: topM - building.baseM };
}

/** Its middle, and its corners drawn a little towards it: a part often shares walls with its building. */
function pointsInside({ footprint: [ring = []] }: Building): readonly EastNorth[] {
  const middle = middleOf(ring);
  const inward = ([east, north]: EastNorth): EastNorth => [
    east + (middle[0] - east) / 10,
    north + (middle[1] - north) / 10,
  ];
  return [middle, ...ring.map(inward)];
}

function middleOf(ring: readonly EastNorth[]): EastNorth {
  const area = 3 * twiceSignedArea(ring);
  const sum = (axis: 0 | 1): number =>
    ring.reduce((total, a, i) => {
      const b = ring[(i + 1) % ring.length] ?? a;
      return total + (a[axis] + b[axis]) * (a[0] * b[1] - b[0] * a[1]);
    }, 0);
  return [sum(0) / area, sum(1) / area];
}
