import { missingQuality } from "../../models/device/reading.ts";
import { type ChannelState, channelStateOver } from "../../models/stream/channel-state.ts";
import type { Layout } from "./layout.ts";

/** Columns of all slots; each channel's state is a window into them. */
export interface Columns {
  readonly q: Float64Array;
  readonly qualities: Uint8Array;
  readonly timesMs: Float64Array;
}

/** Columns in which every point is missing. */
export const emptyColumns = (slots: number): Columns => ({
  q: new Float64Array(slots),
  qualities: new Uint8Array(slots).fill(missingQuality),
  timesMs: new Float64Array(slots),
});

/** New columns for a new layout; a point that stays, with the same resolution, keeps its value meanwhile. */
export function carriedOver(before: Columns, from: Layout, to: Layout): Columns {
  const columns = emptyColumns(to.specs.length);
  for (const [point, slot] of to.slotOf) {
    const old = from.slotOf.get(point);
    if (old === undefined) continue;
    const [was, is] = [from.specs[old], to.specs[slot]];
    if (was?.type !== is?.type || was?.resolution !== is?.resolution || was?.unit !== is?.unit) continue;
    columns.q[slot] = before.q[old] ?? 0;
    columns.qualities[slot] = before.qualities[old] ?? missingQuality;
    columns.timesMs[slot] = before.timesMs[old] ?? 0;
  }
  return columns;
}

/** The window of one channel. */
export function windowOf(
  columns: Columns,
  offset: number,
  points: number,
  epoch: number,
  epochStartMs: number,
): ChannelState {
  const end = offset + points;
  const q = columns.q.subarray(offset, end);
  const qualities = columns.qualities.subarray(offset, end);
  const timesMs = columns.timesMs.subarray(offset, end);
  return channelStateOver({ q, qualities, timesMs }, epoch, epochStartMs);
}
