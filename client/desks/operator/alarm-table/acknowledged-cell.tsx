import { Button } from "@mantine/core";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import { actionsIn } from "../../../../models/alarm/transition.ts";
import { usePersonWords } from "../../../components/alarms/use-person-words.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { alarmActionNames } from "../../../language/names/alarm-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { MomentCell } from "./moment-cell.tsx";

/** Who acknowledged it and when; where it waits for that, the way to do it. */
export function AcknowledgedCell({ row, today }: { readonly row: PastAlarm; readonly today: string }) {
  const { alarms } = useDesk();
  const { t, say } = useWords();
  const personWords = usePersonWords();
  const { alarm, state } = row;
  const doing = useSignal(alarms.doing).get(alarm.alarm);
  const action = say(alarmActionNames.acknowledge);
  const { acknowledgement } = alarm;
  const asked = doing?.deed.action === "acknowledge" ? doing.state : null;
  if (asked === "asked") return <span className="alarm-grid-doing">{t("alarm.asked", { action })}</span>;
  if (actionsIn(state).includes("acknowledge"))
    return (
      <span className="alarm-grid-acknowledge">
        <Button size="compact-xs" tabIndex={-1} data-action="acknowledge">
          {action}
        </Button>
        {/* The card on the right says why. */}
        {asked !== null && <span className="alarm-grid-doing">{t("table.notDone")}</span>}
      </span>
    );
  if (!alarm.acknowledged || acknowledgement === null) return null;
  return (
    <span className="alarm-grid-words" title={acknowledgement.note}>
      {personWords(acknowledgement.by)} <MomentCell atMs={acknowledgement.atMs} today={today} />
    </span>
  );
}
