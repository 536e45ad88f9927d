import type { DeviceId } from "../../ids.ts";
import { hours, minutes, seconds } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import { gathered } from "../gathered.ts";
import { valueAt } from "../rhythm/daily.ts";
import { momentOf } from "../rhythm/moment.ts";
import { chance, subSeed } from "../seed.ts";
import type { Values } from "../values/reader.ts";
import { dangerCases } from "./danger-cases.ts";
import type { FaultCase } from "./fault-case.ts";
import { upkeepCases } from "./upkeep-cases.ts";

/** One thing that goes wrong, from when until when. */
export interface Fault {
  readonly case: FaultCase;
  readonly device: DeviceId;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly draw: number;
}

export type Rates = "real" | "demo";

/** At the demo's rates something small happens about this often. */
const smallEveryMs = 2 * minutes;
/** Time is filled block by block; none lasts longer than two of them. */
const blockMs = hours;
const longestBlocks = 2;

export interface FaultTimeline {
  /** What is wrong at an instant, by device; one fault per device at most. */
  activeAt(atMs: number): ReadonlyMap<DeviceId, Fault>;
}

export const effectOf = (fault: Fault, atMs: number): Values =>
  fault.case.effect(fault.draw, Math.max(0, atMs - fault.fromMs) / seconds);

/** Faults of the demo: a pure function of seed and time. `spared` devices have their own story. */
export function faultTimeline(
  devices: readonly DemoDevice[],
  seed: number,
  rates: Rates,
  spared: ReadonlySet<DeviceId>,
): FaultTimeline {
  const byKind = gathered(
    devices.filter(({ id, via }) => !spared.has(id) && (via === null || !spared.has(via))),
    ({ kind }) => kind.id as string,
  );
  const possible = [...dangerCases, ...upkeepCases].filter(({ kind }) => byKind.has(kind));
  const smallOnes = possible.filter(({ small }) => small > 0);
  const smallSum = smallOnes.reduce((sum, { small }) => sum + small, 0);
  const blocks = new Map<number, readonly Fault[]>();
  let lastAtMs = Number.NaN;
  let last: ReadonlyMap<DeviceId, Fault> = new Map();

  const faultOf = (chosen: FaultCase, from: number, ownSeed: number, count: number): Fault[] => {
    const candidates = byKind.get(chosen.kind) ?? [];
    const device = candidates[Math.floor(chance(ownSeed, count, 2) * candidates.length)];
    if (!device) return [];
    const [least, most] = chosen.minutes;
    const lastsMs = (least + (most - least) * chance(ownSeed, count, 3)) * minutes;
    return [
      {
        case: chosen,
        device: device.id,
        fromMs: from,
        untilMs: from + lastsMs,
        draw: chance(ownSeed, count, 4),
      },
    ];
  };

  const byRate = (block: number): Fault[] => {
    const { hour } = momentOf(block * blockMs);
    return possible.flatMap((chosen) => {
      const ownSeed = subSeed(seed, `fault/${chosen.id}/${block}`);
      const expected = (chosen.perDay * valueAt(chosen.weight, hour)) / 24;
      const count = Math.floor(expected) + (chance(ownSeed, 0, 1) < expected % 1 ? 1 : 0);
      return Array.from({ length: count }, (_, index) =>
        faultOf(chosen, Math.floor((block + chance(ownSeed, index, 5)) * blockMs), ownSeed, index),
      ).flat();
    });
  };

  const small = (block: number): Fault[] => {
    const ownSeed = subSeed(seed, `small/${block}`);
    return Array.from({ length: blockMs / smallEveryMs }, (_, slot) => {
      let left = chance(ownSeed, slot, 1) * smallSum;
      const chosen = smallOnes.find((candidate) => (left -= candidate.small) < 0);
      const from = Math.floor(block * blockMs + (slot + chance(ownSeed, slot, 5)) * smallEveryMs);
      return chosen ? faultOf(chosen, from, ownSeed, slot) : [];
    }).flat();
  };

  const faultsOf = (block: number): readonly Fault[] => {
    const known = blocks.get(block);
    if (known) return known;
    if (blocks.size > 8) blocks.clear();
    const faults = [...byRate(block), ...(rates === "demo" ? small(block) : [])];
    blocks.set(block, faults);
    return faults;
  };

  return {
    activeAt(atMs) {
      const second = Math.floor(atMs / seconds) * seconds;
      if (second === lastAtMs) return last;
      const active = new Map<DeviceId, Fault>();
      const block = Math.floor(second / blockMs);
      for (let back = longestBlocks; back >= 0; back--) {
        for (const fault of faultsOf(block - back)) {
          if (fault.fromMs <= second && second < fault.untilMs && !active.has(fault.device))
            active.set(fault.device, fault);
        }
      }
      lastAtMs = second;
      last = active;
      return active;
    },
  };
}
