import { useMemo } from "react";
import { duties, dutyNames } from "../../../models/duty/duty.ts";
import { actNames, actorNames, detailNames, detailWords } from "../../language/names/office-names.ts";
import { useWords } from "../../language/use-words.ts";
import type { TrailEntry } from "./answers.ts";
import { sessionDuties, shortSession } from "./trail-people.ts";

export interface TrailWords {
  readonly act: (act: string) => string;
  /** A session by its duty and the beginning of its name; a duty, the console, a program by name. */
  readonly person: (name: string) => string;
  readonly detail: (entry: TrailEntry) => readonly { readonly name: string; readonly value: string }[];
  /** All of an entry as it is shown. */
  readonly all: (entry: TrailEntry) => string;
}

/** The trail in words; `entries` (newest first) tell which duty a session had. */
export function useTrailWords(entries: readonly TrailEntry[]): TrailWords {
  const { say } = useWords();
  return useMemo(() => {
    const known = sessionDuties(entries);
    const dutyWord = (name: string): string | null => {
      const duty = duties.find((each) => each === name);
      return duty === undefined ? null : say(dutyNames[duty]);
    };
    const act = (name: string): string => {
      const words = actNames.get(name);
      return words === undefined ? name : say(words);
    };
    const person = (name: string): string => {
      const short = shortSession(name);
      const actor = actorNames.get(name);
      if (short === null) return actor === undefined ? (dutyWord(name) ?? name) : say(actor);
      const duty = known.get(name);
      return duty === undefined ? `${short}…` : `${say(dutyNames[duty])} · ${short}`;
    };
    const detail = (entry: TrailEntry): readonly { name: string; value: string }[] =>
      Object.entries(entry.detail).map(([key, value]) => {
        const name = detailNames.get(key);
        const word = detailWords.get(`${key} ${value}`) ?? detailWords.get(value);
        return {
          name: name === undefined ? key : say(name),
          value: dutyWord(value) ?? (word === undefined ? value : say(word)),
        };
      });
    const all = (entry: TrailEntry): string =>
      [
        act(entry.act),
        person(entry.who),
        person(entry.subject),
        ...detail(entry).flatMap(({ name, value }) => [name, value]),
      ].join(" ");
    return { act, person, detail, all };
  }, [entries, say]);
}
