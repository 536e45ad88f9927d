import { activeSinceMs, standsOut } from "../../../models/alarm/alarm.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import { useWords } from "../../language/use-words.ts";
import { alertFacts, goToAlert } from "../alert-facts.ts";
import { useDesk } from "../desk-context.ts";
import { PrioritySign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";

interface AlertRowsProps {
  readonly of: (alert: Alert) => boolean;
  /** Says nothing when there is nothing. */
  readonly quiet?: boolean;
}

/** Open alerts of a device or a building; pressing one selects its device. */
export function AlertRows({ of, quiet = false }: AlertRowsProps) {
  const { replica, view, beat } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const alerts = useSignal(replica.alerts).filter((alert) => standsOut(alert) && of(alert));
  useSignal(beat);
  if (alerts.length === 0) return quiet ? null : <p className="card-note">{t("card.noAlerts")}</p>;
  return (
    <ul className="alert-rows" aria-label={t("card.openAlerts")}>
      {alerts.map((alert) => {
        const message = alertFacts(alert, replica)?.message ?? null;
        return (
          <li key={alert.id}>
            <button type="button" className="plain-button" onClick={() => goToAlert(alert, replica, view)}>
              <PrioritySign priority={alert.priority} />
              <span>{message === null ? alert.limit : say(message)}</span>
              <span className="alert-since">
                {t("card.since", {
                  time: formats.hour(activeSinceMs(alert)),
                  age: formats.age(replica.nowMs() - activeSinceMs(alert)),
                })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
