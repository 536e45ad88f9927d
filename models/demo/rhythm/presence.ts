import { chance } from "../seed.ts";
import type { Daily } from "./daily.ts";
import { valueAt } from "./daily.ts";
import type { Moment } from "./moment.ts";

/** Share of residents at home by the hour. */
export const atHomeWorkday: Daily = [
  0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.93, 0.84, 0.6, 0.46, 0.42, 0.42, 0.46, 0.45, 0.42, 0.42, 0.44, 0.52,
  0.66, 0.78, 0.86, 0.91, 0.94, 0.95,
];
export const atHomeRestDay: Daily = [
  0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.94, 0.9, 0.82, 0.72, 0.68, 0.72, 0.74, 0.7, 0.65, 0.62, 0.64,
  0.7, 0.76, 0.82, 0.88, 0.92, 0.94,
];

/** Both curves stand at 0.95 at midnight, so that no evening jumps into the next day. */
export const shareAtHome = ({ hour, rest }: Pick<Moment, "hour" | "rest">): number =>
  valueAt(rest ? atHomeRestDay : atHomeWorkday, hour);

/** A home's day begins at four in the morning, when hardly anybody is out. */
export const dayOfHome = ({ day, hour }: Moment): number => (hour < 4 ? day - 1 : day);

/** Whether somebody is in a home: each home has its own diligence for the day, and is empty below that share. */
export const someoneHome = (homeSeed: number, moment: Moment): boolean =>
  chance(homeSeed, dayOfHome(moment), 1) < shareAtHome(moment);
