import fc from "fast-check";
import { missingQuality } from "../../../models/device/reading.ts";
import { Frame, FrameKind } from "../../../models/stream/frame.ts";
import { largestCount } from "../../../models/stream/varint.ts";

export interface Row {
  readonly index: number;
  readonly q: number;
  readonly quality: number;
  readonly beforeMs: number;
}

export interface FrameSketch {
  readonly kind: FrameKind;
  readonly channel: number;
  readonly epoch: number;
  readonly tick: number;
  readonly base: number;
  readonly timeMs: number;
  readonly check: number | null;
  readonly rows: readonly Row[];
}

const counts = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer(),
  fc.integer({ min: -largestCount, max: largestCount }),
);
const quality = fc.oneof(fc.constant(0), fc.constantFrom(1, 2, 3, missingQuality, 10), fc.nat(255));
const before = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -60_000, max: 60_000 }),
  fc.integer({ min: -1e12, max: 1e12 }),
);
const row = fc.record({ index: fc.nat(5000), q: counts, quality, beforeMs: before });
const bodied: readonly FrameKind[] = [FrameKind.key, FrameKind.delta, FrameKind.catchUp];

/** Any frame whatever, as the wire allows it. */
export const anyFrame: fc.Arbitrary<FrameSketch> = fc
  .record({
    kind: fc.constantFrom(...Object.values(FrameKind)),
    channel: fc.nat(300),
    epoch: fc.nat(2 ** 40),
    tick: fc.nat(2 ** 40),
    back: fc.nat(1000),
    timeMs: fc.nat(2 ** 45),
    check: fc.option(fc.nat(0xffffffff), { nil: null }),
    rows: fc.uniqueArray(row, { selector: (each) => each.index, maxLength: 120 }),
  })
  .map(({ back, rows, ...rest }) => ({
    ...rest,
    base: Math.max(0, rest.tick - back),
    rows: bodied.includes(rest.kind) ? settled(rows, rest.kind === FrameKind.key) : [],
  }));

function settled(rows: readonly Row[], keyed: boolean): Row[] {
  return rows
    .toSorted((a, b) => a.index - b.index)
    .map((each, at) => ({
      ...each,
      index: keyed ? at : each.index,
      beforeMs: (each.quality & 7) === missingQuality ? 0 : each.beforeMs,
    }));
}

export function toFrame(sketch: FrameSketch): Frame {
  const frame = new Frame();
  frame.kind = sketch.kind;
  frame.channel = sketch.channel;
  frame.epoch = sketch.epoch;
  frame.tick = sketch.tick;
  frame.base = sketch.base;
  frame.timeMs = sketch.timeMs;
  frame.check = sketch.check;
  for (const each of sketch.rows) frame.add(each.index, each.q, each.quality, each.beforeMs);
  return frame;
}

export function toSketch(frame: Frame): FrameSketch {
  const { kind, channel, epoch, tick, base, timeMs, check } = frame;
  const rows = Array.from({ length: frame.count }, (_, at) => ({
    index: frame.indices[at]!,
    q: frame.q[at]!,
    quality: frame.qualities[at]!,
    beforeMs: frame.beforeMs[at]!,
  }));
  return { kind, channel, epoch, tick, base, timeMs, check, rows };
}
