import { type Alarm, isActive } from "../../../models/alarm/alarm.ts";
import { useWords } from "../../language/use-words.ts";
import { DeviceLink } from "../card/device-link.tsx";
import { useFormats } from "../use-formats.ts";
import { usePersonWords } from "./use-person-words.ts";

/** What is known of an alarm beside its state: how often, who did what about it, until when. */
export function AlarmFacts({ alarm }: { readonly alarm: Alarm }) {
  const { t } = useWords();
  const formats = useFormats();
  const personWords = usePersonWords();
  const { times, fromMs, untilMs, acknowledgement, acknowledged, shelf, suppressedBy, outOfService } = alarm;
  return (
    <ul className="alarm-facts">
      {times > 1 && <li>{t("alarm.times", { n: times, first: formats.hour(fromMs) })}</li>}
      {!isActive(alarm) && times > 0 && <li>{t("alarm.gone", { time: formats.time(untilMs ?? 0) })}</li>}
      {acknowledged && acknowledgement !== null && (
        <li>
          {t("alarm.acknowledgedBy", {
            who: personWords(acknowledgement.by),
            time: formats.time(acknowledgement.atMs),
          })}
          {acknowledgement.note !== "" && <q>{acknowledgement.note}</q>}
        </li>
      )}
      {shelf !== null && (
        <li>
          {t("alarm.shelvedBy", {
            who: personWords(shelf.by),
            until: formats.time(shelf.untilMs),
            reason: shelf.reason,
          })}
          {shelf.oneShot && ` (${t("alarm.oneShot")})`}
        </li>
      )}
      {suppressedBy !== null && (
        <li>
          {t("alarm.suppressedBy")} <DeviceLink id={suppressedBy} />
        </li>
      )}
      {outOfService !== null && (
        <li>
          {t("alarm.takenOutBy", { who: personWords(outOfService.by), order: outOfService.workOrder })}
          {outOfService.note !== "" && <q>{outOfService.note}</q>}
        </li>
      )}
    </ul>
  );
}
