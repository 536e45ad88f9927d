import { useEffect, useRef, useState, type RefObject } from "react";
import { activeSinceMs, isAlarm, standsOut } from "../../../models/alarm/alarm.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import { alertFacts } from "../../components/alert-facts.ts";
import { AlarmStateSign } from "../../components/alarms/state-sign.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { useMeasured } from "../../components/measured.ts";
import { PrioritySign } from "../../components/signs.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { usePlaceWords } from "../../components/use-names.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";

/** So many fit at the size that can be read from four metres, where their words take one line each. */
const mostShown = 4;

/** What is open, the most urgent first; how many more there are is said. */
export function WallAlarms() {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const measured = useMeasured();
  const open = useSignal(replica.alerts).filter(standsOut);
  const list = useRef<HTMLUListElement>(null);
  useSignal(beat);
  const more = open.length - Math.min(mostShown, useFitting(list));
  return (
    <section className="wall-alarms" aria-label={t("wall.open")}>
      {open.length === 0 && (
        <p className="wall-none">
          {t(measured === "yes" ? "wall.none" : measured === "no" ? "figure.notMeasured" : "figure.loading")}
        </p>
      )}
      <ul ref={list}>
        {open.slice(0, mostShown).map((alert) => (
          <WallAlarm key={alert.id} alert={alert} />
        ))}
      </ul>
      {more > 0 && <p className="wall-more">{t("wall.more", { n: formats.number(more, 1) })}</p>}
    </section>
  );
}

/** How many rows are in sight; what does not fit flows on into a column out of it. Looked at anew with every beat. */
function useFitting(list: RefObject<HTMLUListElement | null>): number {
  const { beat } = useDesk();
  const [fitting, setFitting] = useState(mostShown);
  useEffect(
    () =>
      beat.subscribe(() => {
        const lefts = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect().left);
        setFitting(lefts.filter((left) => left === lefts[0]).length);
      }),
    [list, beat],
  );
  return fitting;
}

function WallAlarm({ alert }: { readonly alert: Alert }) {
  const { replica } = useDesk();
  const { say } = useWords();
  const formats = useFormats();
  const placeWords = usePlaceWords();
  const facts = alertFacts(alert, replica);
  return (
    <li className={`edge-${alert.priority.toLowerCase()}`}>
      <span className="wall-line">
        <span className="wall-priority">
          <PrioritySign priority={alert.priority} wordless /> {alert.priority}
        </span>
        {isAlarm(alert) && <AlarmStateSign alarm={alert} />}
      </span>
      <b>{facts?.message == null ? alert.limit : say(facts.message)}</b>
      <span className="wall-line">
        <span className="wall-where">{facts === null ? alert.device : placeWords(facts.place)}</span>
        <span className="wall-age">{formats.age(replica.nowMs() - activeSinceMs(alert))}</span>
      </span>
    </li>
  );
}
