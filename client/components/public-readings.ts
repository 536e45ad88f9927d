import type { KindId, PropertyId } from "../../models/ids.ts";
import { kindId, propertyId } from "../../models/ids.ts";
import { qualityOf } from "../../models/device/reading.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import type { ReplicaView } from "../replica/replica-view.ts";

/** One property over all devices of a kind, of the values that can be trusted. */
export interface Gathered {
  readonly devices: number;
  readonly heard: number;
  readonly sum: number;
  readonly mean: number;
  readonly newestMs: number;
  readonly spec: PointSpec | null;
}

/** Sums a property over the devices of a kind; stale, bad and missing values are counted as not heard, never as zero. */
export function gather(
  replica: ReplicaView,
  kind: KindId,
  property: PropertyId,
  count: (value: number) => number = (value) => value,
): Gathered {
  let devices = 0;
  let heard = 0;
  let sum = 0;
  let newestMs = 0;
  let spec: PointSpec | null = null;
  for (const { device, slots } of replica.devices.get()) {
    if (device.kind !== kind) continue;
    const at = device.points.findIndex((point) => point.property === property);
    const slot = at < 0 ? undefined : slots[at];
    if (slot === undefined) continue;
    devices += 1;
    spec ??= replica.specOf(slot);
    const quality = qualityOf(replica.quality(slot));
    const value = replica.value(slot);
    if (Number.isNaN(value) || (quality !== "good" && quality !== "uncertain")) continue;
    heard += 1;
    sum += count(value);
    newestMs = Math.max(newestMs, replica.atMs(slot));
  }
  return { devices, heard, sum, mean: heard === 0 ? Number.NaN : sum / heard, newestMs, spec };
}

/** What the community's weather station says, mean of all that speak. */
export const weather = {
  kind: kindId("env_station"),
  temperature: propertyId("temperature"),
  humidity: propertyId("humidity"),
  pm25: propertyId("pm25"),
  wind: propertyId("windSpeed"),
  rain: propertyId("rain"),
  noise: propertyId("noise"),
} as const;
export const solar = { kind: kindId("pv_inverter"), power: propertyId("power") } as const;
/** Each gate's board tells the free bays of the whole community. */
export const parking = { kind: kindId("vehicle_gate"), freeBays: propertyId("freeBays") } as const;
export const lamps = { kind: kindId("street_light"), state: propertyId("state") } as const;
