import { Button } from "@mantine/core";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import { actionsIn } from "../../../../models/alarm/transition.ts";
import { usePersonWords } from "../../../components/alarms/use-person-words.ts";
import { useRefusalWords } from "../../../components/alarms/use-refusal-words.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { alarmActionNames } from "../../../language/names/alarm-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { MomentCell } from "./moment-cell.tsx";

/** Who acknowledged it and when; where it waits for that, the way to do it, and what became of doing it. */
export function AcknowledgedCell({ row, today }: { readonly row: PastAlarm; readonly today: string }) {
  const { alarms } = useDesk();
  const { t, say } = useWords();
  const personWords = usePersonWords();
  const refusalWords = useRefusalWords();
  const { alarm, state } = row;
  const doing = useSignal(alarms.doing).get(alarm.alarm);
  const action = say(alarmActionNames.acknowledge);
  const { acknowledgement } = alarm;
  if (doing?.deed.action === "acknowledge" && doing.seen.id === alarm.id) {
    if (doing.state === "refused") {
      const why = refusalWords(doing);
      const changed = doing.why === "changed" ? doing.alarm : null;
      return (
        <span className="alarm-grid-refused">
          <span className="alarm-grid-doing alarm-grid-words" title={why}>
            <b>{t("table.notDone")}</b>{" "}
            {changed?.changedBy == null ? (
              why
            ) : (
              <>
                {personWords(changed.changedBy)} <MomentCell atMs={changed.changedAtMs} today={today} />
              </>
            )}
          </span>
          <Button
            size="compact-xs"
            tabIndex={-1}
            data-action="dismiss"
            aria-label={t("alarm.dismiss")}
            title={t("alarm.dismiss")}
          >
            ✕
          </Button>
        </span>
      );
    }
    const waits = doing.state === "unknown" ? t("alarm.unknownBrief") : t("alarm.asked", { action });
    return (
      <span className="alarm-grid-doing alarm-grid-words" title={waits}>
        {waits}
      </span>
    );
  }
  if (actionsIn(state).includes("acknowledge"))
    return (
      <Button size="compact-xs" tabIndex={-1} data-action="acknowledge">
        {action}
      </Button>
    );
  if (!alarm.acknowledged || acknowledgement === null) return null;
  return (
    <span className="alarm-grid-words" title={acknowledgement.note}>
      {personWords(acknowledgement.by)} <MomentCell atMs={acknowledgement.atMs} today={today} />
    </span>
  );
}
