import { Button } from "@mantine/core";
import type { Alarm } from "../../../models/alarm/alarm.ts";
import { alarmActionNames } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import { useRefusalWords } from "./use-refusal-words.ts";

/** What this person asked of an episode of an alarm and has no good answer to: no note of theirs is lost. */
export function AlarmDoing({ of }: { readonly of: Pick<Alarm, "alarm" | "id"> }) {
  const { alarms } = useDesk();
  const { t, say } = useWords();
  const refusalWords = useRefusalWords();
  const doing = useSignal(alarms.doing).get(of.alarm);
  if (doing?.seen.id !== of.id) return <div role="status" />;
  const action = say(alarmActionNames[doing.deed.action]);
  if (doing.state !== "refused")
    return (
      <div role="status" className={`alarm-doing doing-${doing.state}`}>
        {t(doing.state === "unknown" ? "alarm.unknown" : "alarm.asked", { action })}
      </div>
    );
  return (
    <div role="status" className="alarm-doing doing-refused">
      <span>{t("alarm.refused", { action, why: refusalWords(doing) })}</span>
      {doing.deed.note !== "" && <span>{t("alarm.yourNote", { note: doing.deed.note })}</span>}
      <Button onClick={() => alarms.dismiss(of.alarm)}>{t("alarm.dismiss")}</Button>
    </div>
  );
}
