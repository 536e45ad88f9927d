import { days, hours } from "../../quantity.ts";

/** Clock of the demo community, UTC+8 all year. */
const zoneMs = 8 * hours;

/** An instant as the community lives it. */
export interface Moment {
  readonly atMs: number;
  /** Local days since 1970-01-01. */
  readonly day: number;
  /** 0 ≤ hour < 24, with fractions. */
  readonly hour: number;
  /** Saturday and Sunday. */
  readonly rest: boolean;
  /** 0 = January. */
  readonly month: number;
  /** 0 at New Year, 1 at the next. */
  readonly year: number;
}

export const isRestDay = (day: number): boolean => (day + 3) % 7 >= 5;
export const startOfDayMs = (day: number): number => day * days - zoneMs;

export function momentOf(atMs: number): Moment {
  const localMs = atMs + zoneMs;
  const day = Math.floor(localMs / days);
  const local = new Date(localMs);
  const yearStartMs = Date.UTC(local.getUTCFullYear(), 0, 1);
  return {
    atMs,
    day,
    hour: (localMs - day * days) / hours,
    rest: isRestDay(day),
    month: local.getUTCMonth(),
    year: (localMs - yearStartMs) / (365.25 * days),
  };
}
