import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smoothGround } from "../../../client/scene/layers/ground/smooth-ground.ts";
import { levelled } from "../../../client/scene/layers/ground/terrain.ts";

const foot = fc.record({
  at: fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 })),
  heightM: fc.integer({ min: 0, max: 80 }),
});
const metres = (list: readonly { at: readonly [number, number]; heightM: number }[]) => {
  const byPlace = new Map(
    list.map(({ at: [e, n], heightM }) => [`${e} ${n}`, { at: [e * 900, n * 900] as const, heightM }]),
  );
  return [...byPlace.values()];
};

describe("the ground between far buildings", () => {
  it("passes the feet closely, and never leaves the heights it was told by more than their own spread", () => {
    fc.assert(
      fc.property(fc.array(foot, { minLength: 3, maxLength: 40 }), (list) => {
        const feet = metres(list);
        const heights = feet.map(({ heightM }) => heightM);
        const [low, high] = [Math.min(...heights), Math.max(...heights)];
        const spread = high - low;
        const ground = smoothGround(feet);
        for (const { at, heightM } of feet)
          expect(Math.abs(ground(at) - heightM)).toBeLessThanOrEqual(0.06 * spread + 1e-6);
        for (let e = -6000; e <= 6000; e += 1500)
          for (let n = -6000; n <= 6000; n += 1500) {
            expect(ground([e, n])).toBeGreaterThan(low - spread - 1e-6);
            expect(ground([e, n])).toBeLessThan(high + spread + 1e-6);
          }
      }),
      { numRuns: 30 },
    );
  });

  it("has no hill that nobody built on: between two feet of a slope it only rises", () => {
    const ground = smoothGround([
      { at: [0, 0], heightM: 0 },
      { at: [2000, 0], heightM: 60 },
      { at: [0, 2000], heightM: 0 },
      { at: [2000, 2000], heightM: 60 },
    ]);
    const along = Array.from({ length: 21 }, (_, i) => ground([i * 100, 1000]));
    along.slice(1).forEach((height, i) => expect(height).toBeGreaterThan(along[i]!));
  });

  it("takes thousands of feet", () => {
    const feet = Array.from({ length: 3000 }, (_, i) => ({
      at: [(i % 60) * 20, Math.floor(i / 60) * 20] as const,
      heightM: (i % 60) * 0.5,
    }));
    const ground = smoothGround(feet);
    expect(Math.abs(ground([600, 500]) - 15)).toBeLessThan(1.5);
  });
});

describe("level ground under buildings", () => {
  const slope = ([e]: readonly [number, number]): number => e / 10;

  it("is at the base of each building, runs out into the slope, and leaves the rest alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 4, max: 40 }), (heightM, radiusM) => {
        const ground = levelled(slope, [{ at: [100, 0], heightM, radiusM }]);
        for (let angle = 0; angle < 6.3; angle += 0.7)
          expect(ground([100 + Math.cos(angle) * radiusM, Math.sin(angle) * radiusM])).toBeCloseTo(
            heightM,
            9,
          );
        const far = 100 + radiusM + 20 + 151;
        expect(ground([far, 0])).toBe(slope([far, 0]));
      }),
    );
  });

  it("keeps the nearer of two buildings level, however close the other is", () => {
    const ground = levelled(slope, [
      { at: [0, 0], heightM: 5, radiusM: 8 },
      { at: [40, 0], heightM: 12, radiusM: 8 },
    ]);
    expect(ground([0, 0])).toBeCloseTo(5, 6);
    expect(ground([40, 0])).toBeCloseTo(12, 6);
    const across = Array.from({ length: 161 }, (_, i) => ground([i * 0.5 - 20, 3]));
    across.slice(1).forEach((height, i) => expect(Math.abs(height - across[i]!)).toBeLessThan(3.6));
  });
});
