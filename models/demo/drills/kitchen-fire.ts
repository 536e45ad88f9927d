import { deviceId } from "../../ids.ts";
import type { DemoDevice } from "../devices/device.ts";
import { apart } from "../devices/site.ts";
import type { Values } from "../values/reader.ts";
import type { DrillScript, Scene } from "./drill-script.ts";
import { steady, stepped } from "./drill-script.ts";

const unit = "XH-A-3-U1";

/** Smoke grows in a corridor until its detector tells of fire. */
const smokeInCorridor =
  (perMinute: number): Scene["reads"] =>
  (sinceS) => {
    const obscuration = Math.min(0.62, 0.03 + (perMinute * stepped(sinceS, 5)) / 60);
    const state = obscuration >= 0.15 ? "fire" : obscuration >= 0.08 ? "pre-alarm" : "normal";
    return { obscuration, state };
  };

const kitchen: Scene["reads"] = (sinceS) => ({
  smoke: true,
  temperature: Math.min(92, 31 + 0.5 * stepped(sinceS, 10)),
});

const secondsPerFloor = 1.2;

/** Recalled lifts go down without stopping and wait at the entrance with open doors. */
const recalled: Scene["reads"] = (sinceS, { floor }): Values => {
  const from = typeof floor === "number" ? floor : 1;
  const left = Math.max(0, Math.abs(from - 1) - Math.floor(sinceS / secondsPerFloor));
  const moving = left > 0;
  return {
    mode: "fire",
    floor: from >= 1 ? 1 + left : 1 - left,
    direction: moving ? (from > 1 ? "down" : "up") : "idle",
    door: moving ? "closed" : "open",
    speed: moving ? 2.4 : 0,
    brake: moving ? "released" : "applied",
    person: false,
    load: 0,
  };
};

/** The alarm panel whose loop the building is on: the nearest one. */
function panelOf(devices: readonly DemoDevice[]): DemoDevice | undefined {
  const corridor = devices.find(({ id }) => id === deviceId(`${unit}-F21-smoke-01`));
  if (corridor === undefined) return undefined;
  return devices
    .filter(({ kind }) => kind.id === "fire_panel")
    .toSorted((a, b) => apart(a.place.at, corridor.place.at) - apart(b.place.at, corridor.place.at))[0];
}

const released: Values = { mode: "free", freeExit: "open" };
const unlocked: Values = { door: "closed", locked: false };

/** What follows from the alarm by the interlocks of the fire panel. */
function interlocks(devices: readonly DemoDevice[]): readonly Scene[] {
  return devices.flatMap((device): Scene[] => {
    const scene = (fromS: number, reads: Scene["reads"]): Scene[] => [
      { device: device.id, fromS, untilS: null, reads },
    ];
    const inside = device.place.building === "A-3";
    switch (device.kind.id as string) {
      case "lift":
        return inside ? scene(60, recalled) : [];
      case "door_access":
        return inside ? scene(58, steady(unlocked)) : [];
      case "turnstile":
        return scene(59, steady(released));
      case "pa_display":
        return scene(62, steady({ content: "emergency", volume: 80 }));
      case "fire_water_pressure":
        // A hose is run on the storey: the end pressure falls, and stays above its limit.
        return inside ? scene(270, steady({ pressure: 0.13 })) : [];
      default:
        return [];
    }
  });
}

/** A kitchen burns on floor 21 of A-3. */
export const kitchenFire: DrillScript = {
  cutOff: false,
  scenes(devices) {
    const known = new Set(devices.map(({ id }) => id));
    const panel = panelOf(devices);
    const inUnit = (id: string, fromS: number, untilS: number | null, reads: Scene["reads"]): Scene => ({
      ...{ device: deviceId(`${unit}-${id}`), fromS, untilS, reads },
    });
    const signs = [
      inUnit("F21-R2102-smoke-01", 5, 720, kitchen),
      inUnit("F21-smoke-01", 20, 780, smokeInCorridor(0.22)),
      inUnit("F20-call-01", 75, null, steady({ pressed: true })),
      inUnit("F22-smoke-01", 180, 660, smokeInCorridor(0.06)),
    ];
    const ring = steady({ bell: true, pumpStart: true });
    return [
      // A demo with few devices in homes may lack the kitchen's.
      ...signs.filter(({ device }) => known.has(device)),
      ...(panel === undefined ? [] : [{ device: panel.id, fromS: 56, untilS: null, reads: ring }]),
      ...interlocks(devices),
    ];
  },
};
