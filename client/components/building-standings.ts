import { createContext, useContext, useMemo } from "react";
import { standsOut } from "../../models/alarm/alarm.ts";
import { priorities, type Priority } from "../../models/device/kind.ts";
import type { BuildingId } from "../../models/ids.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { ReplicaDevice, ReplicaView } from "../replica/replica-view.ts";
import { useDesk } from "./desk-context.ts";
import { useSignal } from "./use-signal.ts";

export interface BuildingStanding {
  readonly devices: number;
  readonly open: number;
  /** The most urgent open alert of the building. */
  readonly worst: Priority | null;
}

export function buildingStandings(
  devices: readonly ReplicaDevice[],
  alerts: readonly Alert[],
  deviceOf: ReplicaView["deviceOf"],
): ReadonlyMap<BuildingId, BuildingStanding> {
  const standings = new Map<BuildingId, { devices: number; open: number; worst: Priority | null }>();
  for (const { device } of devices) {
    if (device.place.building === null) continue;
    const standing = standings.get(device.place.building);
    if (standing === undefined) standings.set(device.place.building, { devices: 1, open: 0, worst: null });
    else standing.devices += 1;
  }
  for (const alert of alerts) {
    const building = (deviceOf(alert.device)?.device ?? alert.about)?.place.building;
    const standing = building == null || !standsOut(alert) ? undefined : standings.get(building);
    if (standing === undefined) continue;
    standing.open += 1;
    if (standing.worst === null || priorities.indexOf(alert.priority) < priorities.indexOf(standing.worst))
      standing.worst = alert.priority;
  }
  return standings;
}

const Context = createContext<ReadonlyMap<BuildingId, BuildingStanding>>(new Map());
/** Counted once for a whole list. */
export const BuildingStandingsProvider = Context.Provider;
export const useBuildingStandings = (): ReadonlyMap<BuildingId, BuildingStanding> => useContext(Context);

export function useCountedStandings(): ReadonlyMap<BuildingId, BuildingStanding> {
  const { replica } = useDesk();
  const devices = useSignal(replica.devices);
  const alerts = useSignal(replica.alerts);
  return useMemo(
    () => buildingStandings(devices, alerts, (id) => replica.deviceOf(id)),
    [devices, alerts, replica],
  );
}
