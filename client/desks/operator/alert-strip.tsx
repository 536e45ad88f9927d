import { priorities } from "../../../models/device/kind.ts";
import { alertMessage } from "../../components/card/alert-rows.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { countOpen, countStale, foremost } from "../../components/device-counts.ts";
import { ConditionSign, PrioritySign } from "../../components/signs.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { useNameOf } from "../../components/use-names.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import "./alert-strip.css";

/** What is beyond its limits, in one line: how many of each priority, and the foremost by name. */
export function AlertStrip() {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const alerts = useSignal(replica.alerts);
  const devices = useSignal(replica.devices);
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
      {open > 0 ? (
        <Foremost />
      ) : (
        <span className="strip-none">{t(devices.length > 0 ? "strip.none" : "figure.notMeasured")}</span>
      )}
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
  const nameOf = useNameOf();
  const alert = foremost(useSignal(replica.alerts));
  if (alert === null) return null;
  const message = alertMessage(alert, replica);
  return (
    <button
      type="button"
      className={`plain-button strip-foremost priority-${alert.priority.toLowerCase()}`}
      onClick={() => view.selectDevice(alert.device)}
    >
      <PrioritySign priority={alert.priority} wordless />
      <span className="foremost-words">
        {nameOf({ kind: "device", device: alert.device })} · {message === null ? alert.limit : say(message)}
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
