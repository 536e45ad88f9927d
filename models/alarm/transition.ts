import { alertId, type AlarmId, type DeviceId } from "../ids.ts";
import type { Priority } from "../device/kind.ts";
import type { Alert } from "./alert.ts";
import { type Act, type Alarm, type AlarmState, isActive, stateOf } from "./alarm.ts";

/** What a condition, a cause or the clock does to an alarm. */
export type AlarmOccurrence =
  | {
      readonly event: "raise";
      readonly atMs: number;
      readonly value: Alert["value"];
      readonly priority: Priority;
      /** The rule wants it reset by a person. */
      readonly latches: boolean;
    }
  | { readonly event: "return"; readonly atMs: number }
  | { readonly event: "shelf-over"; readonly atMs: number }
  | { readonly event: "suppress"; readonly atMs: number; readonly cause: DeviceId }
  | { readonly event: "release"; readonly atMs: number }
  /** Nobody acknowledged it in time. */
  | { readonly event: "escalate"; readonly atMs: number; readonly priority: Alarm["priority"] };

/** What a person does to an alarm. */
export type AlarmAction =
  | { readonly event: "acknowledge"; readonly act: Act }
  | { readonly event: "reset"; readonly act: Act }
  | {
      readonly event: "shelve";
      readonly act: Act;
      readonly reason: string;
      readonly untilMs: number;
      readonly oneShot: boolean;
    }
  | { readonly event: "unshelve"; readonly act: Act }
  | { readonly event: "take-out"; readonly act: Act; readonly workOrder: string }
  | { readonly event: "put-back"; readonly act: Act }
  /** A note that changes nothing else. */
  | { readonly event: "note"; readonly act: Act };

export type AlarmEvent = AlarmOccurrence | AlarmAction;

/** What a person may do to an alarm in a state; everything else is refused (AL3). */
const mayBeDone: Readonly<Record<AlarmAction["event"], readonly AlarmState[]>> = {
  acknowledge: ["unacknowledged", "returned"],
  reset: ["latched"],
  shelve: ["unacknowledged", "returned", "acknowledged", "latched", "normal"],
  unshelve: ["shelved"],
  "take-out": ["unacknowledged", "returned", "acknowledged", "latched", "shelved", "suppressed", "normal"],
  "put-back": ["out-of-service"],
  note: ["unacknowledged", "returned", "acknowledged", "latched", "shelved", "suppressed", "out-of-service"],
};

export const actionsIn = (state: AlarmState): readonly AlarmAction["event"][] =>
  (Object.keys(mayBeDone) as AlarmAction["event"][]).filter((action) => mayBeDone[action].includes(state));

/** The alarm after an event; null when the event means nothing to it as it is. */
export function after(alarm: Alarm, event: AlarmEvent): Alarm | null {
  const changed = "act" in event ? acted(alarm, event) : occurred(alarm, event);
  if (changed === null) return null;
  const [changedAtMs, changedBy] = "act" in event ? [event.act.atMs, event.act.by] : [event.atMs, null];
  return { ...alarm, ...changed, version: alarm.version + 1, changedAtMs, changedBy };
}

function occurred(alarm: Alarm, event: AlarmOccurrence): Partial<Alarm> | null {
  switch (event.event) {
    case "raise":
      return raised(alarm, event);
    case "return":
      return isActive(alarm) ? returned(alarm, event.atMs) : null;
    case "shelf-over":
      return alarm.shelf === null ? null : { shelf: null, ...broughtBack(alarm) };
    case "suppress":
      return alarm.suppressedBy === null && alarm.outOfService === null && stateOf(alarm) !== "normal"
        ? { suppressedBy: event.cause }
        : null;
    case "release":
      return alarm.suppressedBy === null ? null : { suppressedBy: null, ...broughtBack(alarm) };
    case "escalate":
      return stateOf(alarm) === "unacknowledged" && alarm.priority !== event.priority
        ? { priority: event.priority }
        : null;
  }
}

function acted(alarm: Alarm, event: AlarmAction): Partial<Alarm> | null {
  if (!mayBeDone[event.event].includes(stateOf(alarm))) return null;
  const { act } = event;
  switch (event.event) {
    case "acknowledge":
      return { acknowledged: true, acknowledgement: act };
    case "reset":
      return { latched: false };
    case "shelve": {
      const { reason, untilMs, oneShot } = event;
      const begun = stateOf(alarm) === "normal" ? episode(alarm, act.atMs) : {};
      return { ...begun, shelf: { ...act, reason, untilMs, oneShot } };
    }
    case "unshelve":
      // By hand: whoever takes it down has seen it.
      return { shelf: null, ...(alarm.acknowledged ? {} : { acknowledged: true, acknowledgement: act }) };
    case "take-out": {
      const begun = stateOf(alarm) === "normal" ? episode(alarm, act.atMs) : {};
      const withdrawn = { shelf: null, suppressedBy: null };
      return { ...begun, ...withdrawn, outOfService: { ...act, workOrder: event.workOrder } };
    }
    case "put-back":
      return { outOfService: null, ...broughtBack(alarm) };
    case "note":
      return {};
  }
}

/** The alarm of a limit that was never beyond. */
export const normalAlarm = (
  alarm: AlarmId,
  { point, device, limit, priority }: Pick<Alert, "point" | "device" | "limit" | "priority">,
): Alarm => ({
  alarm,
  ...{ point, device, limit, priority },
  ...{ id: alertId(point, limit, 0), value: null, fromMs: 0, untilMs: 0, version: 0 },
  ...{ acknowledged: true, latched: false, times: 0, raisedAtMs: 0, acknowledgement: null },
  ...{ shelf: null, suppressedBy: null, outOfService: null, changedAtMs: 0, changedBy: null },
});

/** An episode in which the condition has not been active. */
const episode = ({ point, limit }: Alarm, atMs: number): Partial<Alarm> => ({
  id: alertId(point, limit, atMs),
  fromMs: atMs,
  untilMs: atMs,
  times: 0,
  acknowledgement: null,
});

function raised(
  alarm: Alarm,
  { atMs, value, priority, latches }: AlarmOccurrence & { event: "raise" },
): Partial<Alarm> | null {
  if (isActive(alarm)) return null;
  const begins = stateOf(alarm) === "normal";
  return {
    value,
    ...(begins && { ...episode(alarm, atMs), priority }),
    untilMs: null,
    raisedAtMs: atMs,
    acknowledged: false,
    latched: latches,
    times: begins ? 1 : alarm.times + 1,
  };
}

function returned(alarm: Alarm, atMs: number): Partial<Alarm> {
  const untilMs = Math.max(atMs, alarm.raisedAtMs);
  // Whoever shelved it for this once has seen it.
  if (alarm.shelf?.oneShot === true) return { untilMs, shelf: null, acknowledged: true };
  return { untilMs };
}

/**
 * What nobody decided comes back as if it had just been raised, so that a time-out hides nothing that is there; what is
 * gone by then asks nobody (ISA-18.2: unshelved by the clock, unacknowledged).
 */
const broughtBack = (alarm: Alarm): Partial<Alarm> => ({ acknowledged: !isActive(alarm) });

/** Somebody has to be told: it was not unacknowledged before, or has become graver. */
export const isAnnounced = (before: Alarm | null, now: Alarm): boolean =>
  stateOf(now) === "unacknowledged" &&
  (before === null ||
    stateOf(before) !== "unacknowledged" ||
    before.times !== now.times ||
    before.priority !== now.priority);
