import { isActive } from "../../models/alarm/alarm.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import { hours } from "../../models/quantity.ts";
import { AlarmDesk } from "../alarm-desk/alarm-desk.ts";
import { AlarmPast } from "../alarm-desk/alarm-past.ts";
import { loadMeasures } from "../alarm-desk/load-measures.ts";
import { StaffRules } from "../alarm-desk/staff-rules.ts";
import type { AlarmRooms, House } from "./house.ts";

type Needs = Pick<House, "settings" | "store" | "community" | "rooms" | "audit" | "refusals" | "clock">;

/** The alarm desk with all that belongs to it, as earlier runs left it. */
export async function openAlarms(needs: Needs): Promise<AlarmRooms> {
  const { settings, store, community, rooms, audit, refusals, clock } = needs;
  const rules = new StaffRules(rooms.twin, rooms.limitOf);
  const measures = await loadMeasures(store.db, community.id, clock.nowMs());
  const desk = new AlarmDesk({
    db: store.db,
    community: community.id,
    audit,
    refusals,
    nowMs: clock.nowMs,
    ruleOf: (of) => rules.ruleOf(of),
    alarmed: (id) => rules.alarmed(id),
    linesOf: (device) => rooms.twin.device(device)?.device,
    aboutOf: (device) => {
      const known = rooms.twin.device(device)?.device;
      if (known === undefined) return null;
      const { kind, name, place, party } = known;
      return { kind, name, place, party };
    },
    measures,
    longestShelfMs: settings["longest-shelf"] * hours,
  });
  await desk.load();
  takeUp(desk, rooms, clock.nowMs());
  const past = new AlarmPast({
    db: store.db,
    community,
    twin: rooms.twin,
    limitOf: rooms.limitOf,
    flush: () => desk.flush(),
  });
  return { desk, past, measures };
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
