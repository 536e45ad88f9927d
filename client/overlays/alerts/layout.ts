import { type Priority, priorities } from "../../../models/device/kind.ts";
import type { AlertInterval, AlertsBody } from "../../../models/overlay/bodies.ts";
import { timeAxis } from "../zone-time.ts";

export interface AlertMarks {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lanes: readonly {
    readonly priority: Priority;
    readonly yPx: number;
    readonly heightPx: number;
    readonly open: number;
  }[];
  readonly bars: readonly AlertBar[];
  readonly xTicks: readonly { readonly xPx: number; readonly atMs: number }[];
}

export interface AlertBar {
  readonly key: string;
  readonly interval: AlertInterval;
  readonly xPx: number;
  readonly widthPx: number;
  readonly yPx: number;
  readonly heightPx: number;
}

export const alertMargin = { left: 44, right: 10, top: 4, bottom: 18 };
/** A short alert stays visible and can be hit. */
const leastPx = 4;
const mostRowPx = 12;

/** A lane per priority; within it intervals that overlap share the lane's height in rows. */
export function layoutAlerts(
  body: AlertsBody,
  widthPx: number,
  heightPx: number,
  offsetMs: number,
): AlertMarks {
  const { left, right, top, bottom } = alertMargin;
  const x = timeAxis(body.fromMs, body.untilMs, left, widthPx - right, offsetMs);
  const laneHeightPx = (heightPx - top - bottom) / priorities.length;
  const bars: AlertBar[] = [];
  const lanes = priorities.map((priority, i) => {
    const yPx = top + i * laneHeightPx;
    const inLane = body.intervals.filter((interval) => interval.priority === priority);
    bars.push(...barsOfLane(inLane, x, body.untilMs, yPx + 2, laneHeightPx - 4));
    return {
      priority,
      yPx,
      heightPx: laneHeightPx,
      open: inLane.filter((interval) => interval.untilMs === null).length,
    };
  });
  return { widthPx, heightPx, lanes, bars, xTicks: x.ticks };
}

function barsOfLane(
  intervals: readonly AlertInterval[],
  x: (atMs: number) => number,
  nowMs: number,
  topPx: number,
  heightPx: number,
): AlertBar[] {
  const rowEndsPx: number[] = [];
  const placed = intervals
    .toSorted((a, b) => a.fromMs - b.fromMs)
    .map((interval) => {
      // What has only just begun begins a little early rather than past the end.
      const xPx = Math.min(x(interval.fromMs), x(nowMs) - leastPx);
      const width = Math.max(leastPx, x(interval.untilMs ?? nowMs) - xPx);
      let row = rowEndsPx.findIndex((endPx) => endPx + 1 <= xPx);
      if (row < 0) row = rowEndsPx.length;
      rowEndsPx[row] = xPx + width;
      return { interval, xPx, width, row };
    });
  const rows = Math.max(1, rowEndsPx.length);
  const rowHeightPx = Math.min(mostRowPx, heightPx / rows);
  const firstPx = topPx + (heightPx - rows * rowHeightPx) / 2;
  return placed.map(({ interval, xPx, width, row }) => ({
    key: `${interval.point} ${interval.limit} ${interval.fromMs}`,
    interval,
    xPx,
    widthPx: width,
    yPx: firstPx + row * rowHeightPx,
    heightPx: Math.max(1, rowHeightPx - (rowHeightPx > 3 ? 1 : 0)),
  }));
}
