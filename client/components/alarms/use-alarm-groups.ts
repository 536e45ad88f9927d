import { useMemo } from "react";
import { isAlarm } from "../../../models/alarm/alarm.ts";
import { groupAlarms, type AlarmGroup } from "../../../models/alarm/grouping.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import { whereaboutsIn } from "./whereabouts.ts";

/** Open alarms by their cause, else by place and family: what is one thing to look at is one row. */
export function useAlarmGroups(): readonly AlarmGroup[] {
  const { replica, community } = useDesk();
  const alerts = useSignal(replica.alerts);
  return useMemo(
    () => groupAlarms(alerts.filter(isAlarm), whereaboutsIn(community, replica, alerts)),
    [alerts, community, replica],
  );
}
