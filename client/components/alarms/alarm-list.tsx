import { NativeSelect } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { activeSinceMs, type Alarm, isAlarm, isOpen } from "../../../models/alarm/alarm.ts";
import { parties } from "../../../models/device/parties.ts";
import { useWords } from "../../language/use-words.ts";
import { alertFacts, goToAlert } from "../alert-facts.ts";
import { useDesk } from "../desk-context.ts";
import { VirtualList } from "../list/virtual-list.tsx";
import { folded } from "../list/wanted-words.ts";
import { PrioritySign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";
import { usePlaceWords } from "../use-names.ts";
import { usePart, useSignal } from "../use-signal.ts";
import { alarmStateSigns, alarmStateNames } from "../../language/names/alarm-names.ts";
import { stateOf } from "../../../models/alarm/alarm.ts";
import { type AlarmView, alarmViews, filterAlarms } from "./alarm-filter.ts";
import "./alarm-list.css";

/** What an alarm says of itself, in the person's language. */
interface AlarmSpeech {
  readonly message: string;
  readonly name: string;
  readonly place: string;
  readonly haystack: string;
}

function useAlarmSpeech(): (alarm: Alarm) => AlarmSpeech {
  const { replica } = useDesk();
  const { say } = useWords();
  const placeWords = usePlaceWords();
  return useCallback(
    (alarm) => {
      const facts = alertFacts(alarm, replica);
      const message = facts?.message == null ? alarm.limit : say(facts.message);
      const name = facts === null ? alarm.device : say(facts.name);
      const place = facts === null ? "" : placeWords(facts.place);
      const party = facts === null ? undefined : parties.get(facts.party);
      const words = [
        message,
        name,
        place,
        alarm.device,
        alarm.priority,
        party === undefined ? "" : say(party),
      ];
      return { message, name, place, haystack: folded(words.join(" ")) };
    },
    [replica, say, placeWords],
  );
}

export interface AlarmListing {
  readonly shown: readonly Alarm[];
  readonly open: number;
  readonly speechOf: (alarm: Alarm) => AlarmSpeech;
}

export function useAlarmListing(view: AlarmView, words: string): AlarmListing {
  const { replica } = useDesk();
  const alerts = useSignal(replica.alerts);
  const speechOf = useAlarmSpeech();
  return useMemo(() => {
    const open = alerts.filter((alert): alert is Alarm => isAlarm(alert) && isOpen(alert));
    const shown = filterAlarms(open, (alarm) => speechOf(alarm).haystack, { view, words });
    return { shown, open: open.length, speechOf };
  }, [alerts, speechOf, view, words]);
}

const viewKeys = {
  every: "alarm.every",
  grouped: "alarm.grouped",
  asking: "alarm.asking",
  silenced: "alarm.silenced",
} as const;

export function AlarmTools({
  view,
  onView,
}: {
  readonly view: AlarmView;
  readonly onView: (view: AlarmView) => void;
}) {
  const { t } = useWords();
  return (
    <NativeSelect
      aria-label={t("alarm.state")}
      value={view}
      data={alarmViews.map((value) => ({ value, label: t(viewKeys[value]) }))}
      onChange={({ currentTarget: { value } }) =>
        onView(alarmViews.find((each) => each === value) ?? "every")
      }
    />
  );
}

/** The alarms that are not normal; choosing one goes to its device, whose card has all that may be done. */
export function AlarmList({ listing }: { readonly listing: AlarmListing }) {
  const { replica, view, beat } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const selection = usePart(view, "selection");
  useSignal(beat);
  const { shown, open, speechOf } = listing;
  const chosen = selection.kind === "device" ? selection.device : null;
  const chosenKey = chosen === null ? null : (shown.find(({ device }) => device === chosen)?.id ?? null);
  return (
    <VirtualList
      label={t("alarm.list")}
      count={shown.length}
      rowRem={3.6}
      keyOf={(at) => shown[at]?.id ?? String(at)}
      nameOf={(at) => {
        const alarm = shown[at];
        return alarm === undefined ? "" : speechOf(alarm).name;
      }}
      chosen={chosenKey}
      onChoose={(at) => {
        const alarm = shown[at];
        if (alarm !== undefined) goToAlert(alarm, replica, view);
      }}
      empty={t(open === 0 ? "alarm.none" : "alarm.noneSo")}
      renderRow={(at) => {
        const alarm = shown[at];
        if (alarm === undefined) return null;
        const { message, name, place } = speechOf(alarm);
        const state = stateOf(alarm);
        return (
          <div className={`list-row alarm-list-row alarm-${state}`}>
            <span className="row-line">
              <PrioritySign priority={alarm.priority} wordless />
              <span className="row-name" title={message}>
                {message}
              </span>
              <span className="row-age">{formats.age(replica.nowMs() - activeSinceMs(alarm))}</span>
            </span>
            <span className="row-line">
              <span className="row-place" title={`${name} · ${place}`}>
                {name} · {place}
              </span>
            </span>
            <span className="row-line alarm-state">
              <span className="alarm-state-sign" aria-hidden="true">
                {alarmStateSigns[state]}
              </span>
              <span className="row-place">{say(alarmStateNames[state])}</span>
              {alarm.times > 1 && <span>×{alarm.times}</span>}
            </span>
          </div>
        );
      }}
    />
  );
}
