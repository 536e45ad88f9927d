import { kindOf } from "../../models/device/catalogue.ts";
import type { DevicePlace } from "../../models/device/device.ts";
import type { PartyId } from "../../models/ids.ts";
import type { Text } from "../../models/language/text.ts";
import type { Alert, PointLimit } from "../../models/alarm/alert.ts";
import type { ViewStore } from "../view/view-store.ts";
import type { ReplicaView } from "../replica/replica-view.ts";

/** Whose alert it is, in what one may know of it. */
export interface AlertFacts {
  readonly name: Text;
  readonly place: DevicePlace;
  /** Who has to act: as the limit says, else who answers for the device. */
  readonly party: PartyId;
  /** What the limit says; null where nobody here knows the limit. */
  readonly message: Text | null;
}

/** From the replica, or from the alert itself where its device is in no dictionary; null when neither knows. */
export function alertFacts(
  alert: PointLimit & Pick<Alert, "about">,
  replica: ReplicaView,
): AlertFacts | null {
  const device = replica.deviceOf(alert.device)?.device ?? alert.about;
  if (device === undefined) return null;
  const slot = replica.slotOf(alert.point);
  const own = slot === undefined ? [] : (replica.specOf(slot).limits ?? []);
  const limits = [...own, ...(kindOf(device.kind)?.limits ?? [])];
  const limit = limits.find(({ id }) => id === alert.limit);
  return {
    name: device.name,
    place: device.place,
    party: limit?.party ?? device.party,
    message: limit?.message ?? null,
  };
}

/** Goes to the device of an alert; where one may see none of its points, to the storey it stands on. */
export function goToAlert(alert: Alert, replica: ReplicaView, view: ViewStore): void {
  const place = alert.about?.place;
  if (replica.deviceOf(alert.device) !== undefined || place?.building == null)
    view.selectDevice(alert.device);
  else view.selectBuilding(place.building, place.storey);
}
