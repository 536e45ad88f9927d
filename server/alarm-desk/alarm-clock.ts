import { type Alarm, stateOf } from "../../models/alarm/alarm.ts";
import type { AlarmOccurrence } from "../../models/alarm/transition.ts";
import type { Limit } from "../../models/device/kind.ts";
import type { AlarmId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";

/** What the time alone will do to an alarm. */
interface Due {
  readonly atMs: number;
  readonly event: (atMs: number) => AlarmOccurrence;
}

/** Ends shelves, and makes graver what nobody acknowledged: by community time, looked at once a second. */
export class AlarmClock {
  readonly #due = new Map<AlarmId, Due>();
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  /** The alarm as it is now. @param escalates what its rule says of it while nobody acknowledges it. */
  watch(alarm: Alarm, escalates: Limit["escalates"]): void {
    const due = dueOf(alarm, escalates);
    if (due === null) this.#due.delete(alarm.alarm);
    else this.#due.set(alarm.alarm, due);
  }

  /** What is due by now; asked again, it is due again until the alarm itself has changed. */
  due(nowMs: number): readonly { readonly alarm: AlarmId; readonly event: AlarmOccurrence }[] {
    // A clock that was set back is looked at anew.
    if (nowMs >= this.#lookedAtMs && nowMs < this.#lookedAtMs + seconds) return nothing;
    this.#lookedAtMs = nowMs;
    const due: { alarm: AlarmId; event: AlarmOccurrence }[] = [];
    for (const [alarm, { atMs, event }] of this.#due)
      if (atMs <= nowMs) due.push({ alarm, event: event(nowMs) });
    return due;
  }
}

const nothing: readonly never[] = [];

function dueOf(alarm: Alarm, escalates: Limit["escalates"]): Due | null {
  if (alarm.shelf !== null)
    return { atMs: alarm.shelf.untilMs, event: (atMs) => ({ event: "shelf-over", atMs }) };
  if (escalates === undefined || stateOf(alarm) !== "unacknowledged") return null;
  const { toPriority: priority, afterS } = escalates;
  if (alarm.priority === priority) return null;
  return {
    atMs: alarm.raisedAtMs + afterS * seconds,
    event: (atMs) => ({ event: "escalate", atMs, priority }),
  };
}
