import { bytesPerDevice, DeviceFlag } from "../../replica/replica-view.ts";

/**
 * What is told of devices that have no sign of their own just now, the gravest first: alerts by priority, values that
 * cannot be trusted, and whether recordings speak for any.
 */
export const tallyEntries = ["P1", "P2", "P3", "P4", "bad", "stale", "uncertain", "recorded"] as const;
export type TallyEntry = (typeof tallyEntries)[number];

const flagOf = { bad: DeviceFlag.bad, stale: DeviceFlag.stale, uncertain: DeviceFlag.uncertain } as const;
const doubts = ["bad", "stale", "uncertain"] as const;

export interface Tally {
  /** How many of each entry. */
  readonly counts: Uint32Array;
  /** The last device counted for each: the only one where the count is 1. */
  readonly devices: Int32Array;
  /** How many devices in all. */
  total: number;
}

export const emptyTally = (): Tally => ({
  counts: new Uint32Array(tallyEntries.length),
  devices: new Int32Array(tallyEntries.length).fill(-1),
  total: 0,
});

/** Counts so many devices into a tally that exists already; each by its alert, else by its gravest doubt. */
export function count(
  tally: Tally,
  members: Uint32Array,
  bytes: Uint8Array,
  isShown: (device: number) => boolean,
): void {
  tally.counts.fill(0);
  tally.total = 0;
  for (const device of members) {
    if (isShown(device)) continue;
    tally.total += 1;
    const flags = bytes[device * bytesPerDevice + 2] ?? 0;
    if ((flags & DeviceFlag.recorded) !== 0) add(tally, "recorded", device);
    const severity = bytes[device * bytesPerDevice + 1] ?? 0;
    if (severity > 0) addAt(tally, 4 - Math.min(4, severity), device);
    else {
      for (const doubt of doubts)
        if ((flags & flagOf[doubt]) !== 0) {
          add(tally, doubt, device);
          break;
        }
    }
  }
}

/** Whether a device has an alert, or a value that cannot be trusted. */
export const isNotWell = (bytes: Uint8Array, device: number): boolean =>
  (bytes[device * bytesPerDevice + 1] ?? 0) > 0 ||
  ((bytes[device * bytesPerDevice + 2] ?? 0) & (flagOf.bad | flagOf.stale | flagOf.uncertain)) !== 0;

const add = (tally: Tally, entry: TallyEntry, device: number): void =>
  addAt(tally, tallyEntries.indexOf(entry), device);

function addAt(tally: Tally, at: number, device: number): void {
  tally.counts[at] = (tally.counts[at] ?? 0) + 1;
  tally.devices[at] = device;
}

/** 0 nothing wrong … 4 P1: how far in front what tells of it is drawn. */
export const worstOf = ({ counts }: Tally): number => {
  const worst = counts.findIndex((many) => many > 0);
  return worst < 0 || worst > 3 ? 0 : 4 - worst;
};
