import type { Moment } from "./moment.ts";
import type { Now } from "./sky.ts";

/** Brightness of the street lamps, 0 to 1: off by day, dimmed when hardly anybody is about. */
export function lampBrightness({ dark, moment: { hour } }: Pick<Now, "dark" | "moment">): number {
  if (!dark) return 0;
  return hour >= 23.5 || hour < 5 ? 0.6 : 1;
}

/** Hours of full brightness since the demo's first day, for a meter that never falls; counted from noon to noon. */
export function lampHours({ day, hour }: Moment): number {
  const nights = hour < 12 ? day - 1 : day;
  const sinceNoon = hour < 12 ? hour + 12 : hour - 12;
  const perNight = 9.6;
  return perNight * (nights - 18_000 + Math.min(1, Math.max(0, (sinceNoon - 5.6) / 13)));
}
