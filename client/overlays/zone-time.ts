import { scaleUtc } from "d3";

/** How far a zone's wall clock is ahead of UTC at a moment, milliseconds. */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(atMs);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const wallMs = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wallMs - Math.floor(atMs / 1000) * 1000;
}

export interface TimeAxis {
  (atMs: number): number;
  readonly ticks: readonly { readonly xPx: number; readonly atMs: number }[];
}

const pxPerTick = 90;

/** A time axis whose ticks fall on whole hours and minutes of the community's clock, not of UTC or the browser. */
export function timeAxis(
  fromMs: number,
  untilMs: number,
  fromPx: number,
  toPx: number,
  offsetMs: number,
): TimeAxis {
  const scale = scaleUtc([fromMs + offsetMs, Math.max(untilMs, fromMs + 1) + offsetMs], [fromPx, toPx]).clamp(
    true,
  );
  const axis = (atMs: number): number => scale(atMs + offsetMs);
  const count = Math.max(2, Math.floor((toPx - fromPx) / pxPerTick));
  const ticks = scale.ticks(count).map((at) => ({ xPx: scale(at), atMs: at.getTime() - offsetMs }));
  return Object.assign(axis, { ticks });
}
