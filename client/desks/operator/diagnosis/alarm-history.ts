import type { PastAlarm, PastTransition } from "../../../../models/alarm/past.ts";
import type { AlarmId } from "../../../../models/ids.ts";

/** One alarm of a device and what became of it. */
export interface AlarmHistory extends Pick<PastAlarm, "alarm" | "message"> {
  readonly transitions: readonly PastTransition[];
}

/** Something that happened to one of a device's alarms. */
export interface Happening {
  readonly alarm: AlarmId;
  readonly message: PastAlarm["message"];
  readonly transition: PastTransition;
}

/** What happened to all alarms of a device, newest first. */
export function happenings(histories: readonly AlarmHistory[]): readonly Happening[] {
  return histories
    .flatMap(({ alarm, message, transitions }) =>
      transitions.map((transition) => ({ alarm: alarm.alarm, message, transition })),
    )
    .toSorted((a, b) => b.transition.atMs - a.transition.atMs || b.transition.version - a.transition.version);
}

/** Who did it and what they wrote, where it was a person. */
export function actOf({ event }: PastTransition) {
  if (!("act" in event)) return null;
  const note = [
    event.event === "shelve" ? event.reason : "",
    event.event === "take-out" ? event.workOrder : "",
    event.act.note,
  ];
  return { by: event.act.by, words: note.filter((each) => each !== "").join(" · ") };
}
