import type { EastNorthUp, Gate } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import type { Place, PlacedDevice } from "./device.ts";
import type { Site } from "./site.ts";
import { nearest, oneTo } from "./site.ts";

/** A turnstile or a barrier, and its share of all who pass. */
export interface GateDevice {
  readonly device: PlacedDevice;
  readonly share: number;
  /** Way of a barrier; null for a turnstile, which counts both. */
  readonly lane: "in" | "out" | null;
}

/** Places across the way of a gate, metres from its middle: gates in the sides stand north-south, the others east-west. */
export function besideGate(
  { community: { extent } }: Site,
  { at }: Gate,
): (metres: number, upM: number) => EastNorthUp {
  const across = at[0] < extent.min[0] + 1 || at[0] > extent.max[0] - 1;
  return (metres, upM) => (across ? [at[0], at[1] + metres, upM] : [at[0] + metres, at[1], upM]);
}

/** Turnstiles at each gate, and four barriers at those for vehicles. */
export function gateDevices(site: Site, place: Place, fedBy: DeviceId): readonly GateDevice[] {
  const shares: Readonly<Record<string, readonly [turnstiles: number, share: number]>> = {
    S: [6, 0.36],
    N: [6, 0.3],
    W: [3, 0.14],
    E: [3, 0.14],
    market: [2, 0.06],
  };
  return site.community.gates.flatMap((gate) => {
    const space = nearest(site.spaces(/^XH-gate-/), gate.at, ({ at }) => at).id;
    const [turnstiles, share] = shares[gate.id] ?? [0, 0];
    const beside = besideGate(site, gate);
    const people = oneTo(turnstiles).map((number) => ({
      share: share / turnstiles,
      lane: null,
      device: place({
        id: `XH-gate-${gate.id}-turnstile-0${number}`,
        kind: "turnstile",
        where: gate.name,
        number,
        at: beside(-5 - number * 0.9, 1),
        space,
        fedBy,
      }),
    }));
    const vehicles = gate.kinds.includes("vehicles") ? oneTo(4) : [];
    return [
      ...people,
      ...vehicles.map((number) => ({
        share: (gate.id === "S" ? 0.58 : 0.42) / 2,
        lane: number <= 2 ? ("in" as const) : ("out" as const),
        device: place({
          id: `XH-gate-${gate.id}-barrier-0${number}`,
          kind: "vehicle_gate",
          where: gate.name,
          number,
          at: beside((number - 2.5) * 3.2, 1),
          space,
          fedBy,
        }),
      })),
    ];
  });
}
