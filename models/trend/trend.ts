/** What a value was in a stretch of time. */
export interface TrendBucket {
  readonly min: number;
  readonly max: number;
  /** Over the time somebody vouched for it. */
  readonly mean: number;
  readonly last: number;
  /** For which share of the bucket somebody vouched for a value: above 0, at most 1. */
  readonly known: number;
}

/** How a value went: buckets end to end, null where nobody vouched for any. */
export interface Trend {
  readonly fromMs: number;
  readonly bucketMs: number;
  readonly buckets: readonly (TrendBucket | null)[];
}

/** More than a small picture can show. */
export const mostBuckets = 240;
