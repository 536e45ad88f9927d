import {
  type Alarm,
  type AlarmState,
  alarmStates,
  isSilenced,
  stateOf,
} from "../../../models/alarm/alarm.ts";
import { priorities } from "../../../models/device/kind.ts";
import { holdsAll, wantedWords } from "../list/wanted-words.ts";

/** Which alarms one looks at: all that are open (one by one, or in groups), those that ask for somebody, those withdrawn, or one state. */
export const alarmViews = ["every", "grouped", "asking", "silenced"] as const;
export type AlarmView = (typeof alarmViews)[number];

const asks: ReadonlySet<AlarmState> = new Set(["unacknowledged", "returned"]);

const isIn = (alarm: Alarm, view: AlarmView): boolean =>
  view === "every" ||
  view === "grouped" ||
  (view === "asking" ? asks.has(stateOf(alarm)) : isSilenced(alarm));

/** What asks for somebody comes first, then by priority; of equals the newest. */
const byUrgency = (a: Alarm, b: Alarm): number =>
  alarmStates.indexOf(stateOf(a)) - alarmStates.indexOf(stateOf(b)) ||
  priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
  b.raisedAtMs - a.raisedAtMs;

/** Alarms of which every word occurs in what is said of them, folded; in their order of urgency. */
export function filterAlarms(
  alarms: readonly Alarm[],
  haystackOf: (alarm: Alarm) => string,
  { view, words }: { readonly view: AlarmView; readonly words: string },
): readonly Alarm[] {
  const wanted = wantedWords(words);
  return alarms
    .filter((alarm) => isIn(alarm, view) && holdsAll(haystackOf(alarm), wanted))
    .toSorted(byUrgency);
}
