import { hours, minutes } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import { chargeAt, chargerMeterKwh } from "../rhythm/charging.ts";
import type { Daily } from "../rhythm/daily.ts";
import { sumUntil, valueAt } from "../rhythm/daily.ts";
import type { Moment } from "../rhythm/moment.ts";
import { dayOfHome } from "../rhythm/presence.ts";
import { shareParked } from "../rhythm/passage.ts";
import { chance } from "../seed.ts";
import { garageC } from "./climate.ts";
import type { Readers } from "./reader.ts";
import { around, clamp } from "./reader.ts";

/** When household waste is brought: mornings and evenings. */
const bringing: Daily = [
  0, 0, 0, 0, 0, 0.2, 1, 3.2, 3, 1, 0.3, 0.3, 0.4, 0.3, 0.2, 0.2, 0.4, 1.2, 3.4, 3.2, 1, 0.3, 0.1, 0,
];
/** Hours at which stations are emptied. */
const emptied = [10, 21.5] as const;
const kgWhenFull = { kitchen: 150, other: 60, recyclable: 45, hazardous: 20 } as const;
/** Fill that a day's largest load comes to, percent. */
const topFill = { kitchen: 72, other: 68, recyclable: 46, hazardous: 12 } as const;

/** Share of use of one port of an e-bike charger. */
const ebikeUse: Daily = [
  0.5, 0.42, 0.3, 0.2, 0.14, 0.1, 0.1, 0.14, 0.2, 0.22, 0.24, 0.26, 0.3, 0.3, 0.28, 0.26, 0.28, 0.4, 0.55,
  0.65, 0.7, 0.7, 0.66, 0.58,
];

/** Bays of three that are taken; each bay has its own chance for the day. */
function taken(device: DemoDevice, moment: Moment): number {
  let count = 0;
  for (let bay = 1; bay <= 3; bay++) {
    if (chance(device.seed, dayOfHome(moment), bay) < shareParked(moment)) count++;
  }
  return count;
}

/** Waste brought since the last emptying, as a share of the fullest moment of a usual day. */
function brought({ hour, day }: Moment, device: DemoDevice): number {
  const since = hour >= emptied[1] ? emptied[1] : hour >= emptied[0] ? emptied[0] : emptied[1] - 24;
  const sum =
    since < 0
      ? sumUntil(bringing, hour) + sumUntil(bringing, 24) - sumUntil(bringing, 24 + since)
      : sumUntil(bringing, hour) - sumUntil(bringing, since);
  return clamp(sum / 10, 0, 1) * (0.75 + 0.25 * chance(device.seed, day, 5));
}

/** Power of one port, W: a session of hours with its own power that falls towards the end. */
function portW(device: DemoDevice, port: number, { atMs, hour }: Moment): number {
  const slotMs = 4 * hours;
  const shifted = atMs + ((device.seed >>> port) % slotMs);
  const slot = Math.floor(shifted / slotMs);
  const along = (shifted % slotMs) / slotMs;
  if (along > 0.9 || chance(device.seed, slot, 20 + port) >= valueAt(ebikeUse, hour)) return 0;
  return (140 + 190 * chance(device.seed, slot, 40 + port)) * Math.min(1, (0.9 - along) * 5);
}

export const mobilityReaders: Readers = {
  parking_detector: (device, now) => ({ occupied: taken(device, now.moment), misuse: "none" }),
  ev_charger: (device, now, works) => {
    const charger = works.chargers.get(device.id);
    if (!charger) throw new Error(`${device.id} is no charger of the demo`);
    const charge = chargeAt(charger, now.moment.atMs);
    const voltage = charger.direct
      ? charge.powerKw > 0
        ? 410
        : 0
      : around(device, now, 226, 3, 3 * minutes, 1);
    return {
      state: charge.state,
      power: charge.powerKw * (charge.powerKw > 0 ? around(device, now, 0.985, 0.012, 40_000, 2) : 1),
      voltage,
      current: voltage > 0 ? Math.min(160, (charge.powerKw * 1000) / voltage) : 0,
      session: charge.sessionKwh,
      charge: charge.carPercent,
      connector: garageC(now) + (charger.direct ? 38 : 24) * (charge.powerKw / charger.ratedKw),
      meter: chargerMeterKwh(charger, now.moment.atMs),
      leakage: charge.powerKw > 0 ? around(device, now, 4, 2, 2 * minutes, 3) : 0,
    };
  },
  ebike_charger: (device, now) => {
    const ports = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((port) => portW(device, port, now.moment));
    const used = ports.filter((watts) => watts > 0).length;
    return {
      ...Object.fromEntries(ports.map((watts, index) => [`port${index + 1}`, watts])),
      longest: used > 0 ? around(device, now, 2.2, 1.2, hours, 1) : 0,
      temperature: now.weather.temperatureC + 3 + 1.1 * used,
      smoke: false,
      relay: true,
      energy:
        9 * (now.moment.day - 18_500) + (9 * sumUntil(ebikeUse, now.moment.hour)) / sumUntil(ebikeUse, 24),
    };
  },
  waste_station: (device, now) => {
    const share = brought(now.moment, device);
    const fill = (stream: keyof typeof topFill): number => topFill[stream] * share;
    const weight = (stream: keyof typeof topFill): number => (kgWhenFull[stream] * fill(stream)) / 100;
    const busy = valueAt(bringing, now.moment.hour) / 4;
    const { hour } = now.moment;
    return {
      kitchenFill: fill("kitchen"),
      otherFill: fill("other"),
      recyclableFill: fill("recyclable"),
      hazardousFill: fill("hazardous"),
      kitchenWeight: weight("kitchen"),
      otherWeight: weight("other"),
      recyclableWeight: weight("recyclable"),
      hazardousWeight: weight("hazardous"),
      doorOpen: chance(device.seed, Math.floor(now.moment.atMs / 12_000), 2) < busy * 0.5,
      temperature: now.weather.temperatureC + 2 + 3 * share,
      ammonia: around(device, now, 0.6 + 1.6 * share, 0.3, 12 * minutes, 3),
      sulphide: clamp(around(device, now, 0.03 + 0.12 * share, 0.02, 15 * minutes, 4), 0, 1),
      liftings: hour >= emptied[1] ? 2 : hour >= emptied[0] ? 1 : 0,
    };
  },
};
