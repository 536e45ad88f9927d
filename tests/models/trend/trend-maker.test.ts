import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrendBucket } from "../../../models/trend/trend.ts";
import { TrendMaker } from "../../../models/trend/trend-maker.ts";

const bucketMs = 100;
const buckets = 6;
const frame = { fromMs: 1_000_000, bucketMs, buckets };

interface Word {
  readonly value: number;
  readonly atMs: number;
}

/** What a stretch was, millisecond by millisecond; null when nobody vouched for any of it. */
function naive(words: readonly Word[], fromMs: number, untilMs: number): TrendBucket | null {
  const values: number[] = [];
  for (let ms = fromMs; ms < Math.min(fromMs + bucketMs, untilMs); ms++) {
    const value = words.findLast(({ atMs }) => atMs <= ms)?.value ?? Number.NaN;
    if (!Number.isNaN(value)) values.push(value);
  }
  if (values.length === 0) return null;
  return {
    min: Math.min(...values),
    max: Math.max(...values),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    last: values.at(-1)!,
    known: values.length / bucketMs,
  };
}

const words = fc
  .array(
    fc.record({
      value: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN)),
      afterMs: fc.nat(260),
    }),
    { maxLength: 25 },
  )
  .map((rows) => {
    let atMs = frame.fromMs;
    return rows.map(({ value, afterMs }): Word => ({ value, atMs: (atMs += afterMs) }));
  });

function expectSame(
  told: readonly (TrendBucket | null)[],
  fromMs: number,
  said: readonly Word[],
  untilMs: number,
) {
  for (const [k, bucket] of told.entries()) {
    const wanted = naive(said, fromMs + k * bucketMs, untilMs);
    if (wanted === null || bucket === null) expect(bucket).toBe(wanted);
    else {
      expect({ ...bucket, mean: 0 }).toEqual({ ...wanted, mean: 0 });
      expect(bucket.mean).toBeCloseTo(wanted.mean, 6);
    }
  }
}

describe("a trend", () => {
  it("TR1 TR2 tells of each bucket what a look at every millisecond tells", () => {
    fc.assert(
      fc.property(words, fc.nat(900), (said, laterMs) => {
        const maker = new TrendMaker(frame);
        for (const { value, atMs } of said) maker.take(value, atMs);
        const untilMs = (said.at(-1)?.atMs ?? frame.fromMs) + laterMs;
        const { fromMs, buckets: told } = maker.until(untilMs);
        expect(told).toHaveLength(buckets);
        expect(untilMs - fromMs).toBeLessThanOrEqual(Math.max(buckets * bucketMs, untilMs - frame.fromMs));
        expect((fromMs - frame.fromMs) % bucketMs).toBe(0);
        expect(fromMs + buckets * bucketMs).toBeGreaterThanOrEqual(untilMs);
        expectSame(told, fromMs, said, untilMs);
      }),
    );
  });

  it("TR3 goes on from one that was made before as if nothing had been between", () => {
    fc.assert(
      fc.property(words, fc.nat(25), (said, cut) => {
        const first = said.slice(0, cut);
        const seamMs = first.at(-1)?.atMs ?? frame.fromMs;
        const early = new TrendMaker(frame);
        for (const { value, atMs } of first) early.take(value, atMs);
        const late = TrendMaker.after(early.until(seamMs), seamMs);
        late.take(first.at(-1)?.value ?? Number.NaN, seamMs);
        for (const { value, atMs } of said.slice(cut)) late.take(value, atMs);
        const untilMs = (said.at(-1)?.atMs ?? frame.fromMs) + 30;
        const { fromMs, buckets: told } = late.until(untilMs);
        expectSame(told, fromMs, said, untilMs);
      }),
    );
  });

  it("TR1 crosses years in as many steps as it has buckets", () => {
    const maker = new TrendMaker(frame);
    maker.take(7, frame.fromMs);
    const { buckets: told } = maker.until(frame.fromMs + 1e12);
    expect(told).toEqual(
      Array.from({ length: buckets }, () => ({ min: 7, max: 7, mean: 7, last: 7, known: 1 })),
    );
  });
});
