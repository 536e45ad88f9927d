import { scaleLinear } from "d3";
import { hours } from "../../../models/quantity.ts";
import { textPx } from "../fit-text.ts";
import { timeAxis } from "../zone-time.ts";

/** One thing that was done, by its name, and when (epoch ms). */
export interface Deed {
  readonly act: string;
  readonly atMs: number;
}

export interface TrailMarks {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lanes: readonly {
    readonly act: string;
    readonly count: number;
    readonly yPx: number;
    readonly bars: readonly { readonly xPx: number; readonly yPx: number; readonly heightPx: number }[];
  }[];
  readonly barPx: number;
  readonly leftPx: number;
  readonly spanMs: number;
  readonly xTicks: readonly { readonly xPx: number; readonly atMs: number }[];
}

export const laneRowPx = 24;
const axisPx = 16;
const columns = 60;
/** A trail that has only just begun does not fill the width with its first minute. */
const leastSpanMs = 1 * hours;
const leastPx = 3;

/** A lane per act, in the order given; in each how many there were in every sixtieth of the time, from the oldest to now. */
export function layoutTrail(
  deeds: readonly Deed[],
  acts: readonly { readonly act: string; readonly name: string }[],
  nowMs: number,
  widthPx: number,
  offsetMs: number,
): TrailMarks {
  const oldestMs = Math.min(nowMs - leastSpanMs, ...deeds.map(({ atMs }) => atMs));
  const untilMs = Math.max(nowMs, ...deeds.map(({ atMs }) => atMs));
  const leftPx = Math.max(0, ...acts.map(({ name }) => textPx(name))) + 48;
  const x = timeAxis(oldestMs, untilMs, leftPx, widthPx, offsetMs);
  const stepMs = (untilMs - oldestMs) / columns;
  const counts = new Map(acts.map(({ act }) => [act, Array.from<number>({ length: columns }).fill(0)]));
  for (const { act, atMs } of deeds) {
    const lane = counts.get(act);
    const column = Math.min(columns - 1, Math.floor((atMs - oldestMs) / stepMs));
    if (lane !== undefined) lane[column] = (lane[column] ?? 0) + 1;
  }
  const most = Math.max(1, ...[...counts.values()].flat());
  const high = scaleLinear([0, most], [0, laneRowPx - 6]);
  return {
    widthPx,
    heightPx: acts.length * laneRowPx + axisPx,
    leftPx,
    barPx: Math.max(leastPx, (widthPx - leftPx) / columns - 1),
    spanMs: untilMs - oldestMs,
    xTicks: x.ticks,
    lanes: acts.map(({ act }, i) => {
      const lane = counts.get(act) ?? [];
      const floorPx = (i + 1) * laneRowPx - 2;
      return {
        act,
        count: lane.reduce((sum, each) => sum + each, 0),
        yPx: i * laneRowPx,
        bars: lane.flatMap((count, column) => {
          if (count === 0) return [];
          const heightPx = Math.max(leastPx, high(count));
          const xPx = Math.min(x(oldestMs + column * stepMs), widthPx - leastPx);
          return [{ xPx, yPx: floorPx - heightPx, heightPx }];
        }),
      };
    }),
  };
}
