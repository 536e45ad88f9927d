import { randomUUID } from "node:crypto";
import type { Alert } from "../../../models/alarm/alert.ts";
import { AlarmMeasures } from "../../../models/alarm/measures/alarm-measures.ts";
import type { AlarmRequest } from "../../../models/alarm/request.ts";
import type { Device } from "../../../models/device/device.ts";
import type { Limit } from "../../../models/device/kind.ts";
import type { Duty } from "../../../models/duty/duty.ts";
import {
  actionId,
  alarmId,
  alertId,
  communityId,
  type DeviceId,
  deviceId,
  limitId,
  partsOfAlarm,
  pointId,
  propertyId,
  sessionId,
} from "../../../models/ids.ts";
import { hours } from "../../../models/quantity.ts";
import { AlarmDesk, type Asker } from "../../../server/alarm-desk/alarm-desk.ts";
import { openDoor } from "../access/door.ts";

export const device = deviceId("P-1");
export const point = pointId(device, propertyId("level"));
export const limit = limitId("high");
export const alarm = alarmId(point, limit);
const startMs = Date.UTC(2026, 10, 24, 8);

/** A condition that begins. */
export const beyond = (fromMs: number, of: DeviceId = device): Alert => {
  const at = pointId(of, propertyId("level"));
  return {
    ...{ id: alertId(at, limit, fromMs), point: at, device: of, limit },
    ...{ priority: "P3", value: 9, fromMs, untilMs: null },
  };
};

export const asker = (name: string, duty: Duty = "operator"): Asker => ({
  session: sessionId(`session-of-${name}`),
  authority: { duty, dwelling: null },
  person: { duty, name },
});

type Rule = Pick<Limit, "latches" | "escalates" | "explains"> | null;

/** The desk over a real store, with a clock the test moves. */
export class DeskUnderTest {
  nowMs = startMs;
  measures = new AlarmMeasures("desk", null);
  rule: Rule = {};
  /** Of single devices, instead. */
  readonly rules = new Map<DeviceId, Rule>();
  readonly lines = new Map<DeviceId, Pick<Device, "fedBy" | "via">>();
  readonly refused: { readonly act: string; readonly detail: Readonly<Record<string, string>> }[] = [];
  readonly door: Awaited<ReturnType<typeof openDoor>>;
  desk: AlarmDesk;

  private constructor(door: Awaited<ReturnType<typeof openDoor>>) {
    this.door = door;
    this.desk = this.#open();
  }

  static async open(): Promise<DeskUnderTest> {
    return new DeskUnderTest(await openDoor());
  }

  #open(): AlarmDesk {
    return new AlarmDesk({
      db: this.door.store.db,
      community: communityId("town"),
      audit: this.door.audit,
      refusals: { note: (entry) => void this.refused.push(entry) },
      nowMs: () => this.nowMs,
      ruleOf: (of) => this.rules.get(of.device) ?? this.rule,
      linesOf: (of) => this.lines.get(of),
      aboutOf: () => null,
      measures: this.measures,
      alarmed: (id) => {
        if (this.rule === null) return null;
        const { device: of, property, limit: at } = partsOfAlarm(id);
        return { device: of, point: pointId(of, property), limit: at, priority: "P3" };
      },
      longestShelfMs: 8 * hours,
    });
  }

  /** As after a crash: what was not written is gone. */
  async restart(): Promise<void> {
    this.desk = this.#open();
    await this.desk.load();
  }

  tick(...alerts: readonly Alert[]): void {
    this.nowMs += 1000;
    this.desk.onTick(alerts, this.nowMs);
  }

  /** What `asker` asks of the alarm as it is now, unless told otherwise. */
  async ask(
    who: Asker | null,
    change: Partial<AlarmRequest> & Pick<AlarmRequest, "action">,
  ): Promise<Awaited<ReturnType<AlarmDesk["ask"]>>> {
    const request = {
      id: actionId(randomUUID()),
      alarm,
      version: this.desk.open.get(alarm)?.version ?? 0,
      note: "",
      ...change,
    } as AlarmRequest;
    return this.desk.ask(request, who);
  }

  close(): Promise<void> {
    return this.door.store.close();
  }
}
