import type { ChannelId, Epoch } from "../../models/ids.ts";
import { epoch } from "../../models/ids.ts";
import { addChange, addWhole, beginPoint, type TwinValue } from "../../models/stream/channel-rows.ts";
import { type ChannelState, emptyChannelState, isMissingQuality } from "../../models/stream/channel-state.ts";
import { encodeFrame } from "../../models/stream/frame-encode.ts";
import { Frame, FrameKind } from "../../models/stream/frame.ts";
import type { ChannelHead } from "../../models/stream/messages.ts";
import { PendingRows } from "../../models/stream/pending-rows.ts";
import { ByteWriter } from "../../models/stream/varint.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";
import { type ChannelPlan, emptyPlan } from "./channel-plan.ts";
import type { StreamCounters } from "./counters.ts";

/** Every so many DELTAs carry the check sum. */
const deltasPerCheck = 10;
/** Above this share of changed points a KEY is smaller than a CATCHUP. */
const keyShare = 0.6;

export interface ChannelPace {
  readonly run: number;
  /** Ticks after which an unchanged channel says that it lives. */
  readonly idleTicks: number;
  /** Length of a tick in community time: a reading no older than that counts as of its frame's time. */
  readonly tickMs: number;
}

/**
 * One channel at the server: the columns its members see, and the frames of the present tick, each encoded when first
 * asked for and then handed to all who need it. It knows no session.
 */
export class Channel {
  readonly id: ChannelId;
  /** Stands for the channel in frames. All homes share one number: nobody is in two of them. */
  readonly index: number;

  #plan: ChannelPlan = emptyPlan;
  #dictionary: string | null = null;
  #state: ChannelState = emptyChannelState(0, 0, 0);
  #generation = 0;
  #firstTick = 0;
  /** Begun between two ticks, it may have read of the twin what belongs to the next: it is of no tick until then. */
  #fresh = true;
  #lastChanged = new Uint32Array(0);
  #resolutions = new Float64Array(0);

  readonly #pending = new PendingRows();
  /** Reused for every point. */
  readonly #now: TwinValue = { value: 0, quality: 0, atMs: 0 };
  #deltas = 0;

  readonly #delta = new Frame();
  readonly #scratch = new Frame();
  readonly #writer = new ByteWriter();
  #framed = false;
  #frame: Uint8Array | null = null;
  #key: Uint8Array | null = null;
  readonly #catchUps = new Map<number, Uint8Array>();

  readonly #pace: ChannelPace;
  readonly #counters: StreamCounters;

  constructor(id: ChannelId, index: number, pace: ChannelPace, counters: StreamCounters) {
    this.id = id;
    this.index = index;
    this.#pace = pace;
    this.#counters = counters;
  }

