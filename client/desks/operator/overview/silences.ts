import { qualityOf, reasonOf } from "../../../../models/device/reading.ts";
import type { DeviceId } from "../../../../models/ids.ts";
import {
  bytesPerDevice,
  DeviceFlag,
  type ReplicaDevice,
  type ReplicaView,
} from "../../../replica/replica-view.ts";

/** Why devices are stale: their gateway is silent, the server was started again, or they themselves say nothing. */
export type SilenceCause = "gateway" | "restart" | "itself";

export interface Silence {
  readonly cause: SilenceCause;
  /** The gateway that is silent, where one is the cause. */
  readonly gateway: DeviceId | null;
  /** Without the gateway itself. */
  readonly devices: readonly ReplicaDevice[];
  /** When anything of the group was last heard, epoch ms; 0 for never. */
  readonly heardMs: number;
}

const causes: readonly SilenceCause[] = ["gateway", "itself", "restart"];

function newest(replica: ReplicaView, device: ReplicaDevice): number {
  return device.slots.reduce((latest, slot) => Math.max(latest, replica.atMs(slot)), 0);
}

/** One cause for a device: its own when it carries others, else what its first stale point says. */
function causeOf(
  replica: ReplicaView,
  device: ReplicaDevice,
): { readonly cause: SilenceCause; readonly gateway: DeviceId | null } {
  for (const slot of device.slots) {
    const byte = replica.quality(slot);
    if (qualityOf(byte) !== "stale") continue;
    const reason = reasonOf(byte);
    if (reason === "gateway-silent") return { cause: "gateway", gateway: device.device.via };
    if (reason === "restored") return { cause: "restart", gateway: null };
  }
  return { cause: "itself", gateway: null };
}

/** Stale devices by cause, gateways with the most devices first; a silent gateway stands for what it carries. */
export function silences(replica: ReplicaView): readonly Silence[] {
  const bytes = replica.deviceBytes();
  const groups = new Map<
    string,
    { cause: SilenceCause; gateway: DeviceId | null; devices: ReplicaDevice[]; heardMs: number }
  >();
  for (const device of replica.devices.get()) {
    if (((bytes[device.index * bytesPerDevice + 2] ?? 0) & DeviceFlag.stale) === 0) continue;
    const { cause, gateway } = causeOf(replica, device);
    const key = `${cause} ${gateway ?? ""}`;
    const heardMs = newest(replica, device);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { cause, gateway, devices: [device], heardMs });
    else {
      group.devices.push(device);
      group.heardMs = Math.max(group.heardMs, heardMs);
    }
  }
  return [...groups.values()]
    .map((group) => ({
      ...group,
      devices: group.devices.filter(({ device }) => !groups.has(`gateway ${device.id}`)),
    }))
    .filter(({ gateway, devices }) => gateway !== null || devices.length > 0)
    .toSorted(
      (a, b) => causes.indexOf(a.cause) - causes.indexOf(b.cause) || b.devices.length - a.devices.length,
    );
}
