import type { DrillName, RunningDrill } from "../../drill/drill.ts";
import type { DeviceId } from "../../ids.ts";
import { seconds } from "../../quantity.ts";
import type { Demo } from "../demo.ts";
import type { DemoDevice } from "../devices/device.ts";
import { gathered } from "../gathered.ts";
import { finished } from "../values/finish.ts";
import type { Values } from "../values/reader.ts";
import { brokerGone } from "./broker-gone.ts";
import type { DrillScript, Scene } from "./drill-script.ts";
import { kitchenFire } from "./kitchen-fire.ts";
import { transformerTrip } from "./transformer-trip.ts";

const drillScripts: Readonly<Record<DrillName, DrillScript>> = {
  "kitchen-fire": kitchenFire,
  "transformer-trip": transformerTrip,
  "broker-gone": brokerGone,
};

/** A drill over the devices of a demo. */
export interface DrillPlay {
  readonly running: RunningDrill;
  /** Devices that something befalls, sooner or later. */
  readonly cast: ReadonlySet<DeviceId>;
  /** The points of a device that read otherwise at an instant, as it would tell them; null when none do. */
  readsAt(device: DemoDevice, atMs: number): Values | null;
  /** Whether no connection stands at an instant. */
  isCutOff(atMs: number): boolean;
}

export function drillPlay(running: RunningDrill, demo: Pick<Demo, "devices" | "valuesAt">): DrillPlay {
  const { drill, fromMs, untilMs } = running;
  const script = drillScripts[drill];
  const scenes: ReadonlyMap<DeviceId, readonly Scene[]> = gathered(
    script.scenes(demo.devices),
    ({ device }) => device,
  );
  const before = new Map<DeviceId, Values>();
  const beforeOf = (device: DemoDevice): Values => {
    const known = before.get(device.id) ?? demo.valuesAt(device, fromMs);
    before.set(device.id, known);
    return known;
  };
  const lasts = (atMs: number): boolean => fromMs <= atMs && atMs < untilMs;
  return {
    running,
    cast: new Set(scenes.keys()),
    readsAt(device, atMs) {
      const own = lasts(atMs) ? scenes.get(device.id) : undefined;
      if (own === undefined) return null;
      const atS = (atMs - fromMs) / seconds;
      const scene = own.findLast(({ fromS, untilS }) => fromS <= atS && (untilS === null || atS < untilS));
      if (scene === undefined) return null;
      return finished(device.kind.points, scene.reads(atS - scene.fromS, beforeOf(device)));
    },
    isCutOff: (atMs) => script.cutOff && lasts(atMs),
  };
}
