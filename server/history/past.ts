import { join } from "node:path";
import { applyFrame, type ChannelState, emptyChannelState } from "../../models/stream/channel-state.ts";
import { decodeFrame } from "../../models/stream/frame-decode.ts";
import { Frame } from "../../models/stream/frame.ts";
import type { ChannelDictionary } from "../../models/stream/messages.ts";
import type { ChannelId, DeviceId, PropertyId } from "../../models/ids.ts";
import type { Passage } from "./passage.ts";
import { seriesOf, type SegmentHeader } from "./segment-header.ts";
import type { SegmentName } from "./segment-names.ts";
import { openSegment, type Segment, segmentsIn } from "./segment-reader.ts";
import { playSegment } from "./play-segment.ts";
import { stretchesBetween } from "./timeline.ts";
import { traceSegment, type TraceTold } from "./trace-segment.ts";

/** A channel as it was at a moment. */
export interface PastMoment {
  readonly dictionary: ChannelDictionary;
  readonly state: ChannelState;
}

/** Ticks that may lie between two segments of one recording, and are not told as a gap. */
export const seamTicks = 2;
/** A trend of an hour needs those of two segments; a few megabytes each. */
const mostHeaders = 4;

/** What was recorded of a community. Who may ask for a channel is the caller's to check, as for the live one. */
export class Past {
  readonly #folder: string;
  /** Headers read last, by series and segment; a segment's never changes. */
  readonly #headers = new Map<string, SegmentHeader>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The channel as it was; null when nobody recorded or it had no points. */
  async at(channel: ChannelId, atMs: number): Promise<PastMoment | null> {
    let moment: PastMoment | null = null;
    for await (const passage of this.between(channel, atMs, atMs)) {
      if (passage.kind === "nothing") moment = null;
      else if (passage.kind === "dictionary") {
        const { dictionary } = passage;
        const state = emptyChannelState(dictionary.points, dictionary.epoch, dictionary.epochStartMs);
        moment = { dictionary, state };
      } else if (moment !== null) applyAll(moment.state, passage.bytes);
    }
    return moment;
  }

  /** All that was said on a channel between two moments, the state at the first one to begin with. */
  async *between(channel: ChannelId, fromMs: number, untilMs: number): AsyncGenerator<Passage> {
    const folder = join(this.#folder, seriesOf(channel));
    let toldMs = fromMs;
    let isTold = false;
    for (const stretch of stretchesBetween(await segmentsIn(folder), fromMs, untilMs)) {
      const segment = await this.#open(folder, stretch.segment);
      if (segment === null) continue;
      const seamMs = isTold ? seamTicks * segment.header.tickMs : 0;
      if (stretch.fromMs - toldMs > seamMs)
        yield { kind: "nothing", fromMs: toldMs, untilMs: stretch.fromMs };
      for await (const passage of playSegment(segment, channel, stretch)) {
        yield passage;
        if (passage.kind !== "frames") continue;
        toldMs = passage.untilMs;
        isTold = true;
      }
    }
    if (toldMs < untilMs) yield { kind: "nothing", fromMs: toldMs, untilMs };
  }

  /** The values that some points of a device had on a channel between two moments, ascending. */
  async trace(
    channel: ChannelId,
    points: { readonly device: DeviceId; readonly properties: readonly PropertyId[] },
    fromMs: number,
    untilMs: number,
    told: TraceTold,
  ): Promise<void> {
    const folder = join(this.#folder, seriesOf(channel));
    let toldMs = fromMs;
    let seamMs = 0;
    // Whoever was told of a value holds it to be so until they are told otherwise.
    const nothingUntil = (atMs: number): void => {
      if (atMs - toldMs > seamMs) for (const k of points.properties.keys()) told(k, Number.NaN, toldMs);
    };
    for (const stretch of stretchesBetween(await segmentsIn(folder), fromMs, untilMs)) {
      const segment = await this.#open(folder, stretch.segment);
      if (segment === null) continue;
      nothingUntil(stretch.fromMs);
      await traceSegment(segment, channel, points, stretch, told);
      toldMs = Math.min(stretch.untilMs, segment.chunks.at(-1)?.untilMs ?? stretch.fromMs);
      seamMs = seamTicks * segment.header.tickMs;
    }
    nothingUntil(untilMs);
  }

  async #open(folder: string, { seq, fromMs, file }: SegmentName): Promise<Segment | null> {
    const key = `${folder} ${seq} ${fromMs}`;
    const segment = await openSegment(join(folder, file), this.#headers.get(key));
    if (segment === null) return null;
    this.#headers.delete(key);
    this.#headers.set(key, segment.header);
    const [oldest] = this.#headers.keys();
    if (this.#headers.size > mostHeaders && oldest !== undefined) this.#headers.delete(oldest);
    return segment;
  }
}

const frame = new Frame();

function applyAll(state: ChannelState, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength; ) {
    at = decodeFrame(bytes, at, frame);
    const misfit = applyFrame(state, frame);
    if (misfit !== null) throw new Error(`a recorded frame does not follow on (${misfit})`);
  }
}
