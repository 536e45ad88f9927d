import { useMemo } from "react";
import { isAlarm, isOpen } from "../../../models/alarm/alarm.ts";
import type { DocumentBuilding } from "../../../models/community/community.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { DevicePlace } from "../../../models/device/device.ts";
import { may } from "../../../models/duty/authority.ts";
import { dutyNames } from "../../../models/duty/duty.ts";
import type { BuildingId } from "../../../models/ids.ts";
import type { Text } from "../../../models/language/text.ts";
import { messageText } from "../../language/message-text.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { alertFacts } from "../alert-facts.ts";
import { useDesk } from "../desk-context.ts";
import { useBuildings } from "../use-names.ts";
import { useSignal } from "../use-signal.ts";
import { find, FindIndex, type Findable } from "./find-index.ts";
import type { FindAction, Thing } from "./thing.ts";

const mostFound = 40;

const both = (text: Text | undefined): readonly string[] => (text === undefined ? [] : Object.values(text));

function placeNames(
  { building, storey }: DevicePlace,
  buildings: ReadonlyMap<BuildingId, DocumentBuilding>,
): readonly string[] {
  const name = building === null ? [] : both(buildings.get(building)?.name);
  if (storey === null) return name;
  const floor =
    storey < 0 ? messageText("list.basement", { n: -storey }) : messageText("list.storey", { n: storey });
  return [...name, ...both(floor)];
}

/** Eleven thousand devices are folded once per dictionary: not per key, nor each time the box opens. */
const folded = new WeakMap<readonly ReplicaDevice[], FindIndex<Thing>>();
function deviceIndex(
  devices: readonly ReplicaDevice[],
  buildings: ReadonlyMap<BuildingId, DocumentBuilding>,
): FindIndex<Thing> {
  const before = folded.get(devices);
  if (before !== undefined) return before;
  const index = new FindIndex<Thing>(
    devices.map((device) => {
      const { id, name, kind, place } = device.device;
      const about = [...both(kindOf(kind)?.name), ...placeNames(place, buildings)];
      return { thing: { what: "device", device }, names: [id, ...both(name)], about };
    }),
  );
  folded.set(devices, index);
  return index;
}

/** Finds by words in either language; before anything is typed it offers what is open and what can be done. */
export function useFind(actions: readonly FindAction[]): (typed: string) => readonly Thing[] {
  const { replica, community, company, session } = useDesk();
  const buildings = useBuildings();
  const devices = useSignal(replica.devices);
  const alerts = useSignal(replica.alerts);
  const { colleagues } = useSignal(company);
  const answersAlarms = may({ duty: session.duty, dwelling: null }, "answer-alarms");
  const ofDevices = deviceIndex(devices, buildings);
  const ofPlaces = useMemo(
    () =>
      new FindIndex<Thing>([
        ...community.buildings.map((building): Findable<Thing> => {
          const about = both(messageText("find.building"));
          return {
            thing: { what: "building", building },
            names: [building.id, ...both(building.name)],
            about,
          };
        }),
        ...(answersAlarms ? community.gridCells : []).map((cell): Findable<Thing> => {
          const about = both(messageText("find.cell"));
          return { thing: { what: "cell", cell }, names: [cell.id, ...both(cell.name)], about };
        }),
      ]),
    [community, answersAlarms],
  );
  const open = useMemo(
    () => (answersAlarms ? alerts.filter((alert) => isAlarm(alert) && isOpen(alert)) : []),
    [alerts, answersAlarms],
  );
  const ofAlarms = useMemo(
    () =>
      new FindIndex<Thing>(
        open.map((alert): Findable<Thing> => {
          const facts = alertFacts(alert, replica);
          const about = facts === null ? [] : [...both(facts.name), ...placeNames(facts.place, buildings)];
          return {
            thing: { what: "alarm", alert },
            names: [alert.priority, ...both(facts?.message ?? undefined)],
            about: [...about, ...both(messageText("find.alarm"))],
          };
        }),
      ),
    [open, replica, buildings],
  );
  const ofFew = useMemo(() => {
    const doing = actions.map(
      (action): Findable<Thing> => ({
        thing: { what: "action", action },
        names: both(messageText(action.name)),
        about: both(messageText("find.action")),
      }),
    );
    const people = colleagues.map(
      (colleague): Findable<Thing> => ({
        thing: { what: "person", colleague },
        names: [colleague.person.name, ...both(dutyNames[colleague.person.duty])],
        about: both(messageText("find.person")),
      }),
    );
    return new FindIndex<Thing>([...doing, ...people]);
  }, [actions, colleagues]);
  return (typed) =>
    typed.trim() === ""
      ? [
          ...open.slice(0, 5).map((alert): Thing => ({ what: "alarm", alert })),
          ...actions.map((action): Thing => ({ what: "action", action })),
        ]
      : find([ofFew, ofPlaces, ofAlarms, ofDevices], typed, mostFound);
}
