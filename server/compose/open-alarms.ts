import { isActive } from "../../models/alarm/alarm.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import { hours } from "../../models/quantity.ts";
import { AlarmDesk } from "../alarm-desk/alarm-desk.ts";
import { StaffRules } from "../alarm-desk/staff-rules.ts";
import type { House } from "./house.ts";

type Needs = Pick<House, "settings" | "store" | "community" | "rooms" | "audit" | "refusals" | "clock">;

/** The alarm desk, with the alarms as earlier runs left them. */
export async function openAlarms(needs: Needs): Promise<AlarmDesk> {
  const { settings, store, community, rooms, audit, refusals, clock } = needs;
  const rules = new StaffRules(rooms.twin, rooms.limitOf);
  const desk = new AlarmDesk({
    db: store.db,
    community: community.id,
    audit,
    refusals,
    nowMs: clock.nowMs,
    ruleOf: (of) => rules.ruleOf(of),
    alarmed: (id) => rules.alarmed(id),
    linesOf: (device) => rooms.twin.device(device)?.device,
    longestShelfMs: settings["longest-shelf"] * hours,
  });
  await desk.load();
  takeUp(desk, rooms, clock.nowMs());
  return desk;
}

/**
 * What is active in the twin is active here, and the other way round: a condition stays until its point is heard to be
 * back. Only one whose limit or device is gone is over.
 */
function takeUp(desk: AlarmDesk, { twin }: Needs["rooms"], nowMs: number): void {
  for (const alarm of [...desk.open.values()]) {
    if (!isActive(alarm)) continue;
    const { id, point, device, limit, priority, value, raisedAtMs } = alarm;
    const alert: Alert = { id, point, device, limit, priority, value, fromMs: raisedAtMs, untilMs: null };
    if (!twin.resume(alert)) desk.take({ ...alert, untilMs: nowMs });
  }
  for (const alert of twin.openAlerts.values()) desk.take(alert);
}
