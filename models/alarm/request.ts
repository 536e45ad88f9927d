import type { ActionId, AlarmId } from "../ids.ts";
import type { Alarm } from "./alarm.ts";

/** What a person asks to be done to an alarm as they see it. The id is theirs, so that asking twice is asking once. */
export type AlarmRequest = {
  readonly id: ActionId;
  readonly alarm: AlarmId;
  /** Of the alarm as who asks saw it; 0 for one that was never raised. */
  readonly version: number;
  /** Empty without. */
  readonly note: string;
} & (
  | { readonly action: "acknowledge" | "reset" | "unshelve" | "put-back" | "note" }
  | {
      readonly action: "shelve";
      readonly reason: string;
      /** Community time. */
      readonly untilMs: number;
      readonly oneShot: boolean;
    }
  | { readonly action: "take-out"; readonly workOrder: string }
);

export const alarmRefusals = [
  /** It has changed since it was seen: `alarm` says by whom and when. */
  "changed",
  /** Nothing of the kind can be done to it as it is. */
  "not-now",
  "unknown-alarm",
  "no-reason",
  "no-end",
  "too-long",
  "id-taken",
  "not-recorded",
] as const;
/** Why nothing was done. */
export type AlarmRefusal = (typeof alarmRefusals)[number];

export interface AlarmAnswer {
  /** `done` also for what was done before, by the same id. */
  readonly outcome: "done" | AlarmRefusal;
  /** As it is by then; null where there is none. */
  readonly alarm: Alarm | null;
}
