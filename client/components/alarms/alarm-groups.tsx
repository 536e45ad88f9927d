import { isAlarm } from "../../../models/alarm/alarm.ts";
import type { AlarmGroup } from "../../../models/alarm/grouping.ts";
import { alarmStateNames, alarmStateSigns } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";
import { alertFacts } from "../alert-facts.ts";
import { foremost } from "../device-counts.ts";
import { useDesk } from "../desk-context.ts";
import { VirtualList } from "../list/virtual-list.tsx";
import { PrioritySign } from "../signs.tsx";
import { SymbolMark } from "../symbol-mark.tsx";
import { useFormats } from "../use-formats.ts";
import { useBuildings } from "../use-names.ts";
import { usePart, useSignal } from "../use-signal.ts";
import { alarmStates } from "../../../models/alarm/alarm.ts";
import { useAlarmGroups } from "./use-alarm-groups.ts";

function useGroupWords(): (group: AlarmGroup) => string {
  const { replica, community } = useDesk();
  const { t, say } = useWords();
  const buildings = useBuildings();
  return ({ cause, place }) => {
    if (cause !== null) {
      const alarm = foremost(replica.alerts.get().filter(({ device }) => device === cause));
      const message = alarm && alertFacts(alarm, replica)?.message;
      const device = replica.deviceOf(cause)?.device;
      const name = device === undefined ? cause : say(device.name);
      return t("alarm.causedBy", { name: message == null ? name : `${say(message)} – ${name}` });
    }
    if (place.in === "outdoors") return t("alarm.outdoors");
    if (place.in === "building") {
      const building = buildings.get(place.building);
      return building === undefined ? place.building : say(building.name);
    }
    const cell = community.gridCells.find(({ id }) => id === place.gridCell);
    return cell === undefined ? place.gridCell : say(cell.name);
  };
}

/** The groups as a list; choosing one goes to its cause, or to the first of its devices. */
export function AlarmGroups() {
  const groups = useAlarmGroups();
  const { replica, view, beat } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const words = useGroupWords();
  const selection = usePart(view, "selection");
  useSignal(beat);
  const deviceOf = (group: AlarmGroup) =>
    group.cause ??
    replica.alerts.get().find((alert) => isAlarm(alert) && alert.alarm === group.alarms[0])?.device;
  const chosen = selection.kind === "device" ? selection.device : null;
  return (
    <VirtualList
      label={t("alarm.groups")}
      count={groups.length}
      rowRem={3.6}
      keyOf={(at) => groups[at]?.key ?? String(at)}
      nameOf={(at) => {
        const group = groups[at];
        return group === undefined ? "" : words(group);
      }}
      chosen={groups.find((group) => deviceOf(group) === chosen)?.key ?? null}
      onChoose={(at) => {
        const group = groups[at];
        const device = group && deviceOf(group);
        if (device !== undefined) view.selectDevice(device);
      }}
      empty={t("alarm.none")}
      renderRow={(at) => {
        const group = groups[at];
        if (group === undefined) return null;
        return (
          <div className="list-row alarm-list-row">
            <span className="row-line">
              <PrioritySign priority={group.worst} wordless />
              {group.symbol !== null && <SymbolMark symbol={group.symbol} />}
              <span className="row-name">{words(group)}</span>
              <b>{formats.number(group.alarms.length, 1)}</b>
            </span>
            <span className="row-line">
              <span className="row-place">
                {alarmStates
                  .filter((state) => group.counts[state] > 0)
                  .map(
                    (state) =>
                      `${alarmStateSigns[state]} ${group.counts[state]} ${say(alarmStateNames[state])}`,
                  )
                  .join(" · ")}
              </span>
            </span>
            <span className="row-line">
              <span className="row-place">
                {t("card.since", {
                  time: formats.hour(group.firstMs),
                  age: formats.age(replica.nowMs() - group.firstMs),
                })}
              </span>
            </span>
          </div>
        );
      }}
    />
  );
}
