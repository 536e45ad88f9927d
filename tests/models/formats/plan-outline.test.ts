import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EastNorth } from "../../../models/community/community.ts";
import { convexHull, outlineOf, twiceSignedArea, wound } from "../../../models/formats/plan-outline.ts";

const cell = (e: number, n: number): EastNorth[] => [
  [e, n],
  [e + 1, n],
  [e + 1, n + 1],
  [e, n + 1],
];
const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));

describe("outlines", () => {
  it("of cells side by side have their area, whichever way each is wound", () => {
    const steps = fc.array(fc.constantFrom<EastNorth>([1, 0], [0, 1]), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(steps, fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }), (walk, turned) => {
        let at: EastNorth = [0, 0];
        const cells = [at, ...walk.map(([e, n]) => (at = [at[0] + e, at[1] + n]))];
        const faces = cells.map(([e, n], i) => [turned[i] ? cell(e, n) : cell(e, n).toReversed()]);
        const outline = outlineOf(faces)!;
        expect(outline).toHaveLength(1);
        expect(twiceSignedArea(outline[0]!)).toBe(2 * cells.length);
      }),
    );
  });

  it("keep a court inside as a hole", () => {
    const ring = [0, 1, 2]
      .flatMap((e) => [0, 1, 2].map((n) => [e, n] as const))
      .filter(([e, n]) => e !== 1 || n !== 1);
    const [outer, hole, ...more] = outlineOf(ring.map(([e, n]) => [cell(e, n)]))!;
    expect([twiceSignedArea(outer!), twiceSignedArea(hole!), more]).toEqual([18, -2, []]);
  });

  it("are none of pieces apart", () => expect(outlineOf([[cell(0, 0)], [cell(5, 5)]])).toBeNull());

  it("are opened and wound as asked", () => {
    const closed: EastNorth[] = [...cell(0, 0), [0, 0]];
    expect(wound(closed, "outer")).toEqual(cell(0, 0));
    expect(twiceSignedArea(wound(closed, "hole"))).toBe(-2);
  });

  it("of hulls hold every point, turning left throughout", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const hull = convexHull(points);
        hull.forEach((a, i) => {
          const b = hull[(i + 1) % hull.length]!;
          for (const p of points) {
            expect((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])).toBeGreaterThanOrEqual(0);
          }
        });
      }),
    );
  });
});
