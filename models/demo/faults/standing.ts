import type { DeviceId } from "../../ids.ts";
import { deviceId } from "../../ids.ts";
import type { Values } from "../values/reader.ts";

/** The picture the demo opens with, and keeps: nothing real is ever wholly well. */
export interface StandingPicture {
  /** Said something once and then no more. */
  readonly stale: ReadonlySet<DeviceId>;
  /** Its connection is lost, and with it all it carries. */
  readonly silentGateway: DeviceId;
  readonly faults: ReadonlyMap<DeviceId, Values>;
}

export const standingPicture: StandingPicture = {
  stale: new Set([deviceId("XH-noise-05"), deviceId("XH-display-12")]),
  silentGateway: deviceId("XH-GW-E-2-U3"),
  faults: new Map<DeviceId, Values>([
    [deviceId("XH-lamp-117"), { state: "fault", dim: 0, power: 0, current: 0 }],
    [deviceId("XH-manhole-064"), { battery: 14 }],
    [deviceId("XH-road-camera-031"), { blocked: 78 }],
  ]),
};

/** Devices that have their own story and are left alone by chance. */
export const standingDevices: ReadonlySet<DeviceId> = new Set([
  ...standingPicture.stale,
  standingPicture.silentGateway,
  ...standingPicture.faults.keys(),
]);
