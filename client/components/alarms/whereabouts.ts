import type { Alert } from "../../../models/alarm/alert.ts";
import type { AlarmWhereabouts } from "../../../models/alarm/grouping.ts";
import type { CommunityDocument } from "../../../models/community/community.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { DeviceId } from "../../../models/ids.ts";
import type { ReplicaView } from "../../replica/replica-view.ts";

/** Where devices are and what family they are of, as this person knows them: from their own word, or their alert's. */
export function whereaboutsIn(
  community: CommunityDocument,
  replica: ReplicaView,
  alerts: readonly Alert[],
): (device: DeviceId) => AlarmWhereabouts | null {
  const told = new Map(alerts.flatMap(({ device, about }) => (about === undefined ? [] : [[device, about]])));
  const cells = new Map(community.buildings.map(({ id, gridCell }) => [id, gridCell]));
  return (id) => {
    const device = replica.deviceOf(id)?.device ?? told.get(id);
    if (device === undefined) return null;
    const { building } = device.place;
    return {
      building,
      gridCell: building === null ? null : (cells.get(building) ?? null),
      symbol: kindOf(device.kind)?.symbol ?? null,
    };
  };
}
