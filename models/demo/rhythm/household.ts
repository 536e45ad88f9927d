import type { Dwelling } from "../../community/community.ts";
import { minutes } from "../../quantity.ts";
import { chance, drift, gauss, subSeed } from "../seed.ts";
import type { Daily } from "./daily.ts";
import { ofMeanOne, sumUntil, valueAt } from "./daily.ts";
import type { Moment } from "./moment.ts";
import { dayOfHome, shareAtHome, someoneHome } from "./presence.ts";
import type { Now } from "./sky.ts";

/** Electric load of homes over the day, given in percent of its mean, mean 1. */
export const loadWorkday = ofMeanOne([
  82.1, 69.4, 63.1, 58.9, 57.9, 61, 77.9, 101, 92.6, 82.1, 80, 94.7, 107.3, 94.7, 84.2, 82.1, 88.4, 111.5,
  143.1, 166.2, 174.7, 168.3, 147.3, 111.5,
]);
export const loadRestDay = ofMeanOne([
  82.8, 70.7, 62.6, 58.6, 56.5, 57.6, 64.6, 80.8, 94.9, 101, 103, 115.1, 123.2, 107, 94.9, 90.9, 94.9, 111.1,
  135.3, 149.4, 153.5, 149.4, 135.3, 107,
]);
/** January to December, mean 1: district heat in winter, before cooling in summer. */
const loadByMonth = ofMeanOne([1.08, 1.05, 0.98, 0.92, 0.9, 0.95, 1.08, 1.06, 0.95, 0.92, 0.98, 1.13]);

/** Share of homes with lights on, for a sunset at about six; evenings follow the sunset of the day. */
const lightsOn: Daily = [
  0.06, 0.03, 0.02, 0.02, 0.02, 0.05, 0.2, 0.22, 0.08, 0.04, 0.03, 0.03, 0.05, 0.03, 0.03, 0.03, 0.08, 0.35,
  0.66, 0.8, 0.82, 0.74, 0.48, 0.2,
];
/** Share of homes whose cooling runs when it is hot. */
const coolingOn: Daily = [
  0.7, 0.7, 0.7, 0.68, 0.66, 0.6, 0.5, 0.4, 0.35, 0.35, 0.35, 0.35, 0.4, 0.4, 0.38, 0.36, 0.38, 0.45, 0.6,
  0.75, 0.8, 0.8, 0.78, 0.74,
];

/** A home as the demo knows it. */
export interface Household {
  readonly dwelling: Dwelling;
  readonly seed: number;
  readonly yearlyKwh: number;
}

const meanYearlyKwh = 2700;
const spreadLn = 0.55;

export function household(dwelling: Dwelling, seed: number): Household {
  const own = subSeed(seed, dwelling.id);
  const size = Math.sqrt((dwelling.areaM2 / 110) * ((dwelling.residents + 1) / 4));
  const draw = Math.exp(Math.log(meanYearlyKwh) - spreadLn ** 2 / 2 + spreadLn * gauss(own, 0, 2));
  return { dwelling, seed: own, yearlyKwh: Math.min(9000, Math.max(300, draw * size)) };
}

function shareWithLights({ moment, sunsetHour }: Now): number {
  // The evening's rise is bound to the dark, its end to bedtime.
  if (moment.hour < 12) return valueAt(lightsOn, moment.hour);
  const pull = Math.max(0, Math.min(1, (21 - moment.hour) / 4));
  return valueAt(lightsOn, moment.hour - (sunsetHour - 17.6) * pull);
}

export const lightsAreOn = (home: Household, now: Now): boolean =>
  home.dwelling.residents > 0 &&
  chance(home.seed, dayOfHome(now.moment), 3) < shareWithLights(now) / shareAtHome(now.moment) &&
  someoneHome(home.seed, now.moment);

export const isOccupied = (home: Household, moment: Moment): boolean =>
  home.dwelling.residents > 0 && someoneHome(home.seed, moment);

/** Load of an empty home: a meter, a door bell. */
const standbyKw = 0.015;
/** An empty-for-now home still cools its fridge. */
const awayShare = 0.45;

/**
 * Electric power of a home, kW: its yearly use in the shape of the day, more when somebody is in, with kettles and
 * stoves for some minutes, lights, and cooling above 26 °C (0.06 kW/K). The mean over all homes keeps the shape.
 */
export function homePowerKw(home: Household, now: Now): number {
  if (home.dwelling.residents === 0) return standbyKw;
  const { moment, weather } = now;
  const shape = valueAt(moment.rest ? loadRestDay : loadWorkday, moment.hour);
  const meanKw = (home.yearlyKwh / 8766) * (loadByMonth[moment.month] ?? 1) * shape;
  const present = someoneHome(home.seed, moment);
  const share = shareAtHome(moment);
  const presence = present ? (1 - (1 - share) * awayShare) / share : awayShare;
  let powerKw = 0.7 * meanKw * presence * (1 + 0.45 * drift(home.seed, moment.atMs, 17 * minutes, 4));
  if (present) {
    const slot = Math.floor((moment.atMs + home.seed) / (7 * minutes));
    const likely = Math.min(0.6, (0.3 * meanKw) / share / 1.5);
    if (chance(home.seed, slot, 5) < likely) powerKw += 0.9 + 1.2 * chance(home.seed, slot, 6);
    if (lightsAreOn(home, now)) powerKw += 0.0005 * home.dwelling.areaM2;
  }
  const tooHotK = weather.temperatureC - 26;
  if (tooHotK > 0 && chance(home.seed, dayOfHome(moment), 7) < valueAt(coolingOn, moment.hour)) {
    powerKw += 0.06 * tooHotK;
  }
  return Math.min(11.5, Math.max(0.005, powerKw));
}

/** Reading of the home's meter, kWh: its yearly use spread over the days in their shape, never falling. */
export function homeEnergyKwh(home: Household, { day, hour, rest }: Moment): number {
  const perDay = home.dwelling.residents === 0 ? standbyKw * 24 : home.yearlyKwh / 365.25;
  const shape = rest ? loadRestDay : loadWorkday;
  const since = day - 18_000 + sumUntil(shape, hour) / sumUntil(shape, 24);
  return perDay * since + 2000 * chance(home.seed, 0, 8);
}
