import { type ChannelState, countOf, isMissingQuality, setPoint } from "./channel-state.ts";
import type { Frame } from "./frame.ts";

/** How a value of the twin reads in its own columns. */
export interface TwinValue {
  value: number;
  quality: number;
  /** Source time, epoch milliseconds. */
  atMs: number;
}

/** Takes a point as it is, before any frame was made of the state. */
export function beginPoint(state: ChannelState, dense: number, resolution: number, now: TwinValue): void {
  if (isMissingQuality(now.quality)) return;
  setPoint(state, dense, countOf(now.value, resolution), now.quality, Math.round(now.atMs));
}

/**
 * Takes what a point became into the state and, as a row, into the DELTA frame of this tick; a source time within the
 * last `tickMs` counts as the frame's. Rows come in the order of their dense indices.
 * @returns false when nothing of it shows.
 */
export function addChange(
  state: ChannelState,
  frame: Frame,
  dense: number,
  resolution: number,
  tickMs: number,
  now: TwinValue,
): boolean {
  const { quality } = now;
  const missing = isMissingQuality(quality);
  const q = missing ? 0 : countOf(now.value, resolution);
  const frameMs = state.epochStartMs + frame.timeMs;
  const sourceMs = Math.round(now.atMs);
  const within = sourceMs <= frameMs && frameMs - sourceMs <= tickMs;
  const timeMs = missing ? 0 : within ? frameMs : sourceMs;
  const before = state.q[dense] ?? 0;
  if (q === before && quality === state.qualities[dense] && timeMs === state.timesMs[dense]) return false;
  frame.add(dense, q - before, quality, missing ? 0 : frameMs - timeMs);
  setPoint(state, dense, q, quality, timeMs);
  return true;
}

/** Copies a point as the state has it into a KEY or CATCHUP frame of the state's own time. */
export function addWhole(state: ChannelState, frame: Frame, dense: number): void {
  const { q, qualities, timesMs, epochStartMs, timeMs } = state;
  const quality = qualities[dense] ?? 0;
  const before = isMissingQuality(quality) ? 0 : epochStartMs + timeMs - (timesMs[dense] ?? 0);
  frame.add(dense, q[dense] ?? 0, quality, before);
}
