import type { Doing } from "../../alarms/alarm-actions.ts";
import { alarmRefusalNames } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";
import { useFormats } from "../use-formats.ts";
import { usePersonWords } from "./use-person-words.ts";

/** Why something was not done: who changed the alarm and when, where it was somebody. */
export function useRefusalWords(): (doing: Doing) => string {
  const { t, say } = useWords();
  const formats = useFormats();
  const personWords = usePersonWords();
  return ({ why, alarm }) => {
    if (why === "changed" && alarm !== null && alarm.changedBy !== null)
      return t("alarm.changedBy", {
        who: personWords(alarm.changedBy),
        time: formats.time(alarm.changedAtMs),
      });
    return why === null ? "" : say(alarmRefusalNames[why]);
  };
}
