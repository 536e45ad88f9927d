import type { DeviceId, PointId } from "../../models/ids.ts";
import type { Device } from "../../models/device/device.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import type { Signal } from "../../models/signal.ts";
import type { Alert } from "../../models/alarm/alert.ts";

/** Bits of the third byte of a device's look. */
export const DeviceFlag = { stale: 1, bad: 2, uncertain: 4, recorded: 8, missing: 16 } as const;

/** The fourth byte of a device's look: nothing told, else `idle` and its step up to `full` (`models/device/activity.ts`). */
export const ActivityByte = { untold: 0, idle: 1, full: 4 } as const;

/**
 * The four bytes a device is drawn from: symbol ordinal (`symbols`), severity (0 none, 1 P4 … 4 P1), flags, and how far
 * it is at work.
 */
export const bytesPerDevice = 4;

/** A device of the replica: the part of it this person may see. */
export interface ReplicaDevice {
  readonly index: number;
  readonly device: Device;
  /** Slots of its visible points, in the order of `device.points`. */
  readonly slots: readonly number[];
}

/**
 * What scene, overlays and lists may ask of the twin as this person may see it. Columns are updated only by `commit`,
 * which the one frame calls; nothing here allocates per reading.
 */
export interface ReplicaView {
  /** Devices in index order; replaced as a whole (new array) when the dictionaries change. */
  readonly devices: Signal<readonly ReplicaDevice[]>;
  /** `bytesPerDevice` per device, in index order; the same buffer until `devices` changes. */
  deviceBytes(): Uint8Array;
  deviceOf(device: DeviceId): ReplicaDevice | undefined;
  slotOf(point: PointId): number | undefined;
  specOf(slot: number): PointSpec;

  /** Value in the point's unit (booleans 0/1, enums their ordinal); NaN while missing. */
  value(slot: number): number;
  /** See `models/device/reading.ts`. */
  quality(slot: number): number;
  /** Source time, epoch milliseconds of community time; 0 while missing. */
  atMs(slot: number): number;
  /** Community time now: the last frame's, carried on by the wall clock at the server's rate while the link is live. */
  nowMs(): number;

  /** Takes what arrived since; true when anything changed. Called once per frame. */
  commit(): boolean;
  /** Indices of devices whose bytes changed in the last commit that returned true; `count` of them are valid. */
  readonly changedDevices: { readonly indices: Uint32Array; readonly count: number };
  /** Called whenever there is something to commit; the frame's owner asks for a frame, whoever has none commits at once. */
  onArrival(listener: () => void): () => void;
  /** Counts commits that changed something: lists and panels sample the columns when it moves, at most four times a second. */
  readonly version: Signal<number>;

  /** Open alerts and those that ended in the last hour, by priority then time. */
  readonly alerts: Signal<readonly Alert[]>;
}
