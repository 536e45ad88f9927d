import { Button } from "@mantine/core";
import { useState } from "react";
import { activeSinceMs, type Alarm, isAlarm, isOpen, stateOf } from "../../../models/alarm/alarm.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import type { AlarmRequest } from "../../../models/alarm/request.ts";
import type { AlarmResponse } from "../../../models/alarm/response/response.ts";
import { actionsIn } from "../../../models/alarm/transition.ts";
import { alarmActionNames } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";
import { alertFacts } from "../alert-facts.ts";
import { CompanyWriting } from "../company/company-here.tsx";
import type { ToldLimit } from "../card/answers.ts";
import { useDesk } from "../desk-context.ts";
import { PrioritySign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";
import { AlarmDoing } from "./alarm-doing.tsx";
import { AlarmFacts } from "./alarm-facts.tsx";
import { AlarmForm } from "./alarm-form.tsx";
import { AlarmNotes } from "./alarm-notes.tsx";
import { DeedsLeft } from "./deeds-left.tsx";
import { ResponseText } from "./response-text.tsx";
import { AlarmStateSign } from "./state-sign.tsx";
import "./alarm-rows.css";

interface AlarmRowsProps {
  readonly of: (alert: Alert) => boolean;
  /** In force for the device, for what to do about each alarm; null while not known. */
  readonly limits: readonly ToldLimit[] | null;
}

/** The alarms of something, each with all that may be done about it. */
export function AlarmRows({ of, limits }: AlarmRowsProps) {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  const alarms = useSignal(replica.alerts).filter((alert) => isAlarm(alert) && isOpen(alert) && of(alert));
  useSignal(beat);
  return (
    <>
      <DeedsLeft of={of} />
      {alarms.length > 0 && (
        <ul className="alarm-rows" aria-label={t("alarm.title")}>
          {alarms.filter(isAlarm).map((alarm) => (
            <AlarmRow
              key={alarm.alarm}
              alarm={alarm}
              response={limits?.find(({ limit }) => limit.id === alarm.limit)?.response ?? null}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/** These need no words. */
const atOnce: ReadonlySet<AlarmRequest["action"]> = new Set(["acknowledge", "reset", "unshelve", "put-back"]);

function AlarmRow({ alarm, response }: { readonly alarm: Alarm; readonly response: AlarmResponse | null }) {
  const { replica, alarms } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const [asking, setAsking] = useState<AlarmRequest["action"] | null>(null);
  const message = alertFacts(alarm, replica)?.message ?? null;
  const state = stateOf(alarm);
  const actions = actionsIn(state);
  return (
    <li className={`alarm-row alarm-${state}`} data-alarm={alarm.alarm}>
      <div className="alarm-head">
        <PrioritySign priority={alarm.priority} />
        <span className="alarm-message">{message === null ? alarm.limit : say(message)}</span>
        <AlarmStateSign alarm={alarm} />
      </div>
      <span className="alert-since">
        {t("card.since", {
          time: formats.hour(activeSinceMs(alarm)),
          age: formats.age(replica.nowMs() - activeSinceMs(alarm)),
        })}
      </span>
      <AlarmFacts alarm={alarm} />
      <AlarmNotes alarm={alarm} />
      <CompanyWriting on={alarm.alarm} />
      <AlarmDoing of={alarm} />
      {asking !== null && actions.includes(asking) ? (
        <AlarmForm
          alarm={alarm.alarm}
          action={asking}
          nowMs={() => replica.nowMs()}
          onCancel={() => setAsking(null)}
          onDeed={(deed) => {
            setAsking(null);
            alarms.do(alarm, deed);
          }}
        />
      ) : (
        <div className="alarm-buttons">
          {actions.map((action) => (
            <Button
              key={action}
              data-action={action}
              variant={action === "acknowledge" ? "filled" : "default"}
              onClick={() => {
                if (atOnce.has(action))
                  alarms.do(alarm, { action, note: "" } as Parameters<typeof alarms.do>[1]);
                else setAsking(action);
              }}
            >
              {say(alarmActionNames[action])}
              {!atOnce.has(action) && "…"}
            </Button>
          ))}
        </div>
      )}
      {response !== null && <ResponseText response={response} />}
    </li>
  );
}
