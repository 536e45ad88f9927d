/** Counters that moved, the largest first; then those that never did, in the server's order. */
export const orderCounters = (
  counters: Readonly<Record<string, number>>,
): readonly (readonly [name: string, count: number])[] =>
  Object.entries(counters).toSorted(([, a], [, b]) => b - a);
