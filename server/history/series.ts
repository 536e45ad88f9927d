import type { Visibility } from "../../models/device/kind.ts";
import { addChange, addWhole, beginPoint, type TwinValue } from "../../models/stream/channel-rows.ts";
import { type ChannelState, emptyChannelState } from "../../models/stream/channel-state.ts";
import { encodeFrame } from "../../models/stream/frame-encode.ts";
import { Frame, FrameKind } from "../../models/stream/frame.ts";
import { PendingRows } from "../../models/stream/pending-rows.ts";
import { ByteWriter } from "../../models/stream/varint.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";
import type { SeriesPlan } from "./segment-header.ts";
import type { SegmentWriter } from "./segment-writer.ts";

/** Every so many DELTAs carry the check sum. */
const deltasPerCheck = 10;
/** Chunks after which one is written although nothing happened, so that it is known that nothing did. */
const longestQuietChunks = 10;

const nowhere = -1;

export interface SeriesPace {
  /** Length of a tick in community time. */
  readonly tickMs: number;
  readonly ticksPerChunk: number;
  readonly ticksPerKey: number;
}

/** The channels of one visibility as one run of frames: made on the tick, written behind it. */
export class Series {
  readonly visibility: Visibility;
  readonly writer: SegmentWriter;
  plan: SeriesPlan = { channels: [], points: 0 };
  /** Of the plan that is recorded; null when none is. */
  dictionary: string | null = null;

  readonly #pace: SeriesPace;
  #state: ChannelState = emptyChannelState(0, 0, 0);
  #resolutions = new Float64Array(0);
  /** By twin index: where in the series the point is; a point is in it once at most. */
  #denseOf = new Int32Array(0);
  #firstTick = 0;
  #tick = 0;
  #deltas = 0;

  readonly #pending = new PendingRows();
  readonly #now: TwinValue = { value: 0, quality: 0, atMs: 0 };
  readonly #frame = new Frame();
  readonly #bytes = new ByteWriter();
  #chunkHasKey = false;
  #chunkFromTick = 0;
  #chunkFromMs = 0;
  #timeMs = 0;

  constructor(visibility: Visibility, writer: SegmentWriter, pace: SeriesPace) {
    this.visibility = visibility;
    this.writer = writer;
    this.#pace = pace;
  }

  /** Ticks since the segment began. */
  get age(): number {
    return this.#tick - this.#firstTick;
  }

  get isRecording(): boolean {
    return this.writer.isOpen;
  }

  /** Begins a segment with the whole state as the twin has it, right after a tick. */
  begin(plan: SeriesPlan, dictionary: string, run: number, twin: TwinState): void {
    this.end();
    const startMs = Math.round(twin.timeMs);
    const state = emptyChannelState(plan.points, 0, startMs);
    this.plan = plan;
    this.dictionary = dictionary;
    this.#state = state;
    this.#resolutions = new Float64Array(plan.points);
    this.#firstTick = twin.tick;
    this.#tick = twin.tick;
    this.#timeMs = startMs;
    this.#deltas = 0;
    this.#denseOf = new Int32Array(twin.values.length).fill(nowhere);
    let dense = 0;
    for (const { plan: channel } of plan.channels) {
      for (const { twinIndex, spec } of channel.points) {
        this.#now.value = twin.values[twinIndex] ?? Number.NaN;
        this.#now.quality = twin.qualities[twinIndex] ?? 0;
        this.#now.atMs = twin.timesMs[twinIndex] ?? 0;
        this.#denseOf[twinIndex] = dense;
        this.#resolutions[dense] = spec.resolution;
        beginPoint(state, dense, spec.resolution, this.#now);
        dense++;
      }
    }
    const { tickMs } = this.#pace;
    this.writer.begin(
      startMs,
      (seq) =>
        `{"version":1,"run":${run},"seq":${seq},"startMs":${startMs},"tickMs":${tickMs},"dictionary":${dictionary}}`,
    );
    this.#key();
  }

  /** Takes what of a tick's changes belongs here: one frame, if anything shows. */
  take(delta: TwinDelta): void {
    for (let row = 0; row < delta.indices.length; row++) {
      const dense = this.#denseOf[delta.indices[row] ?? 0] ?? nowhere;
      if (dense !== nowhere) this.#pending.add(dense, row);
    }
    this.#tick = delta.to;
    const timeMs = Math.round(delta.timeMs);
    if (this.age % this.#pace.ticksPerKey === 0) this.#emit();
    this.#timeMs = timeMs;
    const frame = this.#frame;
    this.#head(FrameKind.delta);
    this.#pending.sort();
    for (let at = 0; at < this.#pending.count; at++)
      this.#takeRow(delta, this.#pending.dense(at), this.#pending.row(at));
    this.#pending.clear();
    if (this.age % this.#pace.ticksPerKey === 0) return this.#key();
    if (frame.count > 0) {
      frame.check = ++this.#deltas % deltasPerCheck === 0 ? this.#state.sum : null;
      this.#put();
    }
    const chunks = (delta.to - this.#chunkFromTick) / this.#pace.ticksPerChunk;
    if (chunks >= longestQuietChunks || (chunks >= 1 && this.#bytes.length > 0)) this.#emit();
  }

  #takeRow(delta: TwinDelta, dense: number, row: number): void {
    this.#now.value = delta.values[row] ?? Number.NaN;
    this.#now.quality = delta.qualities[row] ?? 0;
    this.#now.atMs = delta.timesMs[row] ?? 0;
    addChange(this.#state, this.#frame, dense, this.#resolutions[dense] ?? 1, this.#pace.tickMs, this.#now);
  }

  /** The whole state, at the beginning of a chunk. */
  #key(): void {
    this.#state.tick = this.age;
    this.#state.timeMs = this.#timeMs - this.#state.epochStartMs;
    this.#head(FrameKind.key);
    for (let dense = 0; dense < this.plan.points; dense++) addWhole(this.#state, this.#frame, dense);
    this.#frame.check = this.#state.sum;
    this.#chunkHasKey = true;
    this.#chunkFromMs = this.#timeMs;
    this.#put();
    this.#emit();
  }

  #head(kind: FrameKind): void {
    const frame = this.#frame;
    frame.kind = kind;
    frame.tick = this.age;
    frame.base = kind === FrameKind.key ? this.age : (this.#state.tick ?? 0);
    frame.timeMs = this.#timeMs - this.#state.epochStartMs;
    frame.count = 0;
    frame.check = null;
  }

  #put(): void {
    encodeFrame(this.#frame, this.#bytes);
    this.#state.tick = this.age;
    this.#state.timeMs = this.#frame.timeMs;
  }

  /** Hands over what was gathered. */
  #emit(): void {
    this.writer.put({
      hasKey: this.#chunkHasKey,
      fromMs: this.#chunkFromMs,
      untilMs: this.#timeMs,
      frames: this.#bytes.copy(),
    });
    this.#bytes.clear();
    this.#chunkHasKey = false;
    this.#chunkFromTick = this.#tick;
    this.#chunkFromMs = this.#timeMs;
  }

  /** Ends the segment; what was gathered goes with it. */
  end(): void {
    if (this.writer.isOpen && this.dictionary !== null) this.#emit();
    this.dictionary = null;
    this.#bytes.clear();
    this.#pending.clear();
    this.writer.end();
  }
}
