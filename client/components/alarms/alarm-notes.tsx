import { useEffect, useState } from "react";
import type { Alarm } from "../../../models/alarm/alarm.ts";
import type { PastTransition } from "../../../models/alarm/past.ts";
import { minutes, seconds } from "../../../models/quantity.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";
import { historyAnswer, lastNotes } from "./alarm-past.ts";
import { usePersonWords } from "./use-person-words.ts";

const mostNotes = 3;
const mostTransitions = 50;
/** Changes so close together are asked for once. */
const settleMs = 0.3 * seconds;
const againMs = 1 * minutes;

/** The last that people noted of an open alarm: who, when and their words. */
export function AlarmNotes({ alarm }: { readonly alarm: Alarm }) {
  const { t } = useWords();
  const formats = useFormats();
  const personWords = usePersonWords();
  const notes = lastNotes(useTransitions(alarm), alarm, mostNotes);
  if (notes.length === 0) return null;
  return (
    <ul className="alarm-facts" aria-label={t("alarm.notes")}>
      {notes.map(({ version, atMs, by, words }) => (
        <li key={version}>
          {t("alarm.notedBy", { who: personWords(by), time: formats.time(atMs) })}
          <q>{words}</q>
        </li>
      ))}
    </ul>
  );
}

/** What happened to an alarm, asked for anew with every change of it; none until it is here. */
function useTransitions({ alarm, version }: Alarm): readonly PastTransition[] {
  const { ask, clock } = useDesk();
  const [told, setTold] = useState<readonly PastTransition[]>([]);
  useEffect(() => {
    let here = true;
    const look = async (): Promise<void> => {
      const asked = await ask(
        `/api/v1/alarms/${encodeURIComponent(alarm)}/transitions?limit=${mostTransitions}`,
      );
      if (!here) return;
      const read = asked.ok ? historyAnswer.safeParse(asked.body) : null;
      if (read?.success) setTold(read.data.transitions);
      // Not told, or not yet of this change.
      const toldOf = read?.success ? (read.data.transitions[0]?.version ?? 0) : -1;
      if (toldOf < version) stop = clock.after(againMs, () => void look());
    };
    let stop = clock.after(settleMs, () => void look());
    return () => {
      here = false;
      stop();
    };
  }, [ask, clock, alarm, version]);
  return told;
}
