import type { Trend, TrendBucket } from "./trend.ts";

export interface TrendFrame {
  readonly fromMs: number;
  readonly bucketMs: number;
  readonly buckets: number;
}

/**
 * Makes a trend of values as they come, and lets its oldest bucket go for each that begins after its last. Costs the
 * same memory however often a point speaks.
 */
export class TrendMaker {
  readonly #zeroMs: number;
  readonly #bucketMs: number;
  readonly #count: number;
  /** By bucket, around and around. */
  readonly #min: Float64Array;
  readonly #max: Float64Array;
  readonly #last: Float64Array;
  /** Value × milliseconds, and the milliseconds somebody vouched for one. */
  readonly #sum: Float64Array;
  readonly #knownMs: Float64Array;
  /** Number of the oldest bucket, counted from the first one ever. */
  #oldest = 0;
  #held = Number.NaN;
  #atMs: number;

  constructor({ fromMs, bucketMs, buckets }: TrendFrame) {
    this.#zeroMs = fromMs;
    this.#atMs = fromMs;
    this.#bucketMs = bucketMs;
    this.#count = buckets;
    const column = (): Float64Array => new Float64Array(buckets);
    this.#min = column().fill(Number.POSITIVE_INFINITY);
    this.#max = column().fill(Number.NEGATIVE_INFINITY);
    this.#last = column();
    this.#sum = column();
    this.#knownMs = column();
  }

  /** One that goes on from a trend, at a moment in its last bucket or after. */
  static after(trend: Trend, nowMs: number): TrendMaker {
    const maker = new TrendMaker({ ...trend, buckets: trend.buckets.length });
    for (const [k, bucket] of trend.buckets.entries()) {
      if (bucket === null) continue;
      const knownMs = bucket.known * trend.bucketMs;
      maker.#min[k] = bucket.min;
      maker.#max[k] = bucket.max;
      maker.#last[k] = bucket.last;
      maker.#sum[k] = bucket.mean * knownMs;
      maker.#knownMs[k] = knownMs;
    }
    maker.#reach(nowMs);
    return maker;
  }

  /** From a moment on the value is this; NaN: nobody vouches for one. A moment before the last one counts as it. */
  take(value: number, atMs: number): void {
    this.#reach(atMs);
    this.#held = value;
  }

  /** The trend up to a moment, that of the last value or later. */
  until(atMs: number): Trend {
    this.#reach(atMs);
    const buckets = Array.from({ length: this.#count }, (_, k) => this.#bucket(this.#oldest + k));
    return {
      fromMs: this.#zeroMs + this.#oldest * this.#bucketMs,
      bucketMs: this.#bucketMs,
      buckets,
    };
  }

  #bucket(number: number): TrendBucket | null {
    const k = number % this.#count;
    const knownMs = this.#knownMs[k] ?? 0;
    if (knownMs === 0) return null;
    return {
      min: this.#min[k] ?? Number.NaN,
      max: this.#max[k] ?? Number.NaN,
      mean: (this.#sum[k] ?? 0) / knownMs,
      last: this.#last[k] ?? Number.NaN,
      known: Math.min(1, knownMs / this.#bucketMs),
    };
  }

  /** Lets the value that holds count until a moment. */
  #reach(untilMs: number): void {
    if (untilMs <= this.#atMs) return;
    // Of a leap only what is still told at its end is worth the way.
    const kept = Math.ceil((untilMs - this.#zeroMs) / this.#bucketMs) - this.#count;
    this.#atMs = Math.max(this.#atMs, this.#zeroMs + kept * this.#bucketMs);
    while (this.#atMs < untilMs) {
      const number = Math.floor((this.#atMs - this.#zeroMs) / this.#bucketMs);
      this.#begin(number);
      const endMs = Math.min(untilMs, this.#zeroMs + (number + 1) * this.#bucketMs);
      this.#hold(number % this.#count, endMs - this.#atMs);
      this.#atMs = endMs;
    }
  }

  #hold(k: number, forMs: number): void {
    const value = this.#held;
    if (Number.isNaN(value)) return;
    this.#min[k] = Math.min(this.#min[k] ?? value, value);
    this.#max[k] = Math.max(this.#max[k] ?? value, value);
    this.#last[k] = value;
    this.#sum[k] = (this.#sum[k] ?? 0) + value * forMs;
    this.#knownMs[k] = (this.#knownMs[k] ?? 0) + forMs;
  }

  /** Lets go of the buckets that are too old once this one begins. */
  #begin(number: number): void {
    const oldest = number - this.#count + 1;
    if (oldest <= this.#oldest) return;
    for (let each = Math.max(this.#oldest, oldest - this.#count); each < oldest; each++) {
      const k = each % this.#count;
      this.#min[k] = Number.POSITIVE_INFINITY;
      this.#max[k] = Number.NEGATIVE_INFINITY;
      this.#last[k] = 0;
      this.#sum[k] = 0;
      this.#knownMs[k] = 0;
    }
    this.#oldest = oldest;
  }
}
