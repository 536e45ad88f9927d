import fc from "fast-check";
import type { Ray } from "../../../../client/scene/picking/ray.ts";

export type Point = readonly [x: number, y: number, z: number];

/**
 * Metres that never lie on a round number: corners of the scenes do, so no ray runs along a wall by design of the
 * generator.
 */
export const odd = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 97, max: max * 97 }).map((n) => n / 97 + 0.00311);

/** A ray from an eye through a point. */
export function rayFrom([ox, oy, oz]: Point, through: Point): Ray {
  const [x, y, z] = [through[0] - ox, through[1] - oy, through[2] - oz];
  const length = Math.hypot(x, y, z) || 1;
  return { ox, oy, oz, dx: x / length, dy: y / length, dz: z / length };
}

/** Distance to a triangle by its plane and the signs of three areas, from either side; Infinity when missed. */
export function toTriangle(ray: Ray, a: Point, b: Point, c: Point): number {
  const n = cross(minus(b, a), minus(c, a));
  const d: Point = [ray.dx, ray.dy, ray.dz];
  const o: Point = [ray.ox, ray.oy, ray.oz];
  const steep = dot(n, d);
  if (Math.abs(steep) < 1e-12) return Infinity;
  const t = dot(n, minus(a, o)) / steep;
  if (t <= 0) return Infinity;
  const at: Point = [o[0] + t * d[0], o[1] + t * d[1], o[2] + t * d[2]];
  const inside = [
    [a, b],
    [b, c],
    [c, a],
  ].every(([p, q]) => dot(n, cross(minus(q!, p!), minus(at, p!))) >= 0);
  return inside ? t : Infinity;
}

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
