import { standsOut } from "../../models/alarm/alarm.ts";
import type { Priority } from "../../models/device/kind.ts";
import { priorities } from "../../models/device/kind.ts";
import type { Condition } from "../look/sign-shapes.ts";
import { bytesPerDevice, DeviceFlag, type ReplicaDevice, type ReplicaView } from "../replica/replica-view.ts";

/** The most urgent limit a device is beyond; null when none. */
export function severityOf(bytes: Uint8Array, device: number): Priority | null {
  const severity = bytes[device * bytesPerDevice + 1] ?? 0;
  return severity === 0 ? null : (priorities[priorities.length - severity] ?? null);
}

/** How far a device's values can be trusted, by the worst of them. */
export function conditionOf(bytes: Uint8Array, device: number): Condition {
  const flags = bytes[device * bytesPerDevice + 2] ?? 0;
  if ((flags & DeviceFlag.stale) !== 0) return "stale";
  if ((flags & DeviceFlag.bad) !== 0) return "bad";
  if ((flags & DeviceFlag.uncertain) !== 0) return "uncertain";
  return (flags & DeviceFlag.missing) !== 0 ? "missing" : "good";
}

/** Worse first: 8 is a P1, 1 a value never reported, 0 nothing to say. */
export function urgencyOf(bytes: Uint8Array, device: number): number {
  const severity = bytes[device * bytesPerDevice + 1] ?? 0;
  if (severity > 0) return severity + 4;
  const condition = conditionOf(bytes, device);
  return { stale: 4, bad: 3, uncertain: 2, missing: 1, good: 0 }[condition];
}

/** The point that speaks for a device in one line: the one beyond its limit, else the first of its kind. */
export function keySlotOf(replica: ReplicaView, device: ReplicaDevice): number | null {
  if ((replica.deviceBytes()[device.index * bytesPerDevice + 1] ?? 0) > 0) {
    for (const alert of replica.alerts.get()) {
      if (alert.device !== device.device.id || !standsOut(alert)) continue;
      const slot = replica.slotOf(alert.point);
      if (slot !== undefined) return slot;
    }
  }
  return device.slots[0] ?? null;
}
