import { minutes } from "../quantity.ts";

/** A source may be this far ahead of the community clock before its clock is doubted. */
export const clockToleranceMs = 1 * minutes;

/** Clocks nobody set begin at 1970, 1980 or 2000: nothing was measured for us before this. */
const earliestMs = Date.UTC(2000, 0, 2);

/** Whether a source time (epoch milliseconds) is one nobody can have measured at. */
export const isClockSuspect = (atMs: number, nowMs: number): boolean =>
  !(atMs <= nowMs + clockToleranceMs && atMs >= earliestMs);
