import type { AlarmId, DeviceId } from "../ids.ts";
import type { Person } from "../duty/person.ts";
import type { Alert } from "./alert.ts";

/** Who did it, when (community time), and what they said of it. */
export interface Act {
  readonly by: Person;
  readonly atMs: number;
  /** Empty without. */
  readonly note: string;
}

/** Silenced by a person for a while (OPC UA Part 9, 5.8.17: timed or one-shot shelving). */
export interface Shelf extends Act {
  readonly reason: string;
  readonly untilMs: number;
  /** Ends also as soon as the condition does. */
  readonly oneShot: boolean;
}

/** Under maintenance, until somebody puts it back. */
export interface OutOfService extends Act {
  readonly workOrder: string;
}

/**
 * The alarm of one limit of one point, from when it left normal until it is normal again: an episode. Of the alert that
 * raised it, `fromMs` is when the episode began, and `untilMs` null while the condition is active. Active and
 * acknowledged are two facts; `stateOf` says what they make together.
 */
export interface Alarm extends Alert {
  /** What it is the alarm of, through all its episodes. */
  readonly alarm: AlarmId;
  /** Grows by one with every transition, through all episodes. */
  readonly version: number;
  readonly acknowledged: boolean;
  /** Stays after it is gone and acknowledged, until somebody resets it. */
  readonly latched: boolean;
  /** How often the condition became active in this episode, and when it last did. */
  readonly times: number;
  readonly raisedAtMs: number;
  /** By whom it was last acknowledged in this episode. */
  readonly acknowledgement: Act | null;
  readonly shelf: Shelf | null;
  /** The device whose own alarm explains this one. */
  readonly suppressedBy: DeviceId | null;
  readonly outOfService: OutOfService | null;
  /** The last transition, and by whom; null where it was the server itself. */
  readonly changedAtMs: number;
  readonly changedBy: Person | null;
}

/** In the words of ISA-18.2. */
export const alarmStates = [
  "unacknowledged",
  "returned",
  "acknowledged",
  "latched",
  "shelved",
  "suppressed",
  "out-of-service",
  "normal",
] as const;
export type AlarmState = (typeof alarmStates)[number];

export const isActive = (alarm: Pick<Alarm, "untilMs">): boolean => alarm.untilMs === null;

/** Since when the condition is active, or was when it last was; the beginning of what was never raised. */
export const activeSinceMs = (alert: Alert): number =>
  isAlarm(alert) && alert.times > 0 ? alert.raisedAtMs : alert.fromMs;

/** Withdrawn from people's attention, by whatever of the three ways. */
export const isSilenced = ({ shelf, suppressedBy, outOfService }: Alarm): boolean =>
  shelf !== null || suppressedBy !== null || outOfService !== null;

export function stateOf(alarm: Alarm): AlarmState {
  if (alarm.outOfService !== null) return "out-of-service";
  if (alarm.suppressedBy !== null) return "suppressed";
  if (alarm.shelf !== null) return "shelved";
  if (!alarm.acknowledged) return isActive(alarm) ? "unacknowledged" : "returned";
  if (isActive(alarm)) return "acknowledged";
  return alarm.latched ? "latched" : "normal";
}

/** Whether what was told is an alarm, and not the alert behind one. */
export const isAlarm = (alert: Alert): alert is Alarm => "alarm" in alert;

/** Whether an alert goes on, or its alarm is not normal yet. */
export const isOpen = (alert: Alert): boolean =>
  isAlarm(alert) ? stateOf(alert) !== "normal" : alert.untilMs === null;

/** Open, and not withdrawn from people's attention: it counts, and colours what it is of. */
export const standsOut = (alert: Alert): boolean => isOpen(alert) && !(isAlarm(alert) && isSilenced(alert));
