import type { DeviceId, PointId } from "../../models/ids.ts";
import type { Device } from "../../models/device/device.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";

/** A device in the twin: its points are `firstPoint`, `firstPoint + 1`, … in the order of `device.points`. */
export interface PlacedDevice {
  readonly device: Device;
  readonly firstPoint: number;
}

/** What other rooms may ask of the twin. */
export interface TwinReader {
  /** Live columns; longer than `pointCount`. Replaced when they grow, so never keep them. */
  readonly state: TwinState;
  readonly pointCount: number;
  /** Devices, each once however many places it has. */
  readonly deviceCount: number;
  /** Places, in the order of adding. A device that describes itself anew keeps its points and gets further ones at a new place. */
  readonly devices: readonly PlacedDevice[];
  /** Moves whenever a device is added or its description changes. */
  readonly structureVersion: number;
  /** The first place of a device; further ones are in `placesOf`. */
  device(id: DeviceId): PlacedDevice | undefined;
  /** All places of a device, in the order of adding. */
  placesOf(id: DeviceId): readonly PlacedDevice[];
  indexOf(point: PointId): number | undefined;
  specOf(pointIndex: number): PointSpec;
  deviceAt(pointIndex: number): PlacedDevice;
  /** Alerts now open. */
  readonly openAlerts: ReadonlyMap<string, Alert>;
}

/** One tick of the twin. The delta's arrays are valid until the next tick. */
export interface TickResult {
  readonly delta: TwinDelta;
  /** Alerts that began or ended on this tick. */
  readonly alerts: readonly Alert[];
}
