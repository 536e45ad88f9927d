import type { AlarmId } from "../../ids.ts";
import type { Priority } from "../../device/kind.ts";
import { type Alarm, type AlarmState, stateOf } from "../alarm.ts";
import type { AlarmEvent } from "../transition.ts";

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

/** @param announced whether somebody had to be told of it. */
export const traceOf = (now: Alarm, event: AlarmEvent, announced: boolean): Trace => ({
  alarm: now.alarm,
  atMs: Math.round(now.changedAtMs),
  state: stateOf(now),
  priority: now.priority,
  announced,
  event,
});
