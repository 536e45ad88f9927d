import type { Building, EastNorth } from "../../../../models/community/community.ts";

/** A building's rectangle in its own frame: x along the long side, y towards the back, front (south-most long side) at −depth/2. */
export interface RectanglePlan {
  readonly centre: EastNorth;
  readonly axis: EastNorth;
  readonly widthM: number;
  readonly depthM: number;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.02;

/** The rectangle a footprint is, or null when it is something else. */
export function rectanglePlan(building: Building): RectanglePlan | null {
  const [ring, ...holes] = building.footprint;
  const [a, b, c, d] = ring ?? [];
  if (!ring || ring.length !== 4 || holes.length > 0 || !a || !b || !c || !d) return null;
  if (!near(a[0] + c[0], b[0] + d[0]) || !near(a[1] + c[1], b[1] + d[1])) return null;
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [d[0] - a[0], d[1] - a[1]];
  const [u, v] = [Math.hypot(ux, uy), Math.hypot(vx, vy)];
  if (u < 1 || v < 1 || Math.abs(ux * vx + uy * vy) > 0.02 * u * v) return null;
  const [wide, deep] = u >= v ? [u, v] : [v, u];
  let [x, y] = u >= v ? [ux / u, uy / u] : [vx / v, vy / v];
  // The front looks south: the back (x axis turned left) must not.
  if (x < -1e-9 || (Math.abs(x) <= 1e-9 && y < 0)) [x, y] = [-x, -y];
  return { centre: [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2], axis: [x, y], widthM: wide, depthM: deep };
}

/** The ring pulled inwards by a distance, corner by corner; null when the ring is too fine for that. */
export function inset(ring: readonly EastNorth[], byM: number): EastNorth[] | null {
  const inner: EastNorth[] = [];
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    const [p, q, r] = [ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n]];
    if (!p || !q || !r) return null;
    const [ax, ay] = [q[0] - p[0], q[1] - p[1]];
    const [bx, by] = [r[0] - q[0], r[1] - q[1]];
    const [la, lb] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
    if (la < 2 * byM || lb < 2 * byM) return null;
    const [nax, nay, nbx, nby] = [-ay / la, ax / la, -by / lb, bx / lb];
    const spread = 1 + nax * nbx + nay * nby;
    if (spread < 0.15) return null;
    inner.push([q[0] + ((nax + nbx) * byM) / spread, q[1] + ((nay + nby) * byM) / spread]);
  }
  return inner;
}

/** Counter-clockwise as seen from above, whatever the source said. */
export function leftTurning(ring: readonly EastNorth[]): readonly EastNorth[] {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    if (a && b) twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice >= 0 ? ring : ring.toReversed();
}
