import { hours, minutes } from "../../models/quantity.ts";

/** A point whose past a device has kept, and how far back. */
interface Memory {
  readonly property: string;
  /** Whole hours before the last one, sampled so often each. */
  readonly hours: number;
  readonly samplesPerHour: number;
  /** Whether the last hour is kept minute by minute. */
  readonly minutely: boolean;
}

const plant: Memory = { property: "power", hours: 26, samplesPerHour: 2, minutely: true };

/** Meters and plant keep a load profile, so that the hour and the day before are there from the start. */
const memories: Readonly<Record<string, Memory>> = {
  elec_feeder: plant,
  pv_inverter: plant,
  bess: plant,
  elec_meter: { property: "power", hours: 3, samplesPerHour: 1, minutely: false },
};

export interface Remembered {
  readonly property: string;
  /** When, epoch milliseconds, oldest first, all before now. */
  readonly timesMs: readonly number[];
}

/** What a device of a kind can tell of the time before it is first heard; null for those that forget. */
export function rememberedBy(kind: string, nowMs: number): Remembered | null {
  const memory = memories[kind];
  if (!memory) return null;
  const hourMs = Math.floor(nowMs / hours) * hours;
  const timesMs: number[] = [];
  for (let back = memory.hours; back > 0; back--) {
    for (let sample = 0; sample < memory.samplesPerHour; sample++) {
      timesMs.push(hourMs - back * hours + ((sample + 0.5) / memory.samplesPerHour) * hours);
    }
  }
  if (memory.minutely) {
    const minuteMs = Math.floor(nowMs / minutes) * minutes;
    for (let back = 60; back > 0; back--) timesMs.push(minuteMs - (back - 0.5) * minutes);
  }
  return { property: memory.property, timesMs: timesMs.toSorted((a, b) => a - b) };
}
