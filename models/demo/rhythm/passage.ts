import type { Daily } from "./daily.ts";
import { sumUntil, valueAt } from "./daily.ts";
import type { Moment } from "./moment.ts";
import { isRestDay, momentOf } from "./moment.ts";
import { atHomeRestDay, atHomeWorkday } from "./presence.ts";

/** How many passed a way in or out since counting began; never falls. */
export interface Passage {
  readonly in: number;
  readonly out: number;
}

/** People who come and go anyway (errands, deliveries), as a share of the population per hour each way. */
const churn: Daily = [
  0.002, 0.001, 0.001, 0.001, 0.002, 0.01, 0.02, 0.035, 0.04, 0.035, 0.04, 0.06, 0.06, 0.04, 0.035, 0.035,
  0.04, 0.055, 0.06, 0.05, 0.045, 0.035, 0.02, 0.006,
];
/** Share of bays taken in the basement. */
const parkedWorkday: Daily = [
  0.92, 0.92, 0.92, 0.92, 0.92, 0.91, 0.88, 0.74, 0.58, 0.52, 0.5, 0.48, 0.48, 0.49, 0.49, 0.5, 0.53, 0.62,
  0.75, 0.84, 0.88, 0.9, 0.91, 0.92,
];
const parkedRestDay: Daily = [
  0.92, 0.92, 0.92, 0.92, 0.92, 0.92, 0.91, 0.89, 0.85, 0.78, 0.7, 0.66, 0.67, 0.69, 0.66, 0.63, 0.62, 0.65,
  0.71, 0.78, 0.84, 0.88, 0.9, 0.92,
];
const carChurn: Daily = churn.map((share) => share * 0.45);

export const shareParked = ({ hour, rest }: Pick<Moment, "hour" | "rest">): number =>
  valueAt(rest ? parkedRestDay : parkedWorkday, hour);

/** From midnight to `hour`: what came in and out for the level curve to hold, plus the churn both ways. */
function withinDay(level: Daily, coming: Daily, hour: number): Passage {
  let rises = 0;
  let falls = 0;
  for (let step = 0; step < hour; step++) {
    const until = Math.min(step + 1, hour);
    const change = valueAt(level, until === 24 ? 0 : until) - valueAt(level, step);
    if (change > 0) rises += change;
    else falls -= change;
  }
  const both = sumUntil(coming, hour);
  return { in: rises + both, out: falls + both };
}

/** Counting began with this local day. */
const firstDay = 20_089;

/** Both levels stand alike at midnight, so whole days add up without remembering them one by one. */
function since(work: Daily, rest: Daily, coming: Daily, { day, hour, rest: resting }: Moment): Passage {
  const workDay = withinDay(work, coming, 24);
  const restDay = withinDay(rest, coming, 24);
  const weeks = Math.floor((day - firstDay) / 7);
  let restDays = weeks * 2;
  for (let passed = firstDay + weeks * 7; passed < day; passed++) if (isRestDay(passed)) restDays++;
  const workDays = day - firstDay - restDays;
  const today = withinDay(resting ? rest : work, coming, hour);
  return {
    in: workDays * workDay.in + restDays * restDay.in + today.in,
    out: workDays * workDay.out + restDays * restDay.out + today.out,
  };
}

/** Persons through all gates, per head of the population. */
export const peoplePassed = (moment: Moment): Passage => since(atHomeWorkday, atHomeRestDay, churn, moment);

/** Cars through all vehicle gates, per bay. */
export const carsPassed = (moment: Moment): Passage => since(parkedWorkday, parkedRestDay, carChurn, moment);

/** When, within the last minute, the count of a lane last became a whole car more; null when it did not. */
export function secondsSinceLastCar(countAt: (moment: Moment) => number, atMs: number): number | null {
  const now = Math.floor(countAt(momentOf(atMs)));
  if (Math.floor(countAt(momentOf(atMs - 20_000))) === now) return null;
  for (let back = 1; back <= 20; back++) {
    if (Math.floor(countAt(momentOf(atMs - back * 1000))) !== now) return back - 1;
  }
  return null;
}
