import { type Alarm, stateOf } from "../../../../../models/alarm/alarm.ts";
import type { PastAlarm } from "../../../../../models/alarm/past.ts";
import { after, type AlarmEvent, normalAlarm } from "../../../../../models/alarm/transition.ts";
import type { Priority } from "../../../../../models/device/kind.ts";
import { alarmId, deviceId, limitId, pointId, propertyId } from "../../../../../models/ids.ts";

const limit = limitId("low");

/** An alarm after what happened to it; raised at `atMs`. */
export function alarmOf(
  name: string,
  atMs: number,
  priority: Priority = "P3",
  ...events: AlarmEvent[]
): Alarm {
  const device = deviceId(name);
  const point = pointId(device, propertyId("pressure"));
  const normal = normalAlarm(alarmId(point, limit), { point, device, limit, priority });
  const raise: AlarmEvent = { event: "raise", atMs, value: 1, priority, latches: false };
  return [raise, ...events].reduce<Alarm>((alarm, event) => after(alarm, event) ?? alarm, normal);
}

export const acknowledge = (atMs: number): AlarmEvent => ({
  event: "acknowledge",
  act: { by: { duty: "operator", name: "Li" }, atMs, note: "" },
});
export const goBack = (atMs: number): AlarmEvent => ({ event: "return", atMs });

export const pastOf = (alarm: Alarm): PastAlarm => ({
  alarm,
  state: stateOf(alarm),
  about: null,
  message: null,
});
