import { DeviceFlag, bytesPerDevice } from "../replica/replica-view.ts";
import { activeSinceMs, isAlarm, standsOut } from "../../models/alarm/alarm.ts";
import { priorities, type Priority } from "../../models/device/kind.ts";
import type { Alert } from "../../models/alarm/alert.ts";

/** Devices whose values have grown stale. */
export function countStale(bytes: Uint8Array, devices: number): number {
  let stale = 0;
  for (let i = 0; i < devices; i += 1)
    if (((bytes[i * bytesPerDevice + 2] ?? 0) & DeviceFlag.stale) !== 0) stale += 1;
  return stale;
}

/** Open alerts by priority. */
export function countOpen(alerts: readonly Alert[]): Readonly<Record<Priority, number>> {
  const counts: Record<Priority, number> = { P1: 0, P2: 0, P3: 0, P4: 0 };
  for (const alert of alerts) if (standsOut(alert)) counts[alert.priority] += 1;
  return counts;
}

/** Nobody has acknowledged it: there or gone, it asks for somebody. What is told without its alarm does, too. */
export const asksForSomebody = (alert: Alert): boolean =>
  standsOut(alert) && !(isAlarm(alert) && alert.acknowledged);

/** The open alert that wants to be seen first: what nobody has acknowledged, the most urgent, of those the newest. */
export function foremost(alerts: readonly Alert[]): Alert | null {
  let first: Alert | null = null;
  for (const alert of alerts) {
    if (!standsOut(alert)) continue;
    const ahead =
      first === null
        ? -1
        : Number(asksForSomebody(first)) - Number(asksForSomebody(alert)) || rankOf(alert) - rankOf(first);
    if (ahead < 0 || (ahead === 0 && first !== null && activeSinceMs(alert) > activeSinceMs(first)))
      first = alert;
  }
  return first;
}

const rankOf = ({ priority }: Alert): number => priorities.indexOf(priority);
