import { Button } from "@mantine/core";
import { type Alarm, type AlarmState, isAlarm, isSilenced, stateOf } from "../../../../models/alarm/alarm.ts";
import type { MeasuresReport } from "../../../../models/alarm/measures/report.ts";
import { AlarmFacts } from "../../../components/alarms/alarm-facts.tsx";
import { AlarmStateSign } from "../../../components/alarms/state-sign.tsx";
import { goToAlert } from "../../../components/alert-facts.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { Panel } from "../../../components/panel.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { alarmStateNames, alarmStateSigns } from "../../../language/names/alarm-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { auditMeasures } from "./measure-rows.ts";
import { showInTable } from "./show-in-table.ts";
import { useAlarmWords } from "./use-alarm-words.ts";
import { VerdictSign } from "./verdict-sign.tsx";

/** The three ways in which an alarm is withdrawn. */
const withdrawn = ["shelved", "suppressed", "out-of-service"] as const satisfies readonly AlarmState[];
const mostNamed = 20;

/** Who withdrew which alarm, until when and why: what has to be answered for. */
export function Audit({ report }: { readonly report: MeasuresReport }) {
  const { replica, view } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const silenced = useSignal(replica.alerts).filter(
    (alert): alert is Alarm => isAlarm(alert) && isSilenced(alert),
  );
  // What a cause explains is by design; people have to answer for the others.
  const byPeople = silenced.filter((alarm) => stateOf(alarm) !== "suppressed");
  const counts: Readonly<Record<(typeof withdrawn)[number], number>> = {
    shelved: report.judged.shelved.value,
    suppressed: report.suppressed,
    "out-of-service": report.outOfService,
  };
  return (
    <Panel title={t("measures.audit")} note={t("measures.auditHow")} className="measures-part">
      <ul className="measures-withdrawn">
        {withdrawn.map((state) => (
          <li key={state}>
            <Button disabled={counts[state] === 0} onClick={() => showInTable(view, { states: [state] })}>
              {alarmStateSigns[state]} {say(alarmStateNames[state])} <b>{formats.number(counts[state], 1)}</b>
            </Button>
          </li>
        ))}
      </ul>
      <dl className="measures-facts">
        {auditMeasures.map((measure) => (
          <div key={measure}>
            <dt>{t("measures.unauthorised")}</dt>
            <dd>
              {formats.number(report.judged[measure].value, 1)}{" "}
              <VerdictSign verdict={report.judged[measure].verdict} />
            </dd>
          </div>
        ))}
      </dl>
      {byPeople.length === 0 && <p className="measures-none">{t("measures.noneWithdrawn")}</p>}
      <ul className="named-alarms">
        {byPeople.slice(0, mostNamed).map((alarm) => (
          <Withdrawn key={alarm.id} alarm={alarm} onChoose={() => goToAlert(alarm, replica, view)} />
        ))}
      </ul>
    </Panel>
  );
}

function Withdrawn({ alarm, onChoose }: { readonly alarm: Alarm; readonly onChoose: () => void }) {
  const { message, name, place } = useAlarmWords()(alarm.alarm);
  return (
    <li className="withdrawn-alarm">
      <button type="button" className="plain-button named-alarm" onClick={onChoose}>
        <span>{message}</span>
        <span className="measures-when">
          {name} · {place}
        </span>
      </button>
      <AlarmStateSign alarm={alarm} />
      <AlarmFacts alarm={alarm} />
    </li>
  );
}
