import { describe, expect, it } from "vitest";
import { type Daylight, daylightAt } from "../../../client/scene/light/daylight.ts";

const numbersOf = (light: Daylight): number[] =>
  Object.values(light)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is number => typeof value === "number");

describe("light by the height of the sun", () => {
  it("never jumps: a tenth of a degree changes no part of it by more than a fiftieth of its range", () => {
    const steps = Array.from({ length: 1101 }, (_, i) => numbersOf(daylightAt(-20 + i / 10)));
    const parts = steps[0]?.length ?? 0;
    expect(parts).toBeGreaterThan(5);
    for (let part = 0; part < parts; part++) {
      const values = steps.map((step) => step[part] ?? Number.NaN);
      expect(values.every(Number.isFinite)).toBe(true);
      const range = Math.max(...values) - Math.min(...values);
      values.slice(1).forEach((value, i) => {
        expect(Math.abs(value - (values[i] ?? 0))).toBeLessThanOrEqual(range / 50 + 1e-9);
      });
    }
  });
});
