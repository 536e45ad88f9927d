import type { GridCellId } from "../ids.ts";
import type { Building, EastNorth, Extent } from "./community.ts";
import { boxOf, type Ring } from "./geometry.ts";

type Placed = Pick<Building, "gridCell" | "footprint" | "baseM" | "heightM">;

/** The narrowest convex ring around the buildings of a grid cell, counter-clockwise; null for one of no extent. */
export function cellOutline(buildings: readonly Placed[], cell: GridCellId): Ring | null {
  const ring = hull(ofCell(buildings, cell).flatMap(({ footprint }) => footprint[0] ?? []));
  return ring.length < 3 ? null : ring;
}

/** The box that the buildings of a grid cell fill; null for one of none. */
export function cellExtent(buildings: readonly Placed[], cell: GridCellId): Extent | null {
  const here = ofCell(buildings, cell).filter(({ footprint }) => footprint.length > 0);
  if (here.length === 0) return null;
  const { west, south, east, north } = boxOf(here.flatMap(({ footprint }) => footprint[0] ?? []));
  const bottomM = Math.min(...here.map(({ baseM }) => baseM));
  const topM = Math.max(...here.map(({ baseM, heightM }) => baseM + heightM));
  return { min: [west, south, bottomM], max: [east, north, topM] };
}

const ofCell = (buildings: readonly Placed[], cell: GridCellId): readonly Placed[] =>
  buildings.filter(({ gridCell }) => gridCell === cell);

/** Andrew's monotone chain (Information Processing Letters 9, 1979). */
function hull(points: readonly EastNorth[]): Ring {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly EastNorth[]): EastNorth[] => {
    const chain: EastNorth[] = [];
    for (const point of ordered) {
      while (!turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turnsLeft(a: EastNorth | undefined, b: EastNorth | undefined, c: EastNorth): boolean {
  if (a === undefined || b === undefined) return true;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
