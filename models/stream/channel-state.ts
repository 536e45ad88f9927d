import { missingQuality } from "../device/reading.ts";
import { quantise } from "../quantity.ts";
import { mix } from "./check-sum.ts";
import { type Frame, FrameKind } from "./frame.ts";
import { largestCount } from "./varint.ts";

/**
 * What one channel holds at one tick: the same columns at the server, which encodes from them, and in a replica,
 * which frames are applied to. Index i is the channel's dense index.
 */
export interface ChannelState {
  readonly epoch: number;
  /** Zero of the times in frames, epoch milliseconds of community time. */
  readonly epochStartMs: number;
  /** The tick the columns are at; null in a replica that has nothing of this epoch yet. */
  tick: number | null;
  /** Milliseconds from the epoch's start to that tick. */
  timeMs: number;
  /** Whole multiples of each point's resolution; 0 while missing. */
  readonly q: Float64Array;
  readonly qualities: Uint8Array;
  /** Source times, epoch milliseconds; a source time within the tick of its frame counts as the frame's. 0 while missing. */
  readonly timesMs: Float64Array;
  /** Check sum over `q`, kept up with every change. */
  sum: number;
}

export const isMissingQuality = (quality: number): boolean => (quality & 7) === missingQuality;

/** Columns in which every point is missing. */
export function emptyChannelState(points: number, epoch: number, epochStartMs: number): ChannelState {
  const columns = {
    q: new Float64Array(points),
    qualities: new Uint8Array(points).fill(missingQuality),
    timesMs: new Float64Array(points),
  };
  return channelStateOver(columns, epoch, epochStartMs);
}

/** A state over columns somebody else made, e.g. a part of longer ones; they keep what they hold. */
export function channelStateOver(
  columns: Pick<ChannelState, "q" | "qualities" | "timesMs">,
  epoch: number,
  epochStartMs: number,
): ChannelState {
  let sum = 0;
  for (let index = 0; index < columns.q.length; index++)
    sum = (sum + mix(index, columns.q[index] ?? 0)) >>> 0;
  return { epoch, epochStartMs, tick: null, timeMs: 0, ...columns, sum };
}

/** The count of a value as the wire carries it: a missing value is 0, one beyond ±2^51 steps is the outermost. */
export function countOf(value: number, resolution: number): number {
  const count = quantise(value, resolution);
  if (count >= -largestCount && count <= largestCount) return count + 0;
  return Number.isNaN(count) ? 0 : Math.sign(count) * largestCount;
}

/** Why a frame does not apply. */
export type Misfit = "epoch" | "base" | "index" | "check";

/**
 * Applies a decoded frame.
 * @returns null when it was applied, else why it was not; nothing is changed then, except by `check`: that mismatch
 * shows only afterwards, so the columns are then at no tick at all.
 */
export function applyFrame(state: ChannelState, frame: Frame): Misfit | null {
  if (frame.epoch !== state.epoch) return "epoch";
  if (!fits(state.tick, frame)) return "base";
  const { count, indices } = frame;
  const points = state.q.length;
  if (frame.kind === FrameKind.key ? count !== points : count > 0 && (indices[count - 1] ?? 0) >= points)
    return "index";
  const frameTimeMs = state.epochStartMs + frame.timeMs;
  const differences = frame.kind === FrameKind.delta;
  for (let row = 0; row < count; row++) {
    const index = indices[row] ?? 0;
    const q = frame.q[row] ?? 0;
    const quality = frame.qualities[row] ?? 0;
    const timeMs = isMissingQuality(quality) ? 0 : frameTimeMs - (frame.beforeMs[row] ?? 0);
    setPoint(state, index, differences ? (state.q[index] ?? 0) + q : q, quality, timeMs);
  }
  state.tick = frame.tick;
  state.timeMs = frame.timeMs;
  if (frame.check === null || frame.check === state.sum) return null;
  state.tick = null;
  return "check";
}

function fits(tick: number | null, frame: Frame): boolean {
  switch (frame.kind) {
    case FrameKind.key:
      return true;
    case FrameKind.catchUp:
      return tick !== null && tick >= frame.base && tick <= frame.tick;
    case FrameKind.delta:
    case FrameKind.idle:
      return tick === frame.base;
    case FrameKind.resync:
      return false;
  }
}

export function setPoint(
  state: ChannelState,
  index: number,
  q: number,
  quality: number,
  timeMs: number,
): void {
  const before = state.q[index] ?? 0;
  if (before !== q) {
    state.sum = (state.sum - mix(index, before) + mix(index, q)) >>> 0;
    state.q[index] = q;
  }
  state.qualities[index] = quality;
  state.timesMs[index] = timeMs;
}
