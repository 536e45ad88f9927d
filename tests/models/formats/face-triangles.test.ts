import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { triangulateFace } from "../../../models/formats/face-triangles.ts";

type Vector = readonly [number, number, number];

/** Two unit vectors across a direction, and the direction. */
function frameOf(azimuth: number, tilt: number): readonly [Vector, Vector, Vector] {
  const n: Vector = [Math.sin(tilt) * Math.cos(azimuth), Math.sin(tilt) * Math.sin(azimuth), Math.cos(tilt)];
  const u: Vector = [-Math.sin(azimuth), Math.cos(azimuth), 0];
  return [u, [n[1] * u[2] - n[2] * u[1], n[2] * u[0] - n[0] * u[2], n[0] * u[1] - n[1] * u[0]], n];
}

/** A star-shaped ring round the middle, counter-clockwise. */
const star = fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 3, maxLength: 24 });

const ringOf = (radii: readonly number[], scale: number): [number, number][] =>
  radii.map((r, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [scale * r * Math.cos(angle), scale * r * Math.sin(angle)];
  });

const planeArea = (ring: readonly (readonly [number, number])[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return sum + (x * ny - nx * y) / 2;
  }, 0);

function triangleArea(corners: readonly number[], xyz: Float64Array, normal: Vector): number {
  let area = 0;
  const at = (i: number): number[] => [...xyz.subarray(i * 3, i * 3 + 3)];
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [at(corners[i]!), at(corners[i + 1]!), at(corners[i + 2]!)] as [
      number[],
      number[],
      number[],
    ];
    const [p, q] = [b.map((v, k) => v - a[k]!), c.map((v, k) => v - a[k]!)] as [number[], number[]];
    const cross = [
      p[1]! * q[2]! - p[2]! * q[1]!,
      p[2]! * q[0]! - p[0]! * q[2]!,
      p[0]! * q[1]! - p[1]! * q[0]!,
    ];
    area += cross.reduce((sum, v, k) => sum + v * normal[k]!, 0) / 2;
  }
  return area;
}

describe("triangles of a face", () => {
  it("cover the ring without its hole, wound like it, in any plane and far from the origin", () => {
    fc.assert(
      fc.property(
        star,
        fc.option(star),
        fc.double({ min: 0, max: 7, noNaN: true }),
        fc.double({ min: 0, max: Math.PI, noNaN: true }),
        fc.constantFrom(0, 500, 500_000),
        (outer, hole, azimuth, tilt, far) => {
          const [u, v, n] = frameOf(azimuth, tilt);
          const rings = [ringOf(outer, 20), ...(hole ? [ringOf(hole, 5).toReversed()] : [])];
          const points = rings.flat().map(([x, y]) => u.map((_, k) => far + x * u[k]! + y * v[k]!));
          const xyz = new Float64Array(points.flat());
          let next = 0;
          const indices = rings.map((ring) => ring.map(() => next++));
          const face = triangulateFace(indices, xyz)!;
          const expected = rings.reduce((sum, ring) => sum + planeArea(ring), 0);
          expect(triangleArea(face.corners, xyz, face.normal)).toBeCloseTo(expected, 3);
          expect(face.crossed).toBe(false);
          expect(face.normal.reduce((sum, value, k) => sum + value * n[k]!, 0)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  const square = new Float64Array([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 2, 0, 0]);

  it("are the same when vertices repeat or the ring is closed", () => {
    const plain = triangulateFace([[0, 1, 2, 3]], square)!;
    const repeating = triangulateFace([[0, 0, 1, 2, 2, 2, 3, 0]], square)!;
    expect(triangleArea(repeating.corners, square, [0, 0, 1])).toBe(1);
    expect(repeating.normal).toEqual(plain.normal);
  });

  it.each([
    ["nothing", []],
    ["an empty ring", [[]]],
    ["two vertices", [[0, 1]]],
    ["one vertex thrice", [[2, 2, 2]]],
    ["a line", [[0, 1, 4]]],
    ["there and back", [[0, 1, 2, 1]]],
  ])("are not made of %s", (_, rings) => expect(triangulateFace(rings, square)).toBeNull());

  it("say when a ring crosses itself", () => {
    const bow = new Float64Array([0, 0, 0, 4, 0, 0, 4, 4, 0, 1, -2, 0]);
    expect(triangulateFace([[0, 1, 2, 3]], bow)!.crossed).toBe(true);
  });
});
