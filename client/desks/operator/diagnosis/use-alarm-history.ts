import { useEffect, useState } from "react";
import { isAlarm } from "../../../../models/alarm/alarm.ts";
import type { DeviceId } from "../../../../models/ids.ts";
import { useDesk, type DeskContext } from "../../../components/desk-context.ts";
import { historyAnswer, type AlarmHistory } from "../../../components/alarms/alarm-past.ts";
import { alarmsAnswer } from "./answers.ts";
import { happenings, type Happening } from "./alarm-history.ts";

/** Alarms of one device are few; more of them would be told as many lines nobody reads. */
const mostAlarms = 12;
const mostTransitions = 50;

/** What happened to the alarms of a device; asked for anew when one of them changes. Null until it is here. */
export function useAlarmHistory(device: DeviceId): readonly Happening[] | null {
  const { ask, replica } = useDesk();
  const [told, setTold] = useState<readonly Happening[] | null>(null);
  useEffect(() => {
    let here = true;
    let known = "";
    const look = async (): Promise<void> => {
      const read = await readHistory(ask, device);
      if (here && read !== null) setTold(read);
    };
    const follow = (): void => {
      const own = replica.alerts.get().filter((alert) => alert.device === device);
      const versions = own.map((alert) => `${alert.id} ${isAlarm(alert) ? alert.version : 0}`).join("\n");
      if (versions === known) return;
      known = versions;
      void look();
    };
    void look();
    const leave = replica.alerts.subscribe(follow);
    return () => {
      here = false;
      leave();
    };
  }, [ask, device, replica]);
  return told;
}

/** Null when the alarms of the device cannot be read. */
async function readHistory(ask: DeskContext["ask"], device: DeviceId): Promise<readonly Happening[] | null> {
  const asked = await ask(`/api/v1/alarms?limit=100&words=${encodeURIComponent(device)}`);
  const list = asked.ok ? alarmsAnswer.safeParse(asked.body) : null;
  if (!list?.success) return null;
  const episodes = list.data.alarms.filter(({ alarm }) => alarm.device === device);
  const ids = [...new Set(episodes.map(({ alarm }) => alarm.alarm))].slice(0, mostAlarms);
  const histories: AlarmHistory[] = [];
  for (const id of ids) {
    const path = `/api/v1/alarms/${encodeURIComponent(id)}/transitions?limit=${mostTransitions}`;
    const answer = await ask(path);
    const read = answer.ok ? historyAnswer.safeParse(answer.body) : null;
    if (read?.success) histories.push(read.data);
  }
  return happenings(histories);
}
