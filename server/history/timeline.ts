import type { SegmentName } from "./segment-names.ts";

/** A stretch of community time, and the segment that tells of it. */
export interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly segment: SegmentName;
}

/**
 * What is told of each moment between two: the latest recording of it. The stretches ascend and do not overlap; what
 * lies between them was not recorded. A segment that is being written reaches as far as it is asked for.
 */
export function stretchesBetween(
  segments: readonly SegmentName[],
  fromMs: number,
  untilMs: number,
): readonly Stretch[] {
  let told: readonly Stretch[] = [];
  for (const segment of segments) {
    const begin = Math.max(fromMs, segment.fromMs);
    const end = Math.min(untilMs, segment.ended?.untilMs ?? Number.POSITIVE_INFINITY);
    if (begin > end) continue;
    told = [...told.flatMap((each) => outside(each, begin, end)), { fromMs: begin, untilMs: end, segment }];
  }
  return told.toSorted((a, b) => a.fromMs - b.fromMs || a.segment.seq - b.segment.seq);
}

/** What is left of a stretch beside a later one. */
function outside(stretch: Stretch, fromMs: number, untilMs: number): Stretch[] {
  if (stretch.untilMs < fromMs || stretch.fromMs > untilMs) return [stretch];
  const before = { ...stretch, untilMs: Math.min(stretch.untilMs, fromMs) };
  const after = { ...stretch, fromMs: Math.max(stretch.fromMs, untilMs) };
  return [before, after].filter((left) => left.fromMs < left.untilMs);
}
