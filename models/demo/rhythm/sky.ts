import type { GeographicPlace } from "../../community/community.ts";
import { subSeed } from "../seed.ts";
import type { Moment } from "./moment.ts";
import { momentOf } from "./moment.ts";
import { powerPerKwp } from "./photovoltaics.ts";
import type { SunPosition } from "./sun.ts";
import { sunAt, sunsetHour } from "./sun.ts";
import type { Weather } from "./weather.ts";
import { weatherAt } from "./weather.ts";

/** All that is the same for everybody at an instant. */
export interface Now {
  readonly moment: Moment;
  readonly sun: SunPosition;
  readonly weather: Weather;
  readonly sunsetHour: number;
  /** AC power of a panel, kW per kWp. */
  readonly pvPerKwp: number;
  readonly dark: boolean;
}

/** Instants are told apart by the second; the last one is kept, since a tick asks for it many times. */
export function skyOver(seed: number, place: GeographicPlace): (atMs: number) => Now {
  const weatherSeed = subSeed(seed, "weather");
  let last: Now | null = null;
  let sunset = { day: Number.NaN, hour: 18 };
  return (atMs) => {
    const second = Math.floor(atMs / 1000) * 1000;
    if (last?.moment.atMs === second) return last;
    const moment = momentOf(second);
    if (sunset.day !== moment.day) sunset = { day: moment.day, hour: sunsetHour(place, moment.day) };
    const sun = sunAt(place, second);
    const weather = weatherAt(weatherSeed, moment, sun);
    last = {
      moment,
      sun,
      weather,
      sunsetHour: sunset.hour,
      pvPerKwp: powerPerKwp(sun, weather),
      dark: sun.altitudeDeg < 0,
    };
    return last;
  };
}
