import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutTrend, type TrendLines } from "../../../client/overlays/trend/layout.ts";
import type { TrendBucket } from "../../../models/trend/trend.ts";

const at = (value: number): TrendBucket => ({
  min: value - 1,
  max: value + 1,
  mean: value,
  last: value,
  known: 1,
});
const layout = (values: readonly (number | null)[], lines: Partial<TrendLines> = {}) =>
  layoutTrend(
    { fromMs: 0, bucketMs: 1, buckets: values.map((value) => (value === null ? null : at(value))) },
    { normal: null, limits: [], ...lines },
    200,
    28,
  );
const normal = { low: 10, high: 20 };

describe("the picture of a trend", () => {
  it("TR2 breaks the line where nobody vouched for a value", () => {
    const parts = (values: readonly (number | null)[]) => layout(values).line.split("M").length - 1;
    expect(parts([1, 2, 3])).toBe(1);
    expect(parts([1, null, 3, 4])).toBe(2);
    expect(parts([null, null])).toBe(0);
  });

  it("marks the last value alone, and whether it is outside what is normal", () => {
    expect(layout([15], { normal }).last?.isOutside).toBe(false);
    expect(layout([15, 25], { normal }).last?.isOutside).toBe(true);
    expect(layout([15, null], { normal }).last).toBeNull();
  });

  it("shows the limits that are near and leaves out those that would flatten the line", () => {
    expect(layout([12, 18], { normal, limits: [24, 400] }).limitsPx).toHaveLength(1);
    expect(layout([12, 18], { normal, limits: [5] }).limitsPx).toHaveLength(1);
  });

  it("stays within its picture, whatever the values", () => {
    const values = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 4 }), (all, limits) => {
        const { last, limitsPx, normal: band } = layout(all, { normal, limits });
        for (const yPx of [...limitsPx, last?.yPx ?? 5, band?.yPx ?? 5]) {
          expect(yPx).toBeGreaterThanOrEqual(0);
          expect(yPx).toBeLessThanOrEqual(28);
        }
        expect(last?.xPx ?? 0).toBeLessThanOrEqual(200);
      }),
    );
  });
});
