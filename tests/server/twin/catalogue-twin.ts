import type { Device, DevicePlace } from "../../../models/device/device.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import { limitsOf } from "../../../models/device/limits.ts";
import { deviceId, kindId, pointId, propertyId } from "../../../models/ids.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import { Twin, type TwinOptions } from "../../../server/twin/twin.ts";
import { sensor, t0 } from "./sample-devices.ts";

const nowhere: DevicePlace = { building: null, storey: null, dwelling: null, space: null, at: null };

/** A device of the catalogue with all its points. */
export const deviceOf = (kind: string, id: string, place: Partial<DevicePlace> = {}): Device =>
  sensor(id, {
    kind: kindId(kind),
    place: { ...nowhere, ...place },
    points: kindOf(kindId(kind))!.points.filter(({ type }) => type !== "event"),
  });

/** A twin with the catalogue's limits, and what was told since it was last asked. */
export class CatalogueTwin {
  readonly twin: Twin;
  nowMs = t0;

  constructor(options: Partial<TwinOptions> = {}) {
    this.twin = new Twin({
      limitsOf: ({ kind }, property) => limitsOf(kindOf(kind)!, property),
      localHour: (atMs) => (atMs / 3_600_000) % 24,
      scanTicks: 1,
      ...options,
    });
  }

  add(...devices: Device[]): void {
    for (const device of devices) this.twin.addDevice(device);
  }

  say(device: string, property: string, value: number, quality = 0): void {
    const index = this.twin.indexOf(pointId(deviceId(device), propertyId(property)));
    this.twin.report(index!, value, quality, this.nowMs, this.nowMs);
  }

  /** Time passes, a minute a tick at most. @returns `limit` or `-limit` of what began or ended. */
  pass(ms = 100): string[] {
    return this.alertsOf(ms).map(({ limit, untilMs }) => (untilMs === null ? limit : `-${limit}`));
  }

  alertsOf(ms = 100): Alert[] {
    const told: Alert[] = [];
    for (let left = ms; left > 0; left -= 60_000) {
      this.nowMs += Math.min(left, 60_000);
      told.push(...this.twin.tick(this.nowMs).alerts);
    }
    return told;
  }
}
