import type { Comparison } from "./comparison.ts";

/** What every benchmark is told. */
export interface Plan {
  /** Tiny sizes, to see that everything runs; the figures mean nothing. */
  readonly quick: boolean;
  say(line: string): void;
}

/** What every benchmark gives back. */
export interface Outcome {
  readonly comparisons: readonly Comparison[];
  /** Sentences for the reader: how it was measured, what limits it, what was left out. */
  readonly notes: readonly string[];
}

export type Benchmark = (plan: Plan) => Promise<Outcome>;

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The value that this share of all (0 to 1) does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
