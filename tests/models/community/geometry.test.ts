import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boxesMeet,
  boxHolds,
  boxOf,
  distanceToLine,
  distanceToRing,
  distanceToSegment,
  footprintHolds,
  grown,
  isSimpleRing,
  lineLength,
  rectangle,
  ringHolds,
  signedArea,
} from "../../../models/community/geometry.ts";

const metres = fc.double({ min: -1000, max: 1000, noNaN: true });
const point = fc.tuple(metres, metres);
const side = fc.double({ min: 1, max: 500, noNaN: true });

const ell = [
  [0, 0],
  [10, 0],
  [10, 4],
  [4, 4],
  [4, 10],
  [0, 10],
] as const;

describe("plane geometry", () => {
  it("a rectangle is simple, counter-clockwise and as large as its sides say", () => {
    fc.assert(
      fc.property(point, side, side, (centre, width, depth) => {
        const ring = rectangle(centre, width, depth);
        expect(isSimpleRing(ring)).toBe(true);
        expect(signedArea(ring)).toBeCloseTo(width * depth, 4);
        expect(signedArea(ring.toReversed())).toBeCloseTo(-width * depth, 4);
      }),
    );
  });

  it("a point lies in a rectangle exactly when both its offsets say so, and its distance to the wall is negative", () => {
    fc.assert(
      fc.property(point, side, side, point, ([x, y], width, depth, at) => {
        const [dx, dy] = [Math.abs(at[0] - x) - width / 2, Math.abs(at[1] - y) - depth / 2];
        fc.pre(Math.abs(dx) > 1e-6 && Math.abs(dy) > 1e-6);
        const ring = rectangle([x, y], width, depth);
        const inside = dx < 0 && dy < 0;
        expect(ringHolds(ring, at)).toBe(inside);
        const expected = inside ? Math.max(dx, dy) : Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
        expect(distanceToRing(at, ring)).toBeCloseTo(expected, 6);
      }),
    );
  });

  it("knows the inside of a ring that turns back, and of one with a hole", () => {
    expect(ringHolds(ell, [2, 8])).toBe(true);
    expect(ringHolds(ell, [8, 8])).toBe(false);
    const court = [rectangle([5, 5], 10, 10), rectangle([5, 5], 4, 4).toReversed()];
    expect(footprintHolds(court, [1, 1])).toBe(true);
    expect(footprintHolds(court, [5, 5])).toBe(false);
    expect(footprintHolds([], [5, 5])).toBe(false);
  });

  it("measures to the foot of the perpendicular, or to the nearer end", () => {
    expect(distanceToSegment([5, 3], [0, 0], [10, 0])).toBe(3);
    expect(distanceToSegment([13, 4], [0, 0], [10, 0])).toBe(5);
    expect(distanceToSegment([3, 4], [0, 0], [0, 0])).toBe(5);
    const line = [
      [0, 0],
      [10, 0],
      [10, 10],
    ] as const;
    expect(distanceToLine([12, 8], line)).toBe(2);
    expect(lineLength(line)).toBe(20);
  });

  it("tells a bow tie, a line and a repeated corner from a simple ring", () => {
    expect(isSimpleRing(ell)).toBe(true);
    const bow = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ] as const;
    expect(isSimpleRing(bow)).toBe(false);
    expect(isSimpleRing(ell.slice(0, 2))).toBe(false);
    expect(isSimpleRing([ell[0], ...ell])).toBe(false);
  });

  it("boxes hold, grow and meet", () => {
    const box = boxOf(ell);
    expect(box).toEqual({ west: 0, south: 0, east: 10, north: 10 });
    expect([boxHolds(box, [10.5, 5]), boxHolds(box, [10.5, 5], 1)]).toEqual([false, true]);
    const far = { west: 12, south: 0, east: 14, north: 2 };
    expect([boxesMeet(box, far), boxesMeet(grown(box, 2), far)]).toEqual([false, true]);
  });
});
