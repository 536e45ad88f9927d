import { type Activity, activityStep } from "../../models/device/activity.ts";
import { type DeviceKind, symbols } from "../../models/device/kind.ts";
import { qualities } from "../../models/device/reading.ts";
import type { KindId } from "../../models/ids.ts";
import { quantise } from "../../models/quantity.ts";
import type { Columns } from "./columns.ts";
import { ActivityByte, bytesPerDevice, DeviceFlag, type ReplicaDevice } from "./replica-view.ts";

const stale = qualities.indexOf("stale");
const bad = qualities.indexOf("bad");
const uncertain = qualities.indexOf("uncertain");
const missing = qualities.indexOf("missing");

/** Where the activity of a device is read; amounts are counts of the point's steps, as the columns hold them. */
interface Source {
  readonly activity: Activity;
  readonly slot: number;
}

/**
 * The bytes devices are drawn from, and which of them changed. A device is stale, bad or uncertain as soon as one of
 * its points is; it is missing only while none of them has ever reported. How far it is at work is told by the one
 * point its kind names, by its last value if that one is old.
 */
export class DeviceLooks {
  readonly bytes: Uint8Array;
  /** What {@link handOver} handed over last. */
  changed: { readonly indices: Uint32Array; readonly count: number };
  readonly #devices: readonly ReplicaDevice[];
  readonly #sources: readonly (Source | null)[];
  readonly #tells: Uint8Array;
  readonly #touched: Uint8Array;
  readonly #touchedList: Uint32Array;
  #touchedCount = 0;
  readonly #isChanged: Uint8Array;
  #changed: { indices: Uint32Array; count: number };
  #spare: { indices: Uint32Array; count: number };

  constructor(
    devices: readonly ReplicaDevice[],
    kindOf: (kind: KindId) => DeviceKind | undefined,
    slots: number,
  ) {
    this.#devices = devices;
    this.#sources = devices.map((device) => sourceOf(device, kindOf(device.device.kind)));
    this.#tells = new Uint8Array(slots);
    for (const source of this.#sources) if (source) this.#tells[source.slot] = 1;
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

  /** Whether a new value of this slot may make its device look different. */
  tells(slot: number): boolean {
    return this.#tells[slot] === 1;
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
  reckon(columns: Pick<Columns, "q" | "qualities">, severity: (device: ReplicaDevice) => number): void {
    for (let at = 0; at < this.#touchedCount; at++) {
      const index = this.#touchedList[at] ?? 0;
      this.#touched[index] = 0;
      const device = this.#devices[index];
      if (device === undefined) continue;
      const activity = activityOf(this.#sources[index] ?? null, columns);
      this.#put(index, severity(device), flagsOf(device, columns.qualities), activity);
    }
    this.#touchedCount = 0;
  }

  #put(index: number, severity: number, flags: number, activity: number): void {
    const { bytes } = this;
    const at = index * bytesPerDevice;
    if (bytes[at + 1] === severity && bytes[at + 2] === flags && bytes[at + 3] === activity) return;
    bytes[at + 1] = severity;
    bytes[at + 2] = flags;
    bytes[at + 3] = activity;
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

function sourceOf({ device, slots }: ReplicaDevice, kind: DeviceKind | undefined): Source | null {
  if (kind === undefined) return null;
  const at = device.points.findIndex(({ property }) => property === kind.activity.property);
  const [point, slot] = [device.points[at], slots[at]];
  return point && slot !== undefined ? { activity: inCounts(kind.activity, point.resolution), slot } : null;
}

function inCounts(activity: Activity, resolution: number): Activity {
  if (activity.by === "state") return activity;
  const [little, half, full] = activity.from;
  return {
    ...activity,
    from: [quantise(little, resolution), quantise(half, resolution), quantise(full, resolution)],
  };
}

/** A value that is missing or bad says nothing of what a device does. */
function activityOf(source: Source | null, { q, qualities }: Pick<Columns, "q" | "qualities">): number {
  if (source === null) return ActivityByte.untold;
  const quality = (qualities[source.slot] ?? missing) & 7;
  if (quality === missing || quality === bad) return ActivityByte.untold;
  return ActivityByte.idle + activityStep(source.activity, q[source.slot] ?? 0);
}
