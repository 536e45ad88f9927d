import type { PastAlarm, PastTransition } from "../../../../models/alarm/past.ts";
import type { AlarmId } from "../../../../models/ids.ts";
import type { AlarmHistory } from "../../../components/alarms/alarm-past.ts";

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