  /** The tick its columns are at: that of its last frame, for without a frame nothing changed. */
  get tick(): number {
    return this.#state.tick ?? 0;
  }
  get plan(): ChannelPlan {
    return this.#plan;
  }
  get state(): ChannelState {
    return this.#state;
  }
  get epoch(): Epoch {
    return epoch(this.#state.epoch);
  }

  head(): ChannelHead {
    return {
      index: this.index,
      channel: this.id,
      epoch: this.epoch,
      epochStartMs: this.#state.epochStartMs,
      dictionary: `/api/v1/channels/${encodeURIComponent(this.id)}?epoch=${this.epoch}`,
      points: this.#plan.points.length,
    };
  }

  /** The dictionary of this epoch as JSON; see `ChannelDictionary`. */
  dictionary(): string {
    const { channel, epoch: of, epochStartMs, points } = this.head();
    this.#dictionary ??= JSON.stringify({
      channel,
      epoch: of,
      epochStartMs,
      points,
      devices: this.#plan.devices,
    });
    return this.#dictionary;
  }

  /** Begins a new epoch: another dictionary, columns read from the twin as it is now. */
  begin(plan: ChannelPlan, twin: TwinState): void {
    this.#counters.add("epochs");
    this.#generation++;
    const startMs = Math.round(twin.timeMs);
    const state = emptyChannelState(plan.points.length, this.#pace.run * 65_536 + this.#generation, startMs);
    this.#plan = plan;
    this.#dictionary = null;
    this.#state = state;
    this.#firstTick = twin.tick;
    this.#lastChanged = new Uint32Array(plan.points.length).fill(twin.tick);
    this.#resolutions = Float64Array.from(plan.points, ({ spec }) => spec.resolution);
    for (const [dense, { twinIndex, spec }] of plan.points.entries()) {
      this.#now.value = twin.values[twinIndex] ?? Number.NaN;
      this.#now.quality = twin.qualities[twinIndex] ?? 0;
      this.#now.atMs = twin.timesMs[twinIndex] ?? 0;
      beginPoint(state, dense, spec.resolution, this.#now);
    }
    state.tick = twin.tick;
    this.#fresh = true;
    this.#forgetFrames();
    this.#pending.clear();
  }

  /** A point of this channel may have changed on this tick, as this row of the delta says. */
  pend(dense: number, row: number): void {
    this.#pending.add(dense, row);
  }

  /** Takes what was pended into the columns; afterwards {@link frame} is this tick's. */
  close(delta: TwinDelta): void {
    const tick = delta.to;
    const fresh = this.#fresh;
    this.#fresh = false;
    // A channel that began on this very tick has read it from the twin already.
    if (tick <= this.tick) {
      this.#pending.clear();
      return;
    }
    const frame = this.#open(FrameKind.delta, tick, this.tick, delta.timeMs);
    this.#pending.sort();
    for (let at = 0; at < this.#pending.count; at++) {
      this.#take(frame, this.#pending.dense(at), this.#pending.row(at), delta);
    }
    this.#pending.clear();
    this.#framed = frame.count > 0 || fresh || tick - this.tick >= this.#pace.idleTicks;
    this.#frame = null;
    if (!this.#framed) return;
    this.#forgetCatchUps();
    if (frame.count === 0) frame.kind = FrameKind.idle;
    else if (++this.#deltas % deltasPerCheck === 0) frame.check = this.#state.sum;
    this.#state.tick = tick;
    this.#state.timeMs = frame.timeMs;
  }

  #take(frame: Frame, dense: number, row: number, delta: TwinDelta): void {
    this.#now.value = delta.values[row] ?? Number.NaN;
    this.#now.quality = delta.qualities[row] ?? 0;
    this.#now.atMs = delta.timesMs[row] ?? 0;
    const resolution = this.#resolutions[dense] ?? 1;
    if (addChange(this.#state, frame, dense, resolution, this.#pace.tickMs, this.#now))
      this.#lastChanged[dense] = frame.tick;
  }

  /** This tick's DELTA or IDLE, that all who were at {@link tick} before may have; null when there is none. */
  frame(): Uint8Array | null {
    if (this.#framed && this.#frame === null) {
      this.#frame = this.#encode(this.#delta);
      this.#counters.add("frames-encoded");
    }
    return this.#frame;
  }

  /** What brings a replica from `from` (null: from nothing) to the present tick; null when it is there already. */
  catchUp(from: number | null): Uint8Array | null {
    if (from === this.tick) return null;
    if (from === null || from < this.#firstTick || from > this.tick) return this.#keyFrame();
    const cached = this.#catchUps.get(from);
    if (cached !== undefined) return cached;
    const frame = this.#openScratch(FrameKind.catchUp, from);
    for (let dense = 0; dense < this.#lastChanged.length; dense++) {
      if ((this.#lastChanged[dense] ?? 0) > from) addWhole(this.#state, frame, dense);
    }
    if (frame.count > this.#lastChanged.length * keyShare) return this.#keyFrame();
    const bytes = this.#encode(frame);
    this.#counters.add("catch-ups-encoded");
    this.#catchUps.set(from, bytes);
    return bytes;
  }

  /** Visits the points that changed after a tick (null: all), by dense index; missing ones are left out. */
  eachSince(tick: number | null, visit: (dense: number) => void): void {
    for (let dense = 0; dense < this.#lastChanged.length; dense++) {
      if (tick !== null && (this.#lastChanged[dense] ?? 0) <= tick) continue;
      if (!isMissingQuality(this.#state.qualities[dense] ?? 0)) visit(dense);
    }
  }

  /** Tells a client at the old epoch that its columns are of no more use. */
  resync(): Uint8Array {
    const frame = this.#openScratch(FrameKind.resync, this.tick);
    frame.check = null;
    return this.#encode(frame);
  }

  #keyFrame(): Uint8Array {
    if (this.#key !== null) return this.#key;
    const frame = this.#openScratch(FrameKind.key, this.tick);
    for (let dense = 0; dense < this.#lastChanged.length; dense++) addWhole(this.#state, frame, dense);
    this.#key = this.#encode(frame);
    this.#counters.add("keyframes-encoded");
    return this.#key;
  }

  #openScratch(kind: FrameKind, base: number): Frame {
    const frame = this.#scratch;
    this.#head(frame, kind, this.tick, base, this.#state.timeMs);
    frame.check = this.#state.sum;
    return frame;
  }

  #open(kind: FrameKind, tick: number, base: number, timeMs: number): Frame {
    const sinceStart = Math.max(this.#state.timeMs, Math.round(timeMs) - this.#state.epochStartMs);
    this.#head(this.#delta, kind, tick, base, sinceStart);
    return this.#delta;
  }

  #head(frame: Frame, kind: FrameKind, tick: number, base: number, timeMs: number): void {
    frame.kind = kind;
    frame.channel = this.index;
    frame.epoch = this.#state.epoch;
    frame.tick = tick;
    frame.base = base;
    frame.timeMs = timeMs;
    frame.count = 0;
    frame.check = null;
  }

  #encode(frame: Frame): Uint8Array {
    this.#writer.clear();
    encodeFrame(frame, this.#writer);
    return this.#writer.copy();
  }

  #forgetFrames(): void {
    this.#framed = false;
    this.#frame = null;
    this.#forgetCatchUps();
  }

  #forgetCatchUps(): void {
    this.#key = null;
    this.#catchUps.clear();
  }
}
