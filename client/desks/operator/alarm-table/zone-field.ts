import { minutes } from "../../../../models/quantity.ts";
import { zoneOffsetMs } from "../../../overlays/zone-time.ts";

/** A moment as a field for date and time shows it, to the minute of the zone's wall clock; empty for none. */
export function fieldOfMoment(atMs: number | null, timeZone: string): string {
  if (atMs === null) return "";
  return new Date(atMs + zoneOffsetMs(timeZone, atMs)).toISOString().slice(0, 16);
}

/** The moment a field for date and time says; null while it says none. */
export function momentOfField(field: string, timeZone: string): number | null {
  const wallMs = Date.parse(`${field}Z`);
  if (!Number.isFinite(wallMs)) return null;
  // What the wall clock is ahead by is asked for at the moment itself: near a change of the clock the first guess is off.
  const guessMs = wallMs - zoneOffsetMs(timeZone, wallMs);
  return Math.floor((wallMs - zoneOffsetMs(timeZone, guessMs)) / minutes) * minutes;
}
