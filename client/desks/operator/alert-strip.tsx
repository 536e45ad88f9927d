import { priorities } from "../../../models/device/kind.ts";
import { alertFacts, goToAlert } from "../../components/alert-facts.ts";
import { useDesk } from "../../components/desk-context.ts";
import { countOpen, countStale, foremost } from "../../components/device-counts.ts";
import { useMeasured } from "../../components/measured.ts";
import { ConditionSign, PrioritySign } from "../../components/signs.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { usePlaceWords } from "../../components/use-names.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import { AlarmVoice } from "./alarm-voice.tsx";
import "./alert-strip.css";

/** Nothing open means that all is well only where something is measured. */
const nothing = {
  yes: "strip.none",
  no: "figure.notMeasured",
  unknown: "figure.loading",
} as const;

/** What is beyond its limits, in one line: how many of each priority, and the foremost by name. */
export function AlertStrip() {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const alerts = useSignal(replica.alerts);
  const devices = useSignal(replica.devices);
  const measured = useMeasured();
  useSignal(beat);
  const counts = countOpen(alerts);
  const open = priorities.reduce((sum, priority) => sum + counts[priority], 0);
  const stale = countStale(replica.deviceBytes(), devices.length);
  return (
    <section className="alert-strip" aria-label={t("strip.name")}>
      <ul className="strip-counts">
        {priorities.map((priority) => (
          <li key={priority} className={counts[priority] === 0 ? "zero" : undefined}>
            <PrioritySign priority={priority} />
            <b>{formats.number(counts[priority], 1)}</b>
          </li>
        ))}
      </ul>
      {open > 0 ? <Foremost /> : <span className="strip-none">{t(nothing[measured])}</span>}
      <AlarmVoice />
      <dl className="strip-totals">
        <div>
          <dt>{t("strip.devices")}</dt>
          <dd>{formats.number(devices.length, 1)}</dd>
        </div>
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
          time: formats.hour(alert.fromMs),
          age: formats.age(replica.nowMs() - alert.fromMs),
        })}
      </span>
    </button>
  );
}
