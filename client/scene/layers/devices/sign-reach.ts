import type { KindId } from "../../../../models/ids.ts";
import type { ReplicaDevice } from "../../../replica/replica-view.ts";

/** Seen from so far, signs stand at least so far apart; what stands closer to another is seen from nearer only. */
const grades = [
  { apartM: 64, reachM: 1500 },
  { apartM: 30, reachM: 480 },
  { apartM: 13, reachM: 240 },
  { apartM: 0, reachM: 120 },
] as const;

/**
 * How far away the sign of each device is still drawn on a stage: thinned so that signs never crowd, rare kinds before
 * common ones. 0 for a thing that is seen itself.
 */
export function signReach(
  devices: readonly ReplicaDevice[],
  places: Float32Array,
  isSeen: (index: number) => boolean,
): Float32Array<ArrayBuffer> {
  const reaches = new Float32Array(devices.length);
  let waiting = rareFirst(devices.filter(({ index }) => !isSeen(index) && !Number.isNaN(places[index * 3])));
  for (const { apartM, reachM } of grades) {
    const taken = new Crowd(apartM, places);
    // Those of the coarser grades stand in the finer ones too.
    devices.forEach(({ index }) => {
      if ((reaches[index] ?? 0) > 0) taken.take(index);
    });
    waiting = waiting.filter(({ index }) => {
      if (apartM > 0 && taken.isNear(index)) return true;
      taken.take(index);
      reaches[index] = reachM;
      return false;
    });
  }
  return reaches;
}

function rareFirst(devices: readonly ReplicaDevice[]): readonly ReplicaDevice[] {
  const counts = new Map<KindId, number>();
  for (const { device } of devices) counts.set(device.kind, (counts.get(device.kind) ?? 0) + 1);
  return devices.toSorted(
    (a, b) => (counts.get(a.device.kind) ?? 0) - (counts.get(b.device.kind) ?? 0) || a.index - b.index,
  );
}

/** Signs that stand already, by cells as wide as they stand apart. */
class Crowd {
  readonly #apartM: number;
  readonly #places: Float32Array;
  readonly #cells = new Map<number, number[]>();

  constructor(apartM: number, places: Float32Array) {
    this.#apartM = apartM;
    this.#places = places;
  }

  take(index: number): void {
    if (this.#apartM === 0) return;
    const key = keyOf(this.#cell(index, 0), this.#cell(index, 1), this.#cell(index, 2));
    const cell = this.#cells.get(key);
    if (cell) cell.push(index);
    else this.#cells.set(key, [index]);
  }

  isNear(index: number): boolean {
    const [x, y, z] = [this.#cell(index, 0), this.#cell(index, 1), this.#cell(index, 2)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (let dz = -1; dz <= 1; dz++)
          for (const other of this.#cells.get(keyOf(x + dx, y + dy, z + dz)) ?? [])
            if (this.#awayM(index, other) < this.#apartM) return true;
    return false;
  }

  #cell(index: number, axis: number): number {
    return Math.floor((this.#places[index * 3 + axis] ?? 0) / this.#apartM);
  }

  #awayM(a: number, b: number): number {
    const away = (axis: number): number =>
      (this.#places[a * 3 + axis] ?? 0) - (this.#places[b * 3 + axis] ?? 0);
    return Math.hypot(away(0), away(1), away(2));
  }
}

/** One number for a cell; cells that share one are told apart by distance. */
const keyOf = (x: number, y: number, z: number): number =>
  (Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ Math.imul(z, 83_492_791)) >>> 0;
