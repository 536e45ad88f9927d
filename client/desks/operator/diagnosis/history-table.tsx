import type { DeviceId } from "../../../../models/ids.ts";
import { alarmStateNames, alarmEventNames } from "../../../language/names/alarm-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { actOf } from "../../../components/alarms/alarm-past.ts";
import { usePersonWords } from "../../../components/alarms/use-person-words.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useAlarmHistory } from "./use-alarm-history.ts";

/** What happened to the alarms of the device, and who did what about them; newest first. */
export function HistoryTable({ device }: { readonly device: DeviceId }) {
  const { t, say } = useWords();
  const formats = useFormats();
  const personWords = usePersonWords();
  const told = useAlarmHistory(device);
  return (
    <DataTable
      label={t("diagnosis.history")}
      heads={[
        t("diagnosis.when"),
        t("diagnosis.alarm"),
        t("diagnosis.happened"),
        t("diagnosis.stateThen"),
        t("diagnosis.who"),
      ]}
      empty={told === null ? t("desk.loading") : t("diagnosis.noHistory")}
    >
      {(told ?? []).map(({ alarm, message, transition }) => {
        const act = actOf(transition);
        return (
          <tr key={`${alarm} ${transition.version}`}>
            <td className="numeric">{formats.dateTime(transition.atMs)}</td>
            <td>{message === null ? alarm : say(message)}</td>
            <td>{say(alarmEventNames[transition.event.event])}</td>
            <td>{transition.state === null ? "" : say(alarmStateNames[transition.state])}</td>
            <td>
              {act !== null && personWords(act.by)} {act !== null && act.words !== "" && <q>{act.words}</q>}
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}
