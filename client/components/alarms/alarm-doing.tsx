import { Button } from "@mantine/core";
import type { AlarmId } from "../../../models/ids.ts";
import { alarmActionNames, alarmRefusalNames } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";
import { usePersonWords } from "./use-person-words.ts";

/** What this person asked of an alarm and has no good answer to: no note of theirs is lost. */
export function AlarmDoing({ of }: { readonly of: AlarmId }) {
  const { alarms } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const personWords = usePersonWords();
  const doing = useSignal(alarms.doing).get(of);
  if (doing === undefined) return <div role="status" />;
  const action = say(alarmActionNames[doing.deed.action]);
  if (doing.state !== "refused" || doing.why === null)
    return (
      <div role="status" className={`alarm-doing doing-${doing.state}`}>
        {t(doing.state === "unknown" ? "alarm.unknown" : "alarm.asked", { action })}
      </div>
    );
  const by = doing.why === "changed" ? (doing.alarm?.changedBy ?? null) : null;
  const why =
    by === null || doing.alarm === null
      ? say(alarmRefusalNames[doing.why])
      : t("alarm.changedBy", { who: personWords(by), time: formats.time(doing.alarm.changedAtMs) });
  return (
    <div role="status" className="alarm-doing doing-refused">
      <span>{t("alarm.refused", { action, why })}</span>
      {doing.deed.note !== "" && <span>{t("alarm.yourNote", { note: doing.deed.note })}</span>}
      <Button onClick={() => alarms.dismiss(of)}>{t("alarm.dismiss")}</Button>
    </div>
  );
}
