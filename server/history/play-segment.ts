import { visibilities } from "../../models/device/kind.ts";
import type { ChannelId } from "../../models/ids.ts";
import { addWhole } from "../../models/stream/channel-rows.ts";
import { applyFrame, type ChannelState, emptyChannelState } from "../../models/stream/channel-state.ts";
import { decodeFrame } from "../../models/stream/frame-decode.ts";
import { encodeFrame } from "../../models/stream/frame-encode.ts";
import { Frame, FrameKind } from "../../models/stream/frame.ts";
import { ByteWriter } from "../../models/stream/varint.ts";
import type { Passage } from "./passage.ts";
import { channelDictionary, seriesOf, type SegmentHeader } from "./segment-header.ts";
import { chunksFrom, type Segment } from "./segment-reader.ts";

/** One channel's share of a segment between two moments: its dictionary, a KEY of the first one, then what changed. */
export async function* playSegment(
  segment: Segment,
  channel: ChannelId,
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
): AsyncGenerator<Passage> {
  const found = channelDictionary(segment.header, channel);
  if (found === null) return;
  const { dictionary, firstPoint } = found;
  yield { kind: "dictionary", dictionary };
  const share = new Share(segment.header, channel, firstPoint, dictionary.points);
  for await (const { chunk, frames } of chunksFrom(segment, fromMs)) {
    if (chunk.fromMs > untilMs) break;
    const reachesIn = chunk.untilMs >= fromMs;
    const bytes = share.take(frames, fromMs, untilMs, reachesIn);
    if (reachesIn) yield { kind: "frames", bytes, untilMs: Math.min(untilMs, chunk.untilMs) };
  }
}

/** Follows a series and cuts out the points of one channel. */
class Share {
  readonly #first: number;
  readonly #points: number;
  readonly #startMs: number;
  readonly #series: ChannelState;
  readonly #in = new Frame();
  readonly #out = new Frame();
  readonly #bytes = new ByteWriter();
  /** Tick of the last frame given; null before the first. */
  #given: number | null = null;

  constructor(header: SegmentHeader, channel: ChannelId, firstPoint: number, points: number) {
    const all = header.dictionary.channels.reduce((sum, each) => sum + each.points, 0);
    this.#series = emptyChannelState(all, 0, header.startMs);
    this.#startMs = header.startMs;
    this.#first = firstPoint;
    this.#points = points;
    this.#out.channel = visibilities.indexOf(seriesOf(channel));
    this.#out.epoch = header.seq;
  }

  /** @returns what of a chunk's frames lies between the two moments, after a KEY when the chunk is the first to reach in. */
  take(frames: Uint8Array, fromMs: number, untilMs: number, reachesIn: boolean): Uint8Array {
    this.#bytes.clear();
    for (let at = 0; at < frames.byteLength; ) {
      at = decodeFrame(frames, at, this.#in);
      const frameMs = this.#startMs + this.#in.timeMs;
      if (frameMs > untilMs) break;
      if (this.#given === null && frameMs > fromMs) this.#giveFirst(fromMs);
      const misfit = applyFrame(this.#series, this.#in);
      if (misfit !== null) throw new Error(`a recorded frame does not follow on: ${misfit}`);
      if (this.#given !== null) this.#giveChange();
    }
    if (reachesIn && this.#given === null) this.#giveFirst(fromMs);
    return this.#bytes.copy();
  }

  /** The state as it was then, which may be later than what was last said of it. */
  #giveFirst(atMs: number): void {
    this.#series.timeMs = Math.max(this.#series.timeMs, atMs - this.#startMs);
    this.#giveKey();
  }

  #giveKey(): void {
    const tick = this.#series.tick ?? 0;
    this.#head(FrameKind.key, tick, tick, this.#series.timeMs);
    for (let n = 0; n < this.#points; n++) addWhole(this.#series, this.#out, this.#first + n);
    this.#give();
  }

  /** The rows of the frame just applied that are the channel's; nothing when none is. */
  #giveChange(): void {
    const { kind, tick, timeMs, count, indices, q, qualities, beforeMs } = this.#in;
    if (kind === FrameKind.key) return this.#giveKey();
    this.#head(kind, tick, this.#given ?? 0, timeMs);
    for (let row = 0; row < count; row++) {
      const index = (indices[row] ?? 0) - this.#first;
      if (index >= 0 && index < this.#points)
        this.#out.add(index, q[row] ?? 0, qualities[row] ?? 0, beforeMs[row] ?? 0);
    }
    if (this.#out.count > 0) this.#give();
  }

  #head(kind: FrameKind, tick: number, base: number, timeMs: number): void {
    const out = this.#out;
    out.kind = kind;
    out.tick = tick;
    out.base = base;
    out.timeMs = timeMs;
    out.count = 0;
  }

  #give(): void {
    encodeFrame(this.#out, this.#bytes);
    this.#given = this.#out.tick;
  }
}
