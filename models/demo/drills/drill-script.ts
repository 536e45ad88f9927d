import type { DeviceId } from "../../ids.ts";
import type { DemoDevice } from "../devices/device.ts";
import type { Values } from "../values/reader.ts";

/** What befalls one device; seconds are community time since the drill began. */
export interface Scene {
  readonly device: DeviceId;
  readonly fromS: number;
  /** Null: as long as the drill. */
  readonly untilS: number | null;
  /**
   * The points that read otherwise. What changes over time changes in steps, since each step is told.
   * @param sinceS since the scene began.
   * @param before what the device read when the drill began.
   */
  readonly reads: (sinceS: number, before: Values) => Values;
}

/** A drill as it is played: all of it follows from the devices there are. */
export interface DrillScript {
  readonly scenes: (devices: readonly DemoDevice[]) => readonly Scene[];
  /** No connection stands while it lasts. */
  readonly cutOff: boolean;
}

/** The same reading all along. */
export const steady =
  (values: Values): Scene["reads"] =>
  () =>
    values;

/** Seconds in steps, for what grows while it lasts. */
export const stepped = (sinceS: number, stepS: number): number => Math.floor(sinceS / stepS) * stepS;
