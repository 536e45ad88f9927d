import { hours, minutes } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import type { Household } from "../rhythm/household.ts";
import { homeEnergyKwh, homePowerKw, isOccupied } from "../rhythm/household.ts";
import type { Now } from "../rhythm/sky.ts";
import { cookingOfMean } from "../rhythm/supply.ts";
import { chance } from "../seed.ts";
import type { Works } from "../works.ts";
import { indoorC } from "./climate.ts";
import { mainsVoltage } from "./power.ts";
import type { Readers } from "./reader.ts";
import { around, batteryPercent, clamp } from "./reader.ts";

/** @throws when the device is in no home. */
function homeOf(device: DemoDevice, works: Works): Household {
  const home = device.place.dwelling && works.households.get(device.place.dwelling);
  if (!home) throw new Error(`${device.id} is in no home of the demo`);
  return home;
}

/** Share of the day's steps taken by an hour. */
const stepsBy = (hour: number): number => clamp((hour - 6) / 15, 0, 1);

const postureOf = (present: boolean, { moment: { hour, atMs } }: Now, seed: number): string => {
  if (!present) return "none";
  if (hour >= 22 || hour < 6) return "lying";
  return chance(seed, Math.floor(atMs / (20 * minutes)), 51) < 0.6 ? "sitting" : "standing";
};

export const homeReaders: Readers = {
  gas_detector: (device, now, works) => {
    const present = isOccupied(homeOf(device, works), now.moment);
    const cooking = present ? cookingOfMean(now.moment) : 0;
    return {
      methane: clamp(around(device, now, 0.3 * cooking, 0.4, 9 * minutes, 1), 0, 4),
      carbonMonoxide: clamp(around(device, now, 1 + 1.4 * cooking, 1, 11 * minutes, 2), 0, 12),
      state: "normal",
      valveOpen: true,
    };
  },
  elec_meter: (device, now, works) => {
    const home = homeOf(device, works);
    const power = homePowerKw(home, now);
    const voltage = mainsVoltage(device, now, 1);
    return {
      energy: homeEnergyKwh(home, now.moment),
      power,
      voltage,
      current: (power * 1000) / (voltage * 0.94),
      occupied: isOccupied(home, now.moment),
    };
  },
  room_temp: (device, now) => ({
    temperature: indoorC(device.seed, now),
    humidity: clamp(around(device, now, 36 + 0.12 * now.weather.humidityPercent, 4, 2 * hours, 1), 20, 80),
    battery: batteryPercent(device, now),
  }),
  sos_button: (device, now) => ({ state: "idle", battery: batteryPercent(device, now) }),
  wearable: (device, now, works) => {
    const present = isOccupied(homeOf(device, works), now.moment);
    const { hour, day } = now.moment;
    const awake = hour >= 6.5 && hour < 21.5;
    return {
      heartRate: around(device, now, (awake ? 76 : 60) + (present ? 0 : 9), 7, 6 * minutes, 1),
      oxygen: around(device, now, 97, 1.2, 30 * minutes, 2),
      steps: (2500 + 5500 * chance(device.seed, day, 3)) * stepsBy(hour),
      zone: present ? "home" : "garden",
      fall: false,
      // Charged overnight.
      battery: clamp(hour < 6 ? 70 + 5 * hour : 100 - (hour - 6) * 1.9, 25, 100),
    };
  },
  fall_radar: (device, now, works) => {
    const present = isOccupied(homeOf(device, works), now.moment);
    return {
      presence: present,
      posture: postureOf(present, now, device.seed),
      breathing: present ? around(device, now, 15, 2.5, 8 * minutes, 1) : 0,
      fall: false,
    };
  },
};
