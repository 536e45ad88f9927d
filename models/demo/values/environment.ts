import { hours, minutes } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import type { Daily } from "../rhythm/daily.ts";
import { valueAt } from "../rhythm/daily.ts";
import type { Now } from "../rhythm/sky.ts";
import { shareParked } from "../rhythm/passage.ts";
import { chance } from "../seed.ts";
import { garageC } from "./climate.ts";
import type { Readers } from "./reader.ts";
import { around, batteryPercent, clamp } from "./reader.ts";

/** Sound of a quiet community over the day, dB(A). */
const soundByHour: Daily = [
  38, 37, 37, 37, 38, 40, 44, 48, 49.5, 49, 48.5, 49, 49.5, 48, 48, 48.5, 49, 50, 50.5, 51, 50, 47, 43, 40,
];

/** LAeq of a minute at a place. */
const soundDb = (device: DemoDevice, now: Now): number =>
  valueAt(soundByHour, now.moment.hour) +
  3 * (chance(device.seed, 0, 1) - 0.5) +
  around(device, now, 0, 1.6, 80_000, 2) +
  0.4 * now.weather.windMs;

/** Cars on the move in the garage: how fast bays fill or empty, per hour. */
const garageTraffic = ({ moment }: Now): number =>
  Math.abs(shareParked(moment) - shareParked({ ...moment, hour: (moment.hour + 23.5) % 24 })) * 2;

/** Valves open before people are about, while plants grow. */
const isWatering = ({ moment: { hour, month }, weather }: Now, device: DemoDevice): boolean =>
  month >= 3 &&
  month <= 9 &&
  weather.rainMmH === 0 &&
  hour >= 5 + (device.seed % 6) / 4 &&
  hour < 5.4 + (device.seed % 6) / 4;

export const environmentReaders: Readers = {
  env_station: (device, now) => {
    const { weather } = now;
    const near = (value: number, share: number, salt: number): number =>
      value * around(device, now, 1, share, 7 * minutes, salt);
    return {
      pm25: near(weather.pm25, 0.08, 1),
      pm10: near(weather.pm10, 0.08, 2),
      ozone: near(weather.ozone, 0.06, 3),
      temperature: weather.temperatureC + around(device, now, 0, 0.4, 20 * minutes, 4),
      humidity: weather.humidityPercent + around(device, now, 0, 2, 30 * minutes, 5),
      pressure: weather.pressureHPa - device.place.at[2] * 0.12,
      windSpeed: near(weather.windMs * (device.place.at[2] > 50 ? 1.4 : 1), 0.15, 6),
      gust: near(weather.gustMs * (device.place.at[2] > 50 ? 1.4 : 1), 0.1, 7),
      windDirection: (weather.windFromDeg + around(device, now, 0, 12, 2 * minutes, 8) + 360) % 360,
      rain: weather.rainMmH,
      noise: soundDb(device, now),
      uv: weather.uvIndex,
    };
  },
  noise_monitor: (device, now) => {
    const level = soundDb(device, now);
    return {
      level,
      level15: valueAt(soundByHour, now.moment.hour) + around(device, now, 0, 1.2, 15 * minutes, 3),
      peak: level + around(device, now, 6, 2, 60_000, 4),
      l10: level + 2.4,
      l50: level - 1.1,
      l90: level - 3.8,
    };
  },
  garage_co: (device, now) => {
    const carbonMonoxide = clamp(around(device, now, 2 + 46 * garageTraffic(now), 2, 6 * minutes, 1), 0, 23);
    return { carbonMonoxide, temperature: garageC(now), fan: carbonMonoxide >= 9 };
  },
  irrigation: (device, now) => {
    const watering = isWatering(now, device);
    return {
      moisture: around(device, now, 27, 5, 30 * hours, 1) + (watering ? 4 : 0),
      temperature: clamp(5 + 0.55 * now.weather.temperatureC, -1, 32),
      valveOpen: watering,
      volume: 1.4 * (now.moment.day - 18_900) + (watering ? 0.4 : 0),
      excess: watering ? around(device, now, 0, 9, 4 * minutes, 2) : 0,
      battery: batteryPercent(device, now),
      rssi: around(device, now, -88, 9, 5 * hours, 3),
    };
  },
  pond: (device, now) => ({
    levelOffset: around(device, now, 0.01, 0.05, 20 * hours, 1),
    turbidity: around(device, now, 7, 2.5, 6 * hours, 2),
    oxygen: around(device, now, 8.6 - 0.07 * now.weather.temperatureC, 0.6, 4 * hours, 3),
    temperature: clamp(4 + 0.7 * now.weather.temperatureC, 0.5, 31),
    pump: now.moment.hour >= 7 && now.moment.hour < 22 ? "running" : "stopped",
    childNear: false,
  }),
};
