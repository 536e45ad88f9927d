import type { Device } from "../../../models/device/device.ts";
import type { Limit, PointSpec } from "../../../models/device/kind.ts";
import { deviceId, kindId, limitId, partyId, propertyId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import type { TwinOptions } from "../../../server/twin/twin.ts";
import { Twin } from "../../../server/twin/twin.ts";

export const t0 = Date.UTC(2026, 10, 23, 7);

export const point = (property: string, extras: Partial<PointSpec> = {}): PointSpec => ({
  property: propertyId(property),
  name: text(property, property),
  type: "number",
  unit: "°C",
  resolution: 0.1,
  min: -40,
  max: 100,
  values: [],
  periodS: 60,
  visibility: "public",
  purpose: "environment",
  retention: "environment",
  brick: "Sensor",
  normal: null,
  writable: false,
  ...extras,
});

export const sensor = (id: string, extras: Partial<Device> = {}): Device => ({
  id: deviceId(id),
  kind: kindId("sample"),
  name: text(id, id),
  place: { building: null, storey: null, dwelling: null, space: null, at: null },
  party: partyId("PM-ENG"),
  via: null,
  fedBy: null,
  origin: "live",
  points: [point("temperature")],
  ...extras,
});

export const limit = (extras: Partial<Limit> = {}): Limit => ({
  id: limitId("sample.hot"),
  property: propertyId("temperature"),
  condition: { when: "above", value: 50 },
  onDelayS: 0,
  hours: null,
  priority: "P2",
  party: partyId("PM-ENG"),
  message: text("过热", "Too hot"),
  source: "test",
  verified: false,
  tellsStaff: false,
  ...extras,
});

/** A twin that looks at every point on every tick, in a community whose local time is UTC. */
export function sampleTwin(limits: readonly Limit[] = [], options: Partial<TwinOptions> = {}): Twin {
  return new Twin({
    limitsOf: (_device, property) => limits.filter((each) => each.property === property),
    localHour: (atMs) => (atMs / 3_600_000) % 24,
    scanTicks: 1,
    ...options,
  });
}
