import { type DeviceKind, symbols } from "../../models/device/kind.ts";
import { qualities } from "../../models/device/reading.ts";
import type { KindId } from "../../models/ids.ts";
import { bytesPerDevice, DeviceFlag, type ReplicaDevice } from "./replica-view.ts";

const stale = qualities.indexOf("stale");
const bad = qualities.indexOf("bad");
const uncertain = qualities.indexOf("uncertain");
const missing = qualities.indexOf("missing");

/**
 * The bytes devices are drawn from, and which of them changed. A device is stale, bad or uncertain as soon as one of
 * its points is; it is missing only while none of them has ever reported.
 */
export class DeviceLooks {
  readonly bytes: Uint8Array;
  /** What {@link handOver} handed over last. */
  changed: { readonly indices: Uint32Array; readonly count: number };
  readonly #devices: readonly ReplicaDevice[];
  readonly #touched: Uint8Array;
  readonly #touchedList: Uint32Array;
  #touchedCount = 0;
  readonly #isChanged: Uint8Array;
  #changed: { indices: Uint32Array; count: number };
  #spare: { indices: Uint32Array; count: number };

  constructor(devices: readonly ReplicaDevice[], kindOf: (kind: KindId) => DeviceKind | undefined) {
    this.#devices = devices;
    this.bytes = new Uint8Array(devices.length * bytesPerDevice);
    this.#changed = { indices: new Uint32Array(devices.length), count: 0 };
    this.#spare = { indices: new Uint32Array(devices.length), count: 0 };
    this.changed = this.#spare;
    this.#touched = new Uint8Array(devices.length);
    this.#touchedList = new Uint32Array(devices.length);
    this.#isChanged = new Uint8Array(devices.length);
    for (const { index, device } of devices) {
      this.bytes[index * bytesPerDevice] = symbols.indexOf(kindOf(device.kind)?.symbol ?? "information");
      this.touch(index);
    }
  }

  /** Something of this device may look different now. */
  touch(index: number): void {
    if (this.#touched[index] === 1) return;
    this.#touched[index] = 1;
    this.#touchedList[this.#touchedCount++] = index;
  }

  /** Hands the devices that changed since the last time to whoever draws. */
  handOver(): void {
    const { indices, count } = this.#changed;
    for (let at = 0; at < count; at++) this.#isChanged[indices[at] ?? 0] = 0;
    const handed = this.#changed;
    this.changed = handed;
    this.#changed = this.#spare;
    this.#spare = handed;
    this.#changed.count = 0;
  }

  /** Works out the bytes of all touched devices anew. */
  reckon(pointQualities: Uint8Array, severity: (device: ReplicaDevice) => number): void {
    for (let at = 0; at < this.#touchedCount; at++) {
      const index = this.#touchedList[at] ?? 0;
      this.#touched[index] = 0;
      const device = this.#devices[index];
      if (device !== undefined) this.#put(index, severity(device), flagsOf(device, pointQualities));
    }
    this.#touchedCount = 0;
  }

  #put(index: number, severity: number, flags: number): void {
    const at = index * bytesPerDevice;
    if (this.bytes[at + 1] === severity && this.bytes[at + 2] === flags) return;
    this.bytes[at + 1] = severity;
    this.bytes[at + 2] = flags;
    if (this.#isChanged[index] === 1) return;
    this.#isChanged[index] = 1;
    this.#changed.indices[this.#changed.count++] = index;
  }
}

function flagsOf({ device, slots }: ReplicaDevice, pointQualities: Uint8Array): number {
  let flags = device.origin === "recorded" ? DeviceFlag.recorded : 0;
  let anyReported = false;
  for (const slot of slots) {
    const quality = (pointQualities[slot] ?? missing) & 7;
    if (quality !== missing) anyReported = true;
    if (quality === stale) flags |= DeviceFlag.stale;
    else if (quality === bad) flags |= DeviceFlag.bad;
    else if (quality === uncertain) flags |= DeviceFlag.uncertain;
  }
  return anyReported ? flags : flags | DeviceFlag.missing;
}
