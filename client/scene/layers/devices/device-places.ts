import type { Building, EastNorth } from "../../../../models/community/community.ts";
import type { BuildingId } from "../../../../models/ids.ts";
import type { ReplicaDevice } from "../../../replica/replica-view.ts";
import { chance, seedOf } from "../../chance.ts";

/** Signs of devices inside a building hang on the nearest wall, this far outside, so that balconies do not hide them. */
const outsideM = 1.3;
/** Devices of one home share a place; their signs are spread along the wall. */
const spreadM = 2.6;
/** Signs of the cellar and the garage are shown at the foot. */
const lowestM = 0.5;

/** Where the signs of devices are drawn, `x, y, z` of the scene each; NaN for a device that has no place. */
export function devicePlaces(
  devices: readonly ReplicaDevice[],
  buildings: readonly Building[],
  groundM: number,
): Float32Array<ArrayBuffer> {
  const byId = new Map<BuildingId, Building>(buildings.map((building) => [building.id, building]));
  const places = new Float32Array(devices.length * 3).fill(Number.NaN);
  devices.forEach(({ device }, i) => {
    const { at, building: id } = device.place;
    if (!at) return;
    const building = id === null ? undefined : byId.get(id);
    const seed = seedOf(device.id);
    const [east, north] = building ? besideWall(at, building, seed) : [at[0], at[1]];
    const up = building && id !== null ? at[2] + (chance(seed, 2) - 0.5) * 0.9 : at[2];
    places[i * 3] = east;
    places[i * 3 + 1] = Math.max(up, groundM + lowestM);
    places[i * 3 + 2] = -north;
  });
  return places;
}

function besideWall(at: readonly [number, number, number], building: Building, seed: number): EastNorth {
  const [ring] = building.footprint;
  const roofM = building.baseM + building.heightM;
  if (!ring || at[2] > roofM - 1) return [at[0], at[1]];
  let best = Infinity;
  let found: EastNorth = [at[0], at[1]];
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    if (!a || !b) continue;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy);
    if (length < 0.5) continue;
    const along = ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / length;
    const off = ((at[0] - a[0]) * dy - (at[1] - a[1]) * dx) / length;
    if (along < -0.5 || along > length + 0.5 || off > 0.4 || -off >= best) continue;
    best = -off;
    const spread = Math.min(length - 0.4, Math.max(0.4, along + (chance(seed, 1) - 0.5) * spreadM));
    found = [a[0] + (dx * spread + dy * outsideM) / length, a[1] + (dy * spread - dx * outsideM) / length];
  }
  return found;
}
