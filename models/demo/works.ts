import type { DeviceId, DwellingId } from "../ids.ts";
import type { Feeder } from "./devices/grid.ts";
import type { GateDevice } from "./devices/gates.ts";
import type { Site } from "./devices/site.ts";
import { gathered } from "./gathered.ts";
import type { Charger } from "./rhythm/charging.ts";
import type { Household } from "./rhythm/household.ts";
import { homePowerKw } from "./rhythm/household.ts";
import type { Shaft } from "./rhythm/lift-ride.ts";
import { ridePowerKw, rideAt } from "./rhythm/lift-ride.ts";
import { chargeAt } from "./rhythm/charging.ts";
import type { Now } from "./rhythm/sky.ts";
import { storagePowerKw } from "./rhythm/storage.ts";
import { lampBrightness } from "./rhythm/lamps.ts";
import {
  boostedShare,
  heatPerM2W,
  publicShare,
  substationElectricKw,
  waterPerPersonLh,
} from "./rhythm/supply.ts";
import { shareParked } from "./rhythm/passage.ts";

/** What the parts of the demo are made of, by device; all of it fixed once placed. */
export interface Parts {
  readonly site: Site;
  readonly households: ReadonlyMap<DwellingId, Household>;
  readonly shafts: ReadonlyMap<DeviceId, Shaft>;
  readonly chargers: ReadonlyMap<DeviceId, Charger>;
  readonly panelsKwp: ReadonlyMap<DeviceId, number>;
  readonly gates: ReadonlyMap<DeviceId, GateDevice>;
  readonly feeders: readonly Feeder[];
  /** Devices below each device by power. */
  readonly fed: ReadonlyMap<DeviceId, readonly DeviceId[]>;
  /** Inverters and batteries beside the feeders of each transformer. */
  readonly beside: ReadonlyMap<DeviceId, readonly DeviceId[]>;
}

/** The parts with the electricity that flows through them: what is drawn above is the sum of what is drawn below. */
export interface Works extends Parts {
  feederOf(device: DeviceId): Feeder | undefined;
  feederKw(feeder: Feeder, now: Now): number;
  /** Negative when the roofs send more up than is drawn. */
  transformerKw(transformer: DeviceId, now: Now): number;
  panelsKw(inverter: DeviceId, now: Now): number;
}

export const lampWatts = 40;
export const waterKwhPerM3 = 0.5;
export const substations = 3;
const garageLightKw = 70;
const publicWattsPerM2 = 24;

export function worksOf(parts: Parts): Works {
  const { site, households, shafts, chargers, panelsKwp, feeders, fed, beside } = parts;
  const byId = new Map(feeders.map((feeder) => [feeder.device.id, feeder]));
  const byTransformer = gathered(feeders, ({ transformer }) => transformer);
  const byBuilding = gathered(households.values(), ({ dwelling }) => dwelling.building as string);
  const residents = site.community.dwellings.reduce((sum, dwelling) => sum + dwelling.residents, 0);
  const lamps = feeders.find(({ serves }) => serves === "street");
  const lampCount = lamps ? (fed.get(lamps.device.id) ?? []).length : 0;
  const heatedM2 = site.community.dwellings.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const floorM2 = new Map(
    site.publicHouses.map(({ building, box, storeys }) => [
      building.id as string,
      (box.east - box.west) * (box.north - box.south) * storeys,
    ]),
  );

  const sumOf = <Part>(parts: Iterable<Part>, of: (part: Part) => number): number => {
    let sum = 0;
    for (const part of parts) sum += of(part);
    return sum;
  };
  const chargingKw = (charger: DeviceId, atMs: number): number => {
    const known = chargers.get(charger);
    return known ? chargeAt(known, atMs).powerKw : 0;
  };
  const liftKw = (lift: DeviceId, atMs: number): number => {
    const shaft = shafts.get(lift);
    return shaft ? ridePowerKw(rideAt(shaft, atMs)) : 0;
  };
  const panelsKw = (inverter: DeviceId, now: Now): number => (panelsKwp.get(inverter) ?? 0) * now.pvPerKwp;

  const feederKw = (feeder: Feeder, now: Now): number => {
    const { use, serves, device } = feeder;
    const { moment } = now;
    switch (use) {
      case "dwellings":
        return sumOf(byBuilding.get(serves) ?? [], (home) => homePowerKw(home, now));
      case "public":
        return ((floorM2.get(serves) ?? 0) * publicWattsPerM2 * publicShare(moment)) / 1000 + 0.5;
      case "lifts":
        return sumOf(fed.get(device.id) ?? [], (lift) => liftKw(lift, moment.atMs));
      case "lighting":
        return serves === "street"
          ? (lampCount * lampWatts * lampBrightness(now)) / 1000 + 0.2
          : garageLightKw *
              (0.35 +
                0.65 * Math.abs(shareParked(moment) - shareParked({ ...moment, hour: moment.hour - 1 })) * 5);
      case "pumps":
        return (residents * waterPerPersonLh(moment) * boostedShare * waterKwhPerM3) / 1000 + 1.5;
      case "heating":
        return substationElectricKw((heatPerM2W(now) * heatedM2) / substations / 1000);
      case "ev":
        return sumOf(fed.get(device.id) ?? [], (charger) => chargingKw(charger, moment.atMs)) + 0.4;
      case "pv":
      case "battery":
        return 0;
    }
  };
  return {
    ...parts,
    feederOf: (device) => byId.get(device),
    feederKw,
    panelsKw,
    transformerKw(transformer, now) {
      const drawn = sumOf(byTransformer.get(transformer) ?? [], (feeder) => feederKw(feeder, now));
      const others = sumOf(beside.get(transformer) ?? [], (device) =>
        panelsKwp.has(device) ? -panelsKw(device, now) : storagePowerKw(now.moment),
      );
      return drawn + others;
    },
  };
}
