import { activeSinceMs, isAlarm, standsOut } from "../../../../models/alarm/alarm.ts";
import { parties } from "../../../../models/device/parties.ts";
import type { Alert } from "../../../../models/alarm/alert.ts";
import { AlarmStateSign } from "../../../components/alarms/state-sign.tsx";
import { alertFacts, goToAlert } from "../../../components/alert-facts.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { PrioritySign } from "../../../components/signs.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { usePlaceWords } from "../../../components/use-names.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";

/** Every open alert: what, where, since when, and who has to act. The most urgent first, as the replica orders them. */
export function OpenAlerts() {
  const { replica } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const open = useSignal(replica.alerts).filter(standsOut);
  return (
    <section className="overview-part">
      <h2>
        {t("card.openAlerts")} <span className="tab-count">{formats.number(open.length, 1)}</span>
      </h2>
      {open.length === 0 ? (
        <p className="card-note">{t("card.noAlerts")}</p>
      ) : (
        <ul className="overview-alerts">
          {open.map((alert) => (
            <AlertLine key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AlertLine({ alert }: { readonly alert: Alert }) {
  const { replica, view } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const placeWords = usePlaceWords();
  const facts = alertFacts(alert, replica);
  const party = facts === null ? undefined : parties.get(facts.party);
  const message = facts?.message ?? null;
  return (
    <li>
      <button
        type="button"
        className={`plain-button overview-alert edge-${alert.priority.toLowerCase()}`}
        onClick={() => goToAlert(alert, replica, view)}
      >
        <span className="overview-line">
          <PrioritySign priority={alert.priority} />
          <b>{message === null ? alert.limit : say(message)}</b>
        </span>
        <span className="overview-line">
          <span>{facts === null ? alert.device : say(facts.name)}</span>
          {isAlarm(alert) && (
            <span className="overview-end">
              <AlarmStateSign alarm={alert} />
            </span>
          )}
        </span>
        <span className="overview-line overview-dim">
          {facts !== null && <span>{placeWords(facts.place)}</span>}
          <span>
            {t("card.since", {
              time: formats.hour(activeSinceMs(alert)),
              age: formats.age(replica.nowMs() - activeSinceMs(alert)),
            })}
          </span>
          {facts !== null && (
            <span className="overview-end">{party === undefined ? facts.party : say(party)}</span>
          )}
        </span>
      </button>
    </li>
  );
}
