import type { Daily } from "./daily.ts";
import { ofMeanOne, valueAt } from "./daily.ts";
import type { Moment } from "./moment.ts";
import type { Now } from "./sky.ts";

/** Water of a person, litres per hour; about 110 a day, rest days an hour later. */
const litresPerPersonHour: Daily = [
  1.2, 1, 1, 1, 1, 1.5, 5.5, 10.5, 8.2, 4.8, 3.4, 4, 5, 3.8, 2.9, 2.8, 3.2, 4.6, 8.2, 9.6, 9.4, 8.6, 6.4, 3,
];
/** Cooking, as a share of the day's mean. */
const cooking: Daily = ofMeanOne([
  0.1, 0.05, 0.05, 0.05, 0.1, 0.4, 1.6, 2.2, 0.9, 0.4, 0.9, 2.6, 2.4, 0.7, 0.4, 0.4, 0.9, 2.6, 3.2, 2, 1, 0.6,
  0.4, 0.2,
]);
/** Use of public buildings: open by day. */
const publicLoad: Daily = [
  0.18, 0.17, 0.17, 0.17, 0.18, 0.22, 0.4, 0.7, 0.95, 1, 1, 1, 0.9, 0.92, 1, 1, 1, 0.95, 0.85, 0.7, 0.55,
  0.35, 0.22, 0.18,
];

const restShift = ({ hour, rest }: Moment): number => (rest ? hour - 1 : hour);

export const waterPerPersonLh = (moment: Moment): number => valueAt(litresPerPersonHour, restShift(moment));

export const cookingOfMean = (moment: Moment): number => valueAt(cooking, restShift(moment));

/** Share of a public building's full load: lights, air, kitchens. */
export const publicShare = (moment: Moment): number =>
  valueAt(publicLoad, moment.hour) * (moment.rest && moment.hour > 7 && moment.hour < 18 ? 0.75 : 1);

/** Share of the water that goes through the pumps: homes above the sixth floor. */
export const boostedShare = 0.72;

/** Circulation and control of a heat substation, kW electric, by the heat it sends out, kW. */
export const substationElectricKw = (heatKw: number): number => (heatKw > 0 ? 3 + heatKw / 110 : 1.2);

/** Heating season of the north: mid-November to mid-March. */
export const isHeating = ({ year }: Moment): boolean => year > 0.873 || year < 0.205;

/** Heat a square metre asks for, W: 45 W/m² at −7 °C outside and 20 °C inside; nothing outside the season. */
export const heatPerM2W = ({ moment, weather }: Now): number =>
  isHeating(moment) ? Math.max(6, (45 * (20 - weather.temperatureC)) / 27) : 0;

/** Supply temperature of floor heating by the weather: 45 °C in deep cold, 32 °C in mild days. */
export const floorSupplyC = ({ weather }: Now): number =>
  Math.min(46, Math.max(32, 38 - 0.35 * (weather.temperatureC - 2)));
