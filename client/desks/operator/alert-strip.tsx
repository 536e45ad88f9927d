import { activeSinceMs, isAlarm, stateOf } from "../../../models/alarm/alarm.ts";
import { priorities } from "../../../models/device/kind.ts";
import { alertFacts, goToAlert } from "../../components/alert-facts.ts";
import { useDesk } from "../../components/desk-context.ts";
import { asksForSomebody, countOpen, countStale, foremost } from "../../components/device-counts.ts";
import { useMeasured } from "../../components/measured.ts";
import { ConditionSign, PrioritySign } from "../../components/signs.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { usePlaceWords } from "../../components/use-names.ts";
import { useSignal } from "../../components/use-signal.ts";
import { alarmStateNames, alarmStateSigns } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";
import { AlarmVoice } from "./alarm-voice.tsx";
import "./alert-strip.css";

/** Nothing open means that all is well only where something is measured. */
const nothing = {
  yes: "strip.none",
  no: "figure.notMeasured",
  unknown: "figure.loading",
} as const;

interface AlertStripProps {
  /** Lists the alarms: in groups, or those withdrawn. */
  readonly onAlarms: (view: "grouped" | "silenced") => void;
}

/** What is beyond its limits, in one line: how many of each priority, and the foremost by name. */
export function AlertStrip({ onAlarms }: AlertStripProps) {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const alerts = useSignal(replica.alerts);
  const devices = useSignal(replica.devices);
  const measured = useMeasured();
  useSignal(beat);
  const counts = countOpen(alerts);
  const open = priorities.reduce((sum, priority) => sum + counts[priority], 0);
  const unseen = countOpen(alerts.filter(asksForSomebody));
  const stale = countStale(replica.deviceBytes(), devices.length);
  return (
    <section className="alert-strip" aria-label={t("strip.name")}>
      <ul className="strip-counts">
        {priorities.map((priority) => (
          <li key={priority} className={counts[priority] === 0 ? "zero" : undefined}>
            <PrioritySign priority={priority} />
            <b>{formats.number(counts[priority], 1)}</b>
            {unseen[priority] > 0 && (
              <span className="strip-unseen" title={t("strip.unseen", { n: unseen[priority] })}>
                <span aria-hidden="true">●{formats.number(unseen[priority], 1)}</span>
                <span className="only-heard">{t("strip.unseen", { n: unseen[priority] })}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {open > 0 ? <Foremost /> : <span className="strip-none">{t(nothing[measured])}</span>}
      <AlarmVoice onAlarms={onAlarms} />
      <dl className="strip-totals">
        <div>
          <dt className={stale === 0 ? "zero" : undefined}>
            <ConditionSign condition="stale" />
          </dt>
          <dd>{formats.number(stale, 1)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Foremost() {
  const { replica, view } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const placeWords = usePlaceWords();
  const alert = foremost(useSignal(replica.alerts));
  if (alert === null) return null;
  const facts = alertFacts(alert, replica);
  const message = facts?.message ?? null;
  return (
    <button
      type="button"
      className={`plain-button strip-foremost priority-${alert.priority.toLowerCase()}`}
      onClick={() => goToAlert(alert, replica, view)}
    >
      <PrioritySign priority={alert.priority} wordless />
      {isAlarm(alert) && (
        <span className={`alarm-${stateOf(alert)}`} title={say(alarmStateNames[stateOf(alert)])}>
          <span aria-hidden="true">{alarmStateSigns[stateOf(alert)]}</span>
          <span className="only-heard">{say(alarmStateNames[stateOf(alert)])}</span>
        </span>
      )}
      <span className="foremost-words">
        <b>{message === null ? alert.limit : say(message)}</b> ·{" "}
        {facts === null
          ? alert.device
          : facts.place.building === null
            ? say(facts.name)
            : placeWords(facts.place)}
      </span>
      <span className="alert-since">
        {t("card.since", {
          time: formats.hour(activeSinceMs(alert)),
          age: formats.age(replica.nowMs() - activeSinceMs(alert)),
        })}
      </span>
    </button>
  );
}
