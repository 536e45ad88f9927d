import { useMemo } from "react";
import type { DocumentBuilding } from "../../models/community/community.ts";
import type { BuildingId } from "../../models/ids.ts";
import type { DevicePlace } from "../../models/device/device.ts";
import type { Selection } from "../../models/view/view-state.ts";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";

export function useBuildings(): ReadonlyMap<BuildingId, DocumentBuilding> {
  const { community } = useDesk();
  return useMemo(() => new Map(community.buildings.map((building) => [building.id, building])), [community]);
}

/** The name of what is selected; null for nothing. */
export function useNameOf(): (selection: Selection) => string | null {
  const { replica, community } = useDesk();
  const buildings = useBuildings();
  const { say } = useWords();
  return useMemo(
    () => (selection) => {
      switch (selection.kind) {
        case "none":
          return null;
        case "device": {
          const device = replica.deviceOf(selection.device);
          return device === undefined ? selection.device : say(device.device.name);
        }
        case "building": {
          const building = buildings.get(selection.building);
          return building === undefined ? selection.building : say(building.name);
        }
        case "cell": {
          const cell = community.gridCells.find(({ id }) => id === selection.cell);
          return cell === undefined ? selection.cell : say(cell.name);
        }
        case "object":
          return selection.object;
      }
    },
    [replica, community, buildings, say],
  );
}

/** Where a device is, in words: building and floor, outdoors, or nowhere yet. */
export function usePlaceWords(): (place: DevicePlace) => string {
  const buildings = useBuildings();
  const { t, say } = useWords();
  return useMemo(
    () => (place) => {
      const { building: id, storey: n } = place;
      const storey = n === null ? "" : n < 0 ? t("list.basement", { n: -n }) : t("list.storey", { n });
      if (id === null && storey !== "") return storey;
      if (id === null) return place.at === null ? t("list.unplaced") : t("list.outdoors");
      const building = buildings.get(id);
      const name = building === undefined ? id : say(building.name);
      return storey === "" ? name : `${name} · ${storey}`;
    },
    [buildings, t, say],
  );
}
