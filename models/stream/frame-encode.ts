import { isMissingQuality } from "./channel-state.ts";
import { type Frame, FrameFlag, FrameKind, frameVersion } from "./frame.ts";
import type { ByteWriter } from "./varint.ts";

/** Appends a frame to what the writer holds, so that several frames stand end to end in one message. */
export function encodeFrame(frame: Frame, out: ByteWriter): void {
  const bodied = frame.kind !== FrameKind.idle && frame.kind !== FrameKind.resync;
  // Most frames have neither section: one quick look saves two slow ones.
  const plain = !bodied || isPlain(frame);
  const qualityRuns = plain ? 0 : runsOf(frame, isImperfect, sameQuality, skipsNone);
  const timeRuns = plain ? 0 : runsOf(frame, isOffTime, sameTime, isMissing);
  out.u8((frameVersion << 4) | frame.kind);
  out.u8(
    (qualityRuns > 0 ? FrameFlag.quality : 0) |
      (timeRuns > 0 ? FrameFlag.times : 0) |
      (frame.check === null ? 0 : FrameFlag.check),
  );
  out.varint(frame.channel);
  out.varint(frame.epoch);
  out.varint(frame.tick);
  out.varint(frame.tick - frame.base);
  out.varint(frame.timeMs);
  out.varint(bodied ? frame.count : 0);
  if (bodied) encodeBody(frame, out);
  if (qualityRuns > 0) {
    out.varint(qualityRuns);
    runsOf(frame, isImperfect, sameQuality, skipsNone, (row, skipped, length) => {
      putRun(out, skipped, length);
      out.u8(frame.qualities[row] ?? 0);
    });
  }
  if (timeRuns > 0) {
    out.varint(timeRuns);
    runsOf(frame, isOffTime, sameTime, isMissing, (row, skipped, length) => {
      putRun(out, skipped, length);
      out.signed(frame.beforeMs[row] ?? 0);
    });
  }
  if (frame.check !== null) out.u32(frame.check);
}

function encodeBody(frame: Frame, out: ByteWriter): void {
  const { indices, q, count } = frame;
  if (frame.kind === FrameKind.key) {
    for (let row = 0; row < count; row++) out.signed(q[row] ?? 0);
    return;
  }
  let expected = 0;
  for (let row = 0; row < count; row++) {
    const index = indices[row] ?? 0;
    out.varint(index - expected);
    out.signed(q[row] ?? 0);
    expected = index + 1;
  }
}

function isPlain({ qualities, beforeMs, count }: Frame): boolean {
  for (let row = 0; row < count; row++) if (qualities[row] !== 0 || beforeMs[row] !== 0) return false;
  return true;
}

type RowTest = (frame: Frame, row: number) => boolean;
const isImperfect: RowTest = (frame, row) => frame.qualities[row] !== 0;
const isMissing: RowTest = (frame, row) => isMissingQuality(frame.qualities[row] ?? 0);
const isOffTime: RowTest = (frame, row) => frame.beforeMs[row] !== 0;
const skipsNone: RowTest = () => false;
type RowsTest = (frame: Frame, row: number, other: number) => boolean;
const sameQuality: RowsTest = (frame, row, other) => frame.qualities[row] === frame.qualities[other];
const sameTime: RowsTest = (frame, row, other) => frame.beforeMs[row] === frame.beforeMs[other];

/**
 * Counts the runs of rows that `counts` and are the `same`, leaving out rows that are `absent`, and tells each to
 * `each` by its first row.
 */
function runsOf(
  frame: Frame,
  counts: RowTest,
  same: RowsTest,
  absent: RowTest,
  each?: (row: number, skipped: number, length: number) => void,
): number {
  let runs = 0;
  let skipped = 0;
  let first = -1;
  let length = 0;
  for (let row = 0; row < frame.count; row++) {
    if (absent(frame, row)) continue;
    const inRun = counts(frame, row);
    if (first >= 0 && inRun && same(frame, row, first)) {
      length++;
      continue;
    }
    if (first >= 0) {
      each?.(first, skipped, length);
      first = -1;
      skipped = 0;
    }
    if (inRun) {
      runs++;
      first = row;
      length = 1;
    } else skipped++;
  }
  if (first >= 0) each?.(first, skipped, length);
  return runs;
}

function putRun(out: ByteWriter, skipped: number, length: number): void {
  out.varint(skipped * 2 + (length > 1 ? 1 : 0));
  if (length > 1) out.varint(length - 2);
}
