import type { KindId } from "../../../models/ids.ts";
import { DeviceFlag, bytesPerDevice, type ReplicaDevice } from "../../replica/replica-view.ts";
import { urgencyOf } from "../device-standing.ts";

export const standings = ["every", "abnormal", "alerting", "stale", "poor"] as const;
export type Standing = (typeof standings)[number];
export const deviceOrders = ["state", "name", "kind", "place"] as const;
export type DeviceOrder = (typeof deviceOrders)[number];

export interface DeviceFilter {
  readonly words: string;
  readonly kind: KindId | null;
  readonly standing: Standing;
  readonly order: DeviceOrder;
}

/** What a row is found and ordered by, in the person's language; made once per list of devices. */
export interface DeviceSpeech {
  readonly name: string;
  readonly kind: string;
  readonly place: string;
  /** All of it and the id, in lower case. */
  readonly haystack: string;
}

function stands(bytes: Uint8Array, device: number, standing: Standing): boolean {
  if (standing === "every") return true;
  const severity = bytes[device * bytesPerDevice + 1] ?? 0;
  const flags = bytes[device * bytesPerDevice + 2] ?? 0;
  switch (standing) {
    case "alerting":
      return severity > 0;
    case "stale":
      return (flags & DeviceFlag.stale) !== 0;
    case "poor":
      return (flags & (DeviceFlag.bad | DeviceFlag.uncertain)) !== 0;
    case "abnormal":
      return severity > 0 || (flags & (DeviceFlag.stale | DeviceFlag.bad | DeviceFlag.uncertain)) !== 0;
  }
}

/** All devices in the order of a word of theirs; made once, for comparing words is what takes long. */
export function orderDevices(
  speech: readonly DeviceSpeech[],
  order: DeviceOrder,
  collator: Intl.Collator,
): readonly number[] {
  const key = order === "state" ? "name" : order;
  return speech
    .map((_, i) => i)
    .toSorted((a, b) => collator.compare(speech[a]?.[key] ?? "", speech[b]?.[key] ?? "") || a - b);
}

/** Those of `ordered` that pass, worst first when the order is by state. Every word must occur somewhere in what a device says of itself. */
export function filterDevices(
  devices: readonly ReplicaDevice[],
  speech: readonly DeviceSpeech[],
  bytes: Uint8Array,
  filter: DeviceFilter,
  ordered: readonly number[],
): readonly number[] {
  const words = filter.words.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = ordered.filter((i) => {
    if (filter.kind !== null && devices[i]?.device.kind !== filter.kind) return false;
    const haystack = speech[i]?.haystack ?? "";
    return stands(bytes, i, filter.standing) && words.every((word) => haystack.includes(word));
  });
  return filter.order === "state"
    ? found.toSorted((a, b) => urgencyOf(bytes, b) - urgencyOf(bytes, a))
    : found;
}
