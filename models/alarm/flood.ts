import { minutes } from "../quantity.ts";

/** The stretch of time announcements are counted over. */
const floodSpanMs = 10 * minutes;
/** More of them within the span are more than one person can take in (ISA-18.2, EEMUA 191). */
const mostOutside = 10;
/** Fewer of them within the span, and it is over. */
const fewestInside = 5;

/** More alarms than one person can take in, from when that was so until it no longer is. */
export interface Flood {
  readonly fromMs: number;
  readonly untilMs: number | null;
  /** Announced so far, those by which it began among them. */
  readonly announced: number;
}

/** What has to be remembered to know of a flood: the last announcements, at most as many as begin one. */
export interface FloodWatch {
  readonly recentMs: readonly number[];
  /** The one that goes on, or else the last one; null while there was none. */
  readonly flood: Flood | null;
}

export const noFlood: FloodWatch = { recentMs: [], flood: null };

export const isFlooded = ({ flood }: FloodWatch): boolean => flood?.untilMs === null;

/** After an alarm was announced. @param atMs not before what the watch has seen. */
export function floodAfterAnnouncement(watch: FloodWatch, atMs: number): FloodWatch {
  const { recentMs: before, flood } = floodAfterTime(watch, atMs);
  const recentMs = [...before, atMs].slice(-(mostOutside + 1));
  if (flood?.untilMs === null) return { recentMs, flood: { ...flood, announced: flood.announced + 1 } };
  if (recentMs.length <= mostOutside) return { recentMs, flood };
  return { recentMs, flood: { fromMs: atMs, untilMs: null, announced: recentMs.length } };
}

/** After nothing but time has passed. */
export function floodAfterTime(watch: FloodWatch, nowMs: number): FloodWatch {
  const { flood } = watch;
  const recentMs = watch.recentMs.filter((atMs) => nowMs - atMs < floodSpanMs);
  if (recentMs.length === watch.recentMs.length) return watch;
  if (flood?.untilMs !== null || recentMs.length >= fewestInside) return { recentMs, flood };
  // The moment one fewer than it takes were left, however much later that is noticed.
  const last = watch.recentMs.at(-fewestInside) ?? flood.fromMs;
  return { recentMs, flood: { ...flood, untilMs: last + floodSpanMs } };
}
