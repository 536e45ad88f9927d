import type { DemoDevice } from "../devices/device.ts";
import type { Now } from "../rhythm/sky.ts";
import { drift } from "../seed.ts";
import type { Works } from "../works.ts";

/** Values of a device by property; an enum by the name of its state. */
export type Values = Readonly<Record<string, number | boolean | string>>;

/** What a device of a kind reads at an instant: a pure function. */
export type Reader = (device: DemoDevice, now: Now, works: Works) => Values;
export type Readers = Readonly<Record<string, Reader>>;

/** A value that wanders around `middle` by at most `by`, turning about every `periodMs`. */
export const around = (
  device: DemoDevice,
  now: Now,
  middle: number,
  by: number,
  periodMs: number,
  salt: number,
): number => middle + by * drift(device.seed, now.moment.atMs, periodMs, salt);

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Charge of a battery that is changed once in a while, percent. */
export const batteryPercent = (device: DemoDevice, now: Now): number =>
  96 - (((device.seed % 400) * 0.12 + now.moment.day * 0.05) % 62);
