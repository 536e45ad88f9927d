import type { AlertedDevice } from "../device/device.ts";
import type { Priority } from "../device/kind.ts";
import type { Text } from "../language/text.ts";
import type { Alarm, AlarmState } from "./alarm.ts";
import type { AlarmEvent } from "./transition.ts";

/** An episode of an alarm, over or not, with what it takes to tell of it without knowing the device. */
export interface PastAlarm {
  readonly alarm: Alarm;
  readonly state: AlarmState;
  /** What and where its device was, and who has to act: as the limit says, else who answers for the device; null for one nobody knows any more. */
  readonly about: AlertedDevice | null;
  /** What its limit says; null for one that is gone. */
  readonly message: Text | null;
}

/** Newest first. */
export interface PastPage {
  readonly alarms: readonly PastAlarm[];
  /** Where to go on towards the past; null at the end. A page may be empty and yet not the last. */
  readonly next: string | null;
}

/** One transition of an alarm; who did it, and with which note, is in the event. */
export interface PastTransition {
  readonly version: number;
  readonly atMs: number;
  readonly event: AlarmEvent;
  /** What it made of the alarm; null for one of before this was kept. */
  readonly state: AlarmState | null;
  readonly priority: Priority | null;
}
