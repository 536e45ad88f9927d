import type { AlarmId } from "../../ids.ts";
import type { Priority } from "../../device/kind.ts";
import { type Alarm, type AlarmState, stateOf } from "../alarm.ts";
import { type AlarmEvent, isAnnounced } from "../transition.ts";

/** A transition as the measures look at it: what happened, and what it made of the alarm. */
export interface Trace {
  readonly alarm: AlarmId;
  /** Whole milliseconds of community time. */
  readonly atMs: number;
  readonly state: AlarmState;
  readonly priority: Priority;
  /** Somebody had to be told. */
  readonly announced: boolean;
  readonly event: AlarmEvent;
}

/** @param before the alarm as it was; null where that was normal. */
export const traceOf = (before: Alarm | null, now: Alarm, event: AlarmEvent): Trace => ({
  alarm: now.alarm,
  atMs: Math.round(now.changedAtMs),
  state: stateOf(now),
  priority: now.priority,
  announced: isAnnounced(before, now),
  event,
});
