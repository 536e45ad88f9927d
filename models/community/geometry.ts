import type { EastNorth } from "./community.ts";

/** Plane geometry in east-north metres. A ring is a list of corners, not closed; counter-clockwise outside. */
export type Ring = readonly EastNorth[];

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOf(points: readonly EastNorth[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

export const grown = (box: Box, byM: number): Box => ({
  west: box.west - byM,
  south: box.south - byM,
  east: box.east + byM,
  north: box.north + byM,
});

/** Inside the box, or at most `marginM` outside it. */
export const boxHolds = (box: Box, [x, y]: EastNorth, marginM = 0): boolean =>
  x >= box.west - marginM && x <= box.east + marginM && y >= box.south - marginM && y <= box.north + marginM;

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** The four corners of a rectangle around `[east, north]`, counter-clockwise from the south-west. */
export const rectangle = ([x, y]: EastNorth, widthM: number, depthM: number): Ring =>
  boxRing({ west: x - widthM / 2, south: y - depthM / 2, east: x + widthM / 2, north: y + depthM / 2 });

export const boxRing = ({ west, south, east, north }: Box): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** The pairs of neighbouring corners, the last with the first. */
export function* edgesOf(ring: Ring): Generator<readonly [EastNorth, EastNorth]> {
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before) yield [before, corner];
    before = corner;
  }
}

/** Square metres, positive when counter-clockwise (shoelace formula). */
export function signedArea(ring: Ring): number {
  let twice = 0;
  for (const [[ax, ay], [bx, by]] of edgesOf(ring)) twice += ax * by - bx * ay;
  return twice / 2;
}

/** Even-odd rule; a point exactly on an edge may fall on either side. */
export function ringHolds(ring: Ring, [x, y]: EastNorth): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edgesOf(ring)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Inside the outer ring and in none of the holes. */
export function footprintHolds([outer, ...holes]: readonly Ring[], at: EastNorth): boolean {
  return outer !== undefined && ringHolds(outer, at) && !holes.some((hole) => ringHolds(hole, at));
}

export function distanceToSegment([x, y]: EastNorth, [ax, ay]: EastNorth, [bx, by]: EastNorth): number {
  const [dx, dy] = [bx - ax, by - ay];
  const lengthSquared = dx * dx + dy * dy;
  const along =
    lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / lengthSquared));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

export function distanceToLine(at: EastNorth, line: readonly EastNorth[]): number {
  let nearest = Infinity;
  let before = line[0];
  for (const point of line) {
    if (before) nearest = Math.min(nearest, distanceToSegment(at, before, point));
    before = point;
  }
  return nearest;
}

/** Negative inside, by the distance to the nearest edge. */
export function distanceToRing(at: EastNorth, ring: Ring): number {
  let nearest = Infinity;
  for (const [a, b] of edgesOf(ring)) nearest = Math.min(nearest, distanceToSegment(at, a, b));
  return ringHolds(ring, at) ? -nearest : nearest;
}

export function lineLength(line: readonly EastNorth[]): number {
  let total = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (a && b) total += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return total;
}

const turn = (a: EastNorth, b: EastNorth, c: EastNorth): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** True when the two segments properly cross; touching ends do not count. */
const segmentsCross = (a: EastNorth, b: EastNorth, c: EastNorth, d: EastNorth): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/**
 * Two edges of a ring that cross, by the index of the corner each begins at, the lower one first; null when none do.
 * Only edges whose boxes meet are looked at closely.
 */
export function crossingOf(ring: Ring): readonly [number, number] | null {
  const edges = ring.map((from, at) => {
    const to = ring[(at + 1) % ring.length] ?? from;
    return { at, from, to, box: boxOf([from, to]) };
  });
  const fromWest = edges.toSorted((a, b) => a.box.west - b.box.west);
  for (const [k, one] of fromWest.entries()) {
    for (let n = k + 1; n < fromWest.length; n++) {
      const other = fromWest[n];
      if (other === undefined || other.box.west > one.box.east) break;
      if (boxesMeet(one.box, other.box) && segmentsCross(one.from, one.to, other.from, other.to))
        return one.at < other.at ? [one.at, other.at] : [other.at, one.at];
    }
  }
  return null;
}

/** At least three corners, no two neighbours equal, and no two edges that cross. */
export function isSimpleRing(ring: Ring): boolean {
  if (ring.length < 3) return false;
  for (const [a, b] of edgesOf(ring)) if (a[0] === b[0] && a[1] === b[1]) return false;
  return crossingOf(ring) === null;
}
