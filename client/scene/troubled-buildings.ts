import type { BuildingId } from "../../models/ids.ts";
import type { ReplicaDevice } from "../replica/replica-view.ts";
import { bytesPerDevice } from "../replica/replica-view.ts";

/** Which buildings have devices that are not well, and how badly the worst of them stands. */
export class TroubledBuildings {
  #devices: readonly ReplicaDevice[] = [];
  #bytes: Uint8Array = new Uint8Array(0);
  #levels = new Uint8Array(0);
  #worst = new Map<BuildingId, number>();

  /** 1 = P4 … 4 = P1; buildings that are well are left out. */
  get worst(): ReadonlyMap<BuildingId, number> {
    return this.#worst;
  }

  /** `bytes` is the replica's own buffer and stays shared. */
  setDevices(devices: readonly ReplicaDevice[], bytes: Uint8Array): void {
    this.#devices = devices;
    this.#bytes = bytes;
    this.#levels = new Uint8Array(devices.length);
    for (let i = 0; i < devices.length; i++) this.#levels[i] = this.#levelOf(i);
    this.#count();
  }

  /** After so many devices changed. True when any building stands otherwise than before. */
  note(changed: Uint32Array, count: number): boolean {
    let other = false;
    for (let k = 0; k < count; k++) {
      const i = changed[k] ?? 0;
      const level = this.#levelOf(i);
      if (level === this.#levels[i]) continue;
      this.#levels[i] = level;
      other = true;
    }
    if (other) this.#count();
    return other;
  }

  #levelOf(device: number): number {
    return this.#bytes[device * bytesPerDevice + 1] ?? 0;
  }

  #count(): void {
    this.#worst = new Map();
    this.#levels.forEach((level, i) => {
      const building = level > 0 ? this.#devices[i]?.device.place.building : null;
      if (building) this.#worst.set(building, Math.max(level, this.#worst.get(building) ?? 0));
    });
  }
}
