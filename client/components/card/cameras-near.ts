import { kindId } from "../../../models/ids.ts";
import type { DevicePlace } from "../../../models/device/device.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";

const cameraKinds: ReadonlySet<string> = new Set([kindId("camera"), kindId("throw_camera")]);
/** A storey away counts as so many metres: one looks along a corridor, not through a slab. */
const storeyM = 25;

export interface NearCamera {
  readonly camera: ReplicaDevice;
  /** Metres over ground, null where either place is not known to the metre. */
  readonly distanceM: number | null;
}

/** The cameras that most likely have a place in sight: those of its storey first, then by distance. */
export function camerasNear(
  devices: readonly ReplicaDevice[],
  { device: { id, place } }: ReplicaDevice,
  most: number,
): readonly NearCamera[] {
  return devices
    .filter(({ device }) => cameraKinds.has(device.kind) && device.id !== id)
    .flatMap((camera) => {
      const farM = howFar(place, camera.device.place);
      return farM === null ? [] : [{ camera, ...farM }];
    })
    .toSorted((a, b) => a.rankM - b.rankM || (a.camera.device.id < b.camera.device.id ? -1 : 1))
    .slice(0, most)
    .map(({ camera, distanceM }) => ({ camera, distanceM }));
}

/** Null where nothing says that they are near. */
function howFar(
  here: DevicePlace,
  there: DevicePlace,
): { readonly distanceM: number | null; readonly rankM: number } | null {
  const isSameBuilding = here.building !== null && here.building === there.building;
  const storeys = isSameBuilding ? Math.abs((here.storey ?? 1) - (there.storey ?? 1)) : 0;
  if (here.at === null || there.at === null)
    return isSameBuilding ? { distanceM: null, rankM: storeys * storeyM } : null;
  const distanceM = Math.hypot(here.at[0] - there.at[0], here.at[1] - there.at[1]);
  // Walls stand between a building and what is outside it.
  const walls = isSameBuilding || (here.building === null && there.building === null) ? 0 : 1;
  return { distanceM, rankM: distanceM + (storeys + walls) * storeyM };
}
