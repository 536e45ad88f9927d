import { useCallback } from "react";
import { type Alarm, isAlarm } from "../../../../models/alarm/alarm.ts";
import { type AlarmId, type DeviceId, partsOfAlarm, pointId } from "../../../../models/ids.ts";
import { alertFacts } from "../../../components/alert-facts.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { usePlaceWords } from "../../../components/use-names.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { withoutPrefix } from "../../../components/without-prefix.ts";
import { useWords } from "../../../language/use-words.ts";

interface AlarmWords {
  readonly message: string;
  readonly name: string;
  readonly place: string;
  readonly device: DeviceId;
  /** As it is now, or was within the hour. */
  readonly now: Alarm | null;
}

/** What an alarm is that is known by its id: from what is told of it now, or else from its device. */
export function useAlarmWords(): (id: AlarmId) => AlarmWords {
  const { replica, community } = useDesk();
  const { say } = useWords();
  const placeWords = usePlaceWords();
  const alerts = useSignal(replica.alerts);
  useSignal(replica.devices);
  return useCallback(
    (id) => {
      const { device, property, limit } = partsOfAlarm(id);
      const now = alerts.filter(isAlarm).find(({ alarm }) => alarm === id) ?? null;
      const point = pointId(device, property);
      const facts = alertFacts(now ?? { device, point, limit }, replica);
      return {
        message: facts?.message == null ? limit : say(facts.message),
        name: facts === null ? device : withoutPrefix(say(facts.name), say(community.name)),
        place: facts === null ? "" : placeWords(facts.place),
        device,
        now,
      };
    },
    [alerts, replica, community, say, placeWords],
  );
}
