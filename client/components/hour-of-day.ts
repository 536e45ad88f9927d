import { days, minutes } from "../../models/quantity.ts";
import { zoneOffsetMs } from "../overlays/zone-time.ts";

/** Minutes since local midnight. */
export function minuteOfDay(atMs: number, timeZone: string): number {
  const localMs = atMs + zoneOffsetMs(timeZone, atMs);
  return Math.floor((((localMs % days) + days) % days) / minutes);
}

/** The moment of the same local day at another minute of it. */
export function atMinute(dayMs: number, minute: number, timeZone: string): number {
  const offsetMs = zoneOffsetMs(timeZone, dayMs);
  const midnightMs = Math.floor((dayMs + offsetMs) / days) * days - offsetMs;
  return midnightMs + minute * minutes;
}

/** Noon of a day of the year of a moment, local time. */
export function noonOf(atMs: number, month: number, day: number, timeZone: string): number {
  const year = new Date(atMs + zoneOffsetMs(timeZone, atMs)).getUTCFullYear();
  const utcMs = Date.UTC(year, month - 1, day, 12);
  return utcMs - zoneOffsetMs(timeZone, utcMs);
}
