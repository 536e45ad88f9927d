import type { KindId } from "../../../models/ids.ts";
import { DeviceFlag, bytesPerDevice, type ReplicaDevice } from "../../replica/replica-view.ts";
import { urgencyOf } from "../device-standing.ts";
import { folded, holdsAll, wantedWords } from "./wanted-words.ts";

export const standings = ["every", "abnormal", "alerting", "stale", "poor"] as const;
export type Standing = (typeof standings)[number];
export const deviceOrders = ["state", "name", "kind", "place", "age"] as const;
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
  /** All of it and the id, folded. */
  readonly haystack: string;
}

export const deviceSpeech = (id: string, name: string, kind: string, place: string): DeviceSpeech => ({
  name,
  kind,
  place,
  haystack: folded(`${name} ${id} ${kind} ${place}`),
});

/** How devices stood at one moment; index by index. */
export interface DeviceLook {
  /** The replica's bytes, copied. */
  readonly bytes: Uint8Array;
  /** Source time of the value that speaks for a device; 0 while it has none. Empty unless ordered by age. */
  readonly atMs: Float64Array;
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
  const key = order === "state" || order === "age" ? "name" : order;
  return speech
    .map((_, i) => i)
    .toSorted((a, b) => collator.compare(speech[a]?.[key] ?? "", speech[b]?.[key] ?? "") || a - b);
}

/**
 * Those of `ordered` that pass: worst first when the order is by state, the oldest value first when it is by age and
 * those without one last. Every word must occur somewhere in what a device says of itself.
 */
export function filterDevices(
  devices: readonly ReplicaDevice[],
  speech: readonly DeviceSpeech[],
  { bytes, atMs }: DeviceLook,
  filter: DeviceFilter,
  ordered: readonly number[],
): readonly number[] {
  const words = wantedWords(filter.words);
  const found = ordered.filter(
    (i) =>
      (filter.kind === null || devices[i]?.device.kind === filter.kind) &&
      stands(bytes, i, filter.standing) &&
      holdsAll(speech[i]?.haystack ?? "", words),
  );
  if (filter.order === "state") return found.toSorted((a, b) => urgencyOf(bytes, b) - urgencyOf(bytes, a));
  if (filter.order !== "age") return found;
  const since = (i: number): number => atMs[i] || Number.MAX_VALUE;
  return found.toSorted((a, b) => since(a) - since(b));
}
