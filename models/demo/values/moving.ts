import { minutes } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import { sumUntil, valueAt } from "../rhythm/daily.ts";
import { callsByHour, rideAt, tripsPerDay } from "../rhythm/lift-ride.ts";
import type { Moment } from "../rhythm/moment.ts";
import { momentOf } from "../rhythm/moment.ts";
import { carsPassed, peoplePassed, secondsSinceLastCar, shareParked } from "../rhythm/passage.ts";
import { chance } from "../seed.ts";
import type { Readers } from "./reader.ts";
import { around, clamp } from "./reader.ts";

const personsInFullCar = 13;
const population = 9000;
const bays = 3300;

/** Seconds a barrier takes to rise, and stays up for a car. */
const risingS = 2;
const upS = 7;
const fallingS = 9;

function armAt(sinceS: number | null): string {
  if (sinceS === null || sinceS >= fallingS) return "down";
  if (sinceS < risingS) return "rising";
  return sinceS < upS ? "up" : "falling";
}

/** Whether a door stands open: a passage lasts eight seconds, and mornings and evenings have most of them. */
function openFor(device: DemoDevice, { atMs, hour }: Moment): number {
  const slotMs = 15_000;
  const slot = Math.floor((atMs + device.seed) / slotMs);
  const likely = 0.02 + 0.016 * valueAt(callsByHour, hour);
  if (chance(device.seed, slot, 1) >= likely) return 0;
  const sinceS = ((atMs + device.seed) % slotMs) / 1000;
  return sinceS < 8 ? Math.floor(sinceS) + 1 : 0;
}

export const movingReaders: Readers = {
  lift: (device, now, works) => {
    const shaft = works.shafts.get(device.id);
    if (!shaft) throw new Error(`${device.id} has no shaft`);
    const ride = rideAt(shaft, now.moment.atMs);
    const trips =
      tripsPerDay(shaft) *
      (now.moment.day - 18_600 + sumUntil(callsByHour, now.moment.hour) / sumUntil(callsByHour, 24));
    return {
      floor: ride.floor,
      direction: ride.direction,
      door: ride.door,
      speed: ride.speedMs,
      load: (ride.persons / personsInFullCar) * 100,
      person: ride.persons > 0,
      mode: "normal",
      doorUnsafe: false,
      levelError: around(device, now, 0, 4, 7 * minutes, 1),
      trips,
      doorCycles: trips * 2.1,
      doorReopens: chance(device.seed, Math.floor(now.moment.atMs / (10 * minutes)), 2) < 0.04 ? 1 : 0,
      vibration: around(device, now, 7 + 6 * ride.speedMs, 3, 20_000, 3),
      machineRoom: clamp(
        18 + 0.35 * now.weather.temperatureC + 5 * valueAt(callsByHour, now.moment.hour) * 0.4,
        8,
        36,
      ),
      brake: ride.direction === "idle" ? "applied" : "released",
    };
  },
  vehicle_gate: (device, now, works) => {
    const gate = works.gates.get(device.id);
    const lane = gate?.lane ?? "in";
    const countAt = (moment: Moment): number =>
      carsPassed(moment)[lane] * bays * (gate?.share ?? 0) + (device.seed % 1000) / 1000;
    const { atMs } = now.moment;
    const arm = armAt(secondsSinceLastCar(countAt, atMs));
    const perMinute = countAt(now.moment) - countAt(momentOf(atMs - 60_000));
    return {
      arm,
      direction: lane,
      queue: clamp(perMinute * 0.7 + around(device, now, 0, 0.8, 50_000, 1), 0, 5),
      freeBays: Math.round(bays * (1 - shareParked(now.moment))),
      passed: Math.floor(countAt(now.moment)),
      confidence: around(device, now, 96, 3, 2 * minutes, 2),
      loop: arm !== "down",
      manual: false,
      down: false,
    };
  },
  turnstile: (device, now, works) => {
    const share = works.gates.get(device.id)?.share ?? 0;
    const passed = peoplePassed(now.moment);
    return {
      in: Math.floor(passed.in * population * share),
      out: Math.floor(passed.out * population * share),
      tailgate: false,
      mode: "controlled",
      freeExit: "standby",
    };
  },
  door_access: (device, now) => {
    const open = openFor(device, now.moment);
    return { door: open > 0 ? "open" : "closed", locked: open === 0, openFor: open, tamper: false };
  },
  camera: (device, now) => ({
    online: true,
    frameRate: 25,
    bitrate: around(device, now, now.dark ? 2600 : 3400, 900, 4 * minutes, 1),
    blocked: around(device, now, 5, 4, 30 * minutes, 2),
  }),
  throw_camera: () => ({ thrown: false, floor: 0, online: true }),
  perimeter: (device, now) => ({
    intrusion: false,
    tension: around(
      device,
      now,
      205 - 0.8 * now.weather.temperatureC,
      14 + 2 * now.weather.windMs,
      5 * minutes,
      1,
    ),
    tamper: false,
  }),
};
