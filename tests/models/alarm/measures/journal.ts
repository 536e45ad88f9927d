import fc from "fast-check";
import type { Alarm } from "../../../../models/alarm/alarm.ts";
import { type Trace, traceOf } from "../../../../models/alarm/measures/trace.ts";
import { after, type AlarmEvent, isAnnounced, normalAlarm } from "../../../../models/alarm/transition.ts";
import type { Priority } from "../../../../models/device/kind.ts";
import { alarmId, deviceId, limitId, pointId, propertyId } from "../../../../models/ids.ts";
import { days, hours, minutes, seconds } from "../../../../models/quantity.ts";

/** A Tuesday, at eight. */
export const startMs = Date.UTC(2026, 10, 24, 8);

const limit = limitId("high");
const by = { duty: "operator", name: "Li" } as const;
type Happening = AlarmEvent["event"];

/** Alarms of devices by name, with what happens to them, and the traces it leaves. */
export class Journal {
  readonly traces: Trace[] = [];
  readonly alarms = new Map<string, Alarm>();
  nowMs = startMs;

  get open(): Alarm[] {
    return [...this.alarms.values()];
  }

  /** @param afterMs how long after what happened last. */
  and(afterMs: number, name: string, what: Happening, priority: Priority = "P3"): this {
    this.nowMs += afterMs;
    const before = this.alarms.get(name) ?? normal(name);
    const event = eventOf(what, this.nowMs, priority);
    const now = after(before, event);
    if (now === null) return this;
    this.alarms.set(name, now);
    this.traces.push(traceOf(now, event, isAnnounced(before, now)));
    return this;
  }

  /** Raises as many alarms, one each so often, of devices of their own. */
  andMany(count: number, everyMs: number, prefix = "many"): this {
    for (let index = 0; index < count; index++) this.and(everyMs, `${prefix}-${index}`, "raise");
    return this;
  }
}

export const alarmOf = (name: string) => alarmId(pointId(deviceId(name), propertyId("level")), limit);

function normal(name: string): Alarm {
  const device = deviceId(name);
  const point = pointId(device, propertyId("level"));
  return normalAlarm(alarmId(point, limit), { point, device, limit, priority: "P3" });
}

function eventOf(event: Happening, atMs: number, priority: Priority): AlarmEvent {
  const act = { by, atMs, note: "" };
  switch (event) {
    case "raise":
      return { event, atMs, value: 9, priority, latches: false };
    case "return":
    case "shelf-over":
    case "release":
      return { event, atMs };
    case "suppress":
      return { event, atMs, cause: deviceId("cause") };
    case "escalate":
      return { event, atMs, priority };
    case "shelve":
      return { event, act, reason: "being painted", untilMs: atMs + hours, oneShot: false };
    case "take-out":
      return { event, act, workOrder: "WO-7" };
    case "acknowledge":
    case "reset":
    case "unshelve":
    case "put-back":
    case "note":
      return { event, act };
  }
}

const anyHappening = fc.record({
  afterMs: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 40 * seconds }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 * minutes }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 * days }) },
  ),
  name: fc.constantFrom("a", "b", "c", "d"),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Happening>("raise", "return") },
    { weight: 2, arbitrary: fc.constant<Happening>("acknowledge") },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Happening>(
        ...(["shelve", "shelf-over", "unshelve", "suppress", "release", "take-out", "put-back"] as const),
        "escalate",
      ),
    },
  ),
  priority: fc.constantFrom<Priority>("P1", "P2", "P3", "P4"),
});

/** Many at about the same time, each of a device of its own. */
const anyBurst = fc.record({
  count: fc.integer({ min: 5, max: 45 }),
  everyMs: fc.integer({ min: 0, max: 90 * seconds }),
  prefix: fc.uuid(),
});

export const anyJournal: fc.Arbitrary<Journal> = fc
  .array(fc.oneof({ weight: 12, arbitrary: anyHappening }, { weight: 1, arbitrary: anyBurst }), {
    minLength: 1,
    maxLength: 120,
    size: "max",
  })
  .map((all) => {
    const journal = new Journal();
    for (const each of all) {
      if ("count" in each) journal.andMany(each.count, each.everyMs, each.prefix);
      else journal.and(each.afterMs, each.name, each.what, each.priority);
    }
    return journal;
  });
