import { type AlarmState, alarmStates } from "../../../../models/alarm/alarm.ts";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import { type Priority, priorities } from "../../../../models/device/kind.ts";
import type { AlarmOrder } from "../../../../models/view/alarm-filter.ts";

const gravity = new Map<Priority, number>(priorities.map((priority, at) => [priority, at]));
const urgency = new Map<AlarmState, number>(alarmStates.map((state, at) => [state, at]));

export type RowOrder = (a: PastAlarm, b: PastAlarm) => number;

const byGravity: RowOrder = (a, b) =>
  (gravity.get(a.alarm.priority) ?? 0) - (gravity.get(b.alarm.priority) ?? 0);
const byState: RowOrder = (a, b) => (urgency.get(a.state) ?? 0) - (urgency.get(b.state) ?? 0);
/** What somebody has to acknowledge asks alike, whether it is still there or not: then the graver one is first. */
const asks = (state: AlarmState): AlarmState => (state === "returned" ? "unacknowledged" : state);
const byUrgency: RowOrder = (a, b) => (urgency.get(asks(a.state)) ?? 0) - (urgency.get(asks(b.state)) ?? 0);
/** Of what is over it no longer matters how grave it was. */
const byGravityWhileOpen: RowOrder = (a, b) => (a.state === "normal" ? 0 : byGravity(a, b));
const byBeginning: RowOrder = (a, b) => a.alarm.fromMs - b.alarm.fromMs;
const byId: RowOrder = (a, b) => (a.alarm.id < b.alarm.id ? -1 : a.alarm.id > b.alarm.id ? 1 : 0);
/** As the server pages: of those that began together by id. */
const newestFirst: RowOrder = (a, b) => byBeginning(b, a) || byId(b, a);

/** A whole order of episodes, so that no two ever change places by chance; of equals the newest comes first. */
export function rowOrderOf({ by, ascending }: AlarmOrder): RowOrder {
  const turn = ascending ? 1 : -1;
  switch (by) {
    case "raised":
      return ascending ? (a, b) => newestFirst(b, a) : newestFirst;
    case "priority":
      return (a, b) => turn * byGravity(a, b) || newestFirst(a, b);
    case "state":
      return (a, b) =>
        turn * byUrgency(a, b) || byGravityWhileOpen(a, b) || byState(a, b) || newestFirst(a, b);
  }
}

/** Whether older ones come in below what is there: then the past need not be read to its end to be in order. */
export const growsDownward = ({ by, ascending }: AlarmOrder): boolean =>
  by === "raised" ? !ascending : by === "state" && ascending;
