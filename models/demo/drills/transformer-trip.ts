import type { DeviceId } from "../../ids.ts";
import { deviceId } from "../../ids.ts";
import type { DemoDevice } from "../devices/device.ts";
import { gathered } from "../gathered.ts";
import { chance } from "../seed.ts";
import type { Values } from "../values/reader.ts";
import type { DrillScript, Scene } from "./drill-script.ts";
import { steady } from "./drill-script.ts";

const transformer = deviceId("XH-T01");

const noFlow: Values = { power: 0, reactivePower: 0, load: 0 };

/** How a kind takes the loss of its supply, and over how many seconds its devices come to say so. */
interface Loss {
  readonly withinS: number;
  readonly reads: Scene["reads"];
}

/** A controller on its own battery tells of the mains that are gone; what has no battery says so with its last breath. */
const losses: Readonly<Record<string, Loss>> = {
  transformer: {
    withinS: 0,
    reads: steady({ ...noFlow, breaker: "tripped", fan: false }),
  },
  elec_feeder: {
    withinS: 2,
    // Its own breaker stays closed: there is nothing to switch.
    reads: steady({
      ...noFlow,
      voltageA: 0,
      voltageB: 0,
      voltageC: 0,
      currentA: 0,
      currentB: 0,
      currentC: 0,
      apparentPower: 0,
      unbalance: 0,
      voltageDistortion: 0,
      currentDistortion: 0,
    }),
  },
  lift: {
    withinS: 4,
    // It stands where it was, with whoever is inside.
    reads: (_, before) => {
      const { floor = 1, door = "closed", person = false, load = 0 } = before;
      const shut = door === "closed" || door === "closing";
      return {
        ...{ floor, person, load, mode: "power-lost", direction: "idle", speed: 0, brake: "applied" },
        door: shut ? "closed" : "open",
      };
    },
  },
  ev_charger: {
    withinS: 20,
    // The stop circuit of a hall is closed by the mains; without them every charger reads it as pressed.
    reads: steady({ state: "emergency-stop", power: 0, voltage: 0, current: 0, leakage: 0 }),
  },
  street_light: {
    withinS: 40,
    reads: steady({ state: "off", dim: 0, power: 0, voltage: 0, current: 0, leakage: 0 }),
  },
  turnstile: { withinS: 6, reads: steady({ mode: "fault" }) },
  vehicle_gate: { withinS: 6, reads: steady({ down: true, loop: false }) },
  sump_pump: {
    withinS: 25,
    reads: steady({ state: "both-failed", pump1State: "fault", pump2State: "fault", current: 0 }),
  },
  elec_meter: { withinS: 45, reads: steady({ power: 0, voltage: 0, current: 0 }) },
};

/** A device and all that hangs on it, over however many circuits. */
function fedBy(devices: readonly DemoDevice[], root: DeviceId): readonly DemoDevice[] {
  const children = gathered(devices, ({ fedBy: feeder }) => feeder);
  const below = (id: DeviceId): readonly DemoDevice[] =>
    (children.get(id) ?? []).flatMap((child) => [child, ...below(child.id)]);
  return [...devices.filter(({ id }) => id === root), ...below(root)];
}

/** The first transformer trips. Whatever hangs on it is dead until the drill ends. */
export const transformerTrip: DrillScript = {
  cutOff: false,
  scenes: (devices) =>
    fedBy(devices, transformer).flatMap(({ id, kind, seed }): Scene[] => {
      const loss = losses[kind.id];
      if (loss === undefined) return [];
      const fromS = Math.floor(loss.withinS * chance(seed, 0, 90));
      return [{ device: id, fromS, untilS: null, reads: loss.reads }];
    }),
};
