/** The middle one of the values in order; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
