import { type AlarmState, alarmStates } from "../../../../models/alarm/alarm.ts";
import type { MessageKey } from "../../../language/messages.ts";

/** States that are asked for together, by a name of their own. */
export const stateGroups: readonly { readonly name: MessageKey; readonly states: readonly AlarmState[] }[] = [
  { name: "table.toAcknowledge", states: ["unacknowledged", "returned"] },
  { name: "table.withdrawn", states: ["shelved", "suppressed", "out-of-service"] },
];

/** How a choice of states is written as the value of one choice; empty for any. */
export const stateValue = (states: readonly AlarmState[]): string => states.join(".");

export const statesOfValue = (value: string): readonly AlarmState[] => {
  const named = value.split(".");
  return alarmStates.filter((state) => named.includes(state));
};
