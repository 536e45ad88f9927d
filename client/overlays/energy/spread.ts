/**
 * Moves marks on a line apart until none is nearer to another than `gapPx`, within bounds and in their order; when
 * there is no room for all, they share what there is.
 */
export function spread(
  wantedPx: readonly number[],
  gapPx: number,
  lowPx: number,
  highPx: number,
): readonly number[] {
  const gap = Math.min(gapPx, wantedPx.length > 1 ? (highPx - lowPx) / (wantedPx.length - 1) : gapPx);
  const order = wantedPx.map((_, i) => i).toSorted((a, b) => (wantedPx[a] ?? 0) - (wantedPx[b] ?? 0));
  const placed = wantedPx.map((at) => at);
  let last = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    last = Math.max(wantedPx[i] ?? 0, last + gap, lowPx);
    placed[i] = last;
  }
  let next = highPx;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i] ?? 0, next);
    next = (placed[i] ?? 0) - gap;
  }
  return placed;
}
