import { dutyNames } from "../../../models/duty/duty.ts";
import type { Person } from "../../../models/duty/person.ts";
import { useWords } from "../../language/use-words.ts";

/** Somebody on duty by name; a number alone says nothing without the duty. */
export function usePersonWords(): (person: Person) => string {
  const { t, say } = useWords();
  return ({ duty, name }) =>
    /^\d*$/.test(name) ? t("alarm.person", { duty: say(dutyNames[duty]), name }) : name;
}
