import type { EastNorth } from "../community/community.ts";
import { crossingOf, isSimpleRing, type Ring } from "../community/geometry.ts";
import { convexHull, twiceSignedArea, wound } from "./plan-outline.ts";

/** A ring with more corners is drawn by its hull: nobody surveyed a house with so many. */
export const mostCorners = 20_000;
/** Looking for a crossing may compare every edge with every other. */
const mostComparisons = 4e8;
const mostTurns = 200;

/**
 * A ring that does not cross itself, wound as wanted: corners that repeat go, and where two edges cross the smaller of
 * the two loops goes. Null when no area is left.
 */
export function soundRing(given: Ring, as: "outer" | "hole"): Ring | null {
  let ring: Ring = withoutRepeats(given);
  const turns = Math.min(mostTurns, mostComparisons / ring.length ** 2);
  for (let turn = 0; ring.length <= mostCorners && turn < turns; turn++) {
    const crossing = ring.length < 3 ? null : crossingOf(ring);
    if (crossing === null) break;
    ring = largerLoop(ring, crossing);
  }
  if (ring.length > mostCorners || !isSimpleRing(ring)) ring = convexHull(withoutRepeats(given));
  return ring.length >= 3 && twiceSignedArea(ring) !== 0 ? wound(ring, as) : null;
}

function withoutRepeats(ring: Ring): EastNorth[] {
  return ring.filter(([east, north], at) => {
    const [beforeEast, beforeNorth] = ring.at(at - 1) ?? [Number.NaN, Number.NaN];
    return east !== beforeEast || north !== beforeNorth;
  });
}

/** The ring cut in two where its edges cross. */
function largerLoop(ring: Ring, [i, j]: readonly [number, number]): EastNorth[] {
  const at = meetingOf(ring, i, j);
  const loops = [
    [...ring.slice(i + 1, j + 1), at],
    [...ring.slice(j + 1), ...ring.slice(0, i + 1), at],
  ].map(withoutRepeats);
  const [one = [], other = []] = loops;
  return Math.abs(twiceSignedArea(one)) >= Math.abs(twiceSignedArea(other)) ? one : other;
}

function meetingOf(ring: Ring, i: number, j: number): EastNorth {
  const corner = (at: number): EastNorth => ring[at % ring.length] ?? [0, 0];
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [corner(i), corner(i + 1), corner(j), corner(j + 1)];
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
  return [ax + along * (bx - ax), ay + along * (by - ay)];
}
