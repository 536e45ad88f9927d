import { type Alarm, stateOf } from "../../../models/alarm/alarm.ts";
import { alarmStateNames, alarmStateSigns } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";

/** How an alarm stands, by sign and word; only the sign of one that nobody has seen flashes. */
export function AlarmStateSign({ alarm }: { readonly alarm: Alarm }) {
  const { say } = useWords();
  const state = stateOf(alarm);
  return (
    <span className={`sign alarm-state alarm-${state}`}>
      <span className="alarm-state-sign" aria-hidden="true">
        {alarmStateSigns[state]}
      </span>
      <span>{say(alarmStateNames[state])}</span>
    </span>
  );
}
