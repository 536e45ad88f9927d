import { days, hours, minutes } from "../../quantity.ts";
import { drift } from "../seed.ts";
import type { Moment } from "./moment.ts";
import type { SunPosition } from "./sun.ts";

/** The weather over the community, the same for all its stations but for their own small differences. */
export interface Weather {
  readonly temperatureC: number;
  readonly humidityPercent: number;
  readonly pressureHPa: number;
  readonly windMs: number;
  readonly gustMs: number;
  readonly windFromDeg: number;
  readonly rainMmH: number;
  /** 0 = blue sky, 1 = overcast. */
  readonly cloud: number;
  /** Global horizontal irradiance, W/m². */
  readonly irradiance: number;
  readonly pm25: number;
  readonly pm10: number;
  readonly ozone: number;
  readonly uvIndex: number;
}

/** Monthly means of Jinan, °C. */
const monthlyC = [-0.4, 2.7, 8.7, 16.1, 22.2, 26.7, 27.7, 26.5, 21.9, 15.7, 8, 1.6] as const;

/** Mean temperature on a day of the year (0 to 1), straight between the middles of months. */
function seasonalC(year: number): number {
  const along = year * 12 - 0.5;
  const month = Math.floor(along);
  const of = (index: number): number => monthlyC[(index + 12) % 12] ?? 14;
  return of(month) + (of(month + 1) - of(month)) * (along - month);
}

/** Haurwitz clear-sky irradiance, W/m². */
export function clearSky(altitudeDeg: number): number {
  const cosZenith = Math.sin((altitudeDeg * Math.PI) / 180);
  return cosZenith > 0.01 ? 1098 * cosZenith * Math.exp(-0.057 / cosZenith) : 0;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export function weatherAt(seed: number, { atMs, hour, year }: Moment, sun: SunPosition): Weather {
  const summer = (1 - Math.cos(2 * Math.PI * year)) / 2;
  const front = drift(seed, atMs, 2.6 * days, 11);
  const cloud = clamp(0.42 + 0.55 * front + 0.3 * drift(seed, atMs, 7 * hours, 12), 0, 1);
  const patches = 1 - 0.35 * cloud * (0.5 + 0.5 * drift(seed, atMs, 9 * minutes, 13));
  const irradiance = clearSky(sun.altitudeDeg) * (0.98 - 0.72 * cloud ** 1.6) * patches;
  const rainMmH = cloud > 0.88 ? ((cloud - 0.88) / 0.12) * (1.5 + 7 * summer) * patches : 0;
  const swing = (3 + 3 * (1 - cloud)) * Math.cos(((hour - 15) / 24) * 2 * Math.PI);
  const temperatureC =
    seasonalC(year) +
    swing +
    3.5 * drift(seed, atMs, 3.4 * days, 14) +
    0.3 * drift(seed, atMs, 12 * minutes, 15);
  const windMs = clamp(
    1.2 +
      2.4 * (0.5 + 0.5 * drift(seed, atMs, 15 * hours, 16)) ** 2 +
      0.9 * drift(seed, atMs, 4 * minutes, 17),
    0,
    20,
  );
  const haze = 0.5 + 0.5 * drift(seed, atMs, 2.2 * days, 18);
  const pm25 = clamp((22 + 46 * (1 - summer)) * (0.35 + 1.1 * haze) * (rainMmH > 0.2 ? 0.6 : 1), 3, 320);
  return {
    temperatureC,
    humidityPercent: clamp(38 + 34 * cloud + 14 * summer - 2.2 * swing, 12, 99),
    pressureHPa: 1016 - 10 * summer - 7 * front,
    windMs,
    gustMs: windMs * (1.35 + 0.25 * drift(seed, atMs, 2 * minutes, 19)),
    windFromDeg:
      (((200 + 110 * drift(seed, atMs, 11 * hours, 20) + 15 * drift(seed, atMs, 3 * minutes, 21)) % 360) +
        360) %
      360,
    rainMmH,
    cloud,
    irradiance,
    pm25,
    pm10: pm25 * (1.5 + 0.3 * drift(seed, atMs, 6 * hours, 22)),
    ozone: 18 + 0.09 * irradiance + 2.2 * Math.max(0, temperatureC),
    uvIndex: (irradiance / 1000) * 9,
  };
}
