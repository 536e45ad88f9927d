import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { litBelow, roomNumber } from "../../../client/scene/layers/buildings/lit-rooms.ts";
import { lightsByHour } from "../../../models/community/lights-by-hour.ts";

const steps = 200;
const even = Array.from({ length: steps }, (_, i) => (i + 0.5) / steps);

/** The share of windows below a limit, counted over an even grid of pairs. */
const shareBelow = (limit: number): number =>
  even.reduce((sum, pair) => sum + even.filter((itself) => roomNumber(pair, itself) <= limit).length, 0) /
  steps ** 2;

describe("which windows are lit", () => {
  it("is the share that is asked for, at the thin ends of the numbers as in their middle", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(Math.abs(shareBelow(litBelow(share)) - share)).toBeLessThan(0.012);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves some homes lit at 00:54, as few as the hour's curve says", () => {
    const share = lightsByHour(0.9);
    expect(share).toBeGreaterThan(0.03);
    const lit = shareBelow(litBelow(share));
    expect(lit).toBeGreaterThan(0.02);
    expect(lit).toBeLessThan(0.06);
  });

  it("lights none at no share and all at the whole", () => {
    expect(litBelow(0)).toBe(0);
    expect(litBelow(1)).toBe(1);
  });
});
