import { isMissingQuality } from "./channel-state.ts";
import { type Frame, FrameFlag, FrameKind, frameVersion } from "./frame.ts";
import { ByteReader, FrameError } from "./varint.ts";

const reader = new ByteReader(new Uint8Array(0), 0);
const knownFlags = FrameFlag.quality | FrameFlag.times | FrameFlag.check;

/**
 * Reads the frame that begins at byte `at` into `frame`.
 * @returns where the next frame begins; the length of `bytes` after the last.
 * @throws FrameError when the bytes are no frame; `frame` is then without meaning, and nothing else was touched.
 */
export function decodeFrame(bytes: Uint8Array, at: number, frame: Frame): number {
  reader.open(bytes, at);
  const first = reader.u8();
  if (first >> 4 !== frameVersion)
    throw new FrameError(`frame version ${first >> 4} at byte ${at}, not ${frameVersion}`);
  const flags = reader.u8();
  if ((flags & ~knownFlags) !== 0) throw new FrameError(`unknown frame flags ${flags} at byte ${at + 1}`);
  frame.kind = kindOf(first & 15, at);
  frame.channel = reader.varint();
  frame.epoch = reader.varint();
  frame.tick = reader.varint();
  frame.base = frame.tick - reader.varint();
  frame.timeMs = reader.varint();
  if (frame.base < 0) throw new FrameError(`a frame at byte ${at} that goes back beyond tick 0`);
  decodeBody(frame, reader.varint());
  if ((flags & FrameFlag.quality) !== 0) decodeQualities(frame);
  if ((flags & FrameFlag.times) !== 0) decodeTimes(frame);
  frame.check = (flags & FrameFlag.check) === 0 ? null : reader.u32();
  return reader.at;
}

function kindOf(nibble: number, at: number): FrameKind {
  switch (nibble) {
    case FrameKind.key:
    case FrameKind.delta:
    case FrameKind.catchUp:
    case FrameKind.idle:
    case FrameKind.resync:
      return nibble;
    default:
      throw new FrameError(`unknown kind of frame ${nibble} at byte ${at}`);
  }
}

function decodeBody(frame: Frame, count: number): void {
  const keyed = frame.kind === FrameKind.key;
  if ((frame.kind === FrameKind.idle || frame.kind === FrameKind.resync) && count > 0) {
    throw new FrameError("a frame without a body that announces points");
  }
  // Each row takes at least this many bytes, so that a huge count in a short message reserves nothing.
  if (count * (keyed ? 1 : 2) > reader.left)
    throw new FrameError(`${count} points announced in ${reader.left} bytes`);
  frame.reserve(count);
  const { indices, q } = frame;
  let index = -1;
  for (let row = 0; row < count; row++) {
    index += keyed ? 1 : 1 + reader.varint();
    if (index > 0xffffffff) throw new FrameError("an index beyond 2^32");
    indices[row] = index;
    q[row] = reader.signed();
  }
  frame.qualities.fill(0, 0, count);
  frame.beforeMs.fill(0, 0, count);
  frame.count = count;
}

function decodeQualities(frame: Frame): void {
  let row = 0;
  for (let runs = reader.varint(); runs > 0; runs--) {
    const head = reader.varint();
    const length = head % 2 === 0 ? 1 : 2 + reader.varint();
    row += Math.floor(head / 2);
    if (row + length > frame.count) throw new FrameError("a quality of a point that is not in the frame");
    frame.qualities.fill(reader.u8(), row, row + length);
    row += length;
  }
}

function decodeTimes(frame: Frame): void {
  const { qualities, beforeMs, count } = frame;
  let row = 0;
  for (let runs = reader.varint(); runs > 0; runs--) {
    const head = reader.varint();
    let length = head % 2 === 0 ? 1 : 2 + reader.varint();
    let skipped = Math.floor(head / 2);
    const before = reader.signed();
    while (length > 0) {
      if (row >= count) throw new FrameError("a time of a point that is not in the frame");
      if (!isMissingQuality(qualities[row] ?? 0)) {
        if (skipped > 0) skipped--;
        else {
          beforeMs[row] = before;
          length--;
        }
      }
      row++;
    }
  }
}
