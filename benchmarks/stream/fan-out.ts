import type { Comparison, Goal } from "../report/comparison.ts";
import { median, type Plan } from "../report/outcome.ts";
import type { ContenderName } from "./contender.ts";
import { type Figures, type Load, measure } from "./trial.ts";

const peers = ["Socket.IO, JSON", "Socket.IO, msgpack", "Colyseus", "raw ws"] as const;
type Peer = (typeof peers)[number];

interface Asked {
  readonly what: (load: Load) => string;
  readonly unit: string;
  readonly of: (figures: Figures) => number;
  readonly goal: (load: Load, peer: Peer) => Goal | null;
}

const isWide = ({ points, share }: Load): boolean => points * share >= 5000;
const atLeast = (times: number): Goal => ({ of: "gain", atLeast: times });

const asked: readonly Asked[] = [
  {
    what: () => "bytes per change",
    unit: "B",
    of: ({ bytesPerChange }) => bytesPerChange,
    goal: (_, peer) => (peer === "Socket.IO, JSON" ? atLeast(18) : peer === "Colyseus" ? atLeast(2.5) : null),
  },
  {
    what: () => "server CPU per client and tick",
    unit: "µs",
    of: ({ serverUs }) => serverUs,
    goal: (load, peer) => {
      if (peer === "raw ws") return load.clients >= 500 ? { of: "share", atMost: 1.25 } : null;
      if (peer === "Socket.IO, JSON") return isWide(load) ? atLeast(9) : null;
      return peer === "Colyseus" && isWide(load) ? atLeast(12) : null;
    },
  },
  {
    what: () => "client CPU per frame",
    unit: "µs",
    of: ({ clientUs }) => clientUs,
    goal: (load, peer) => (peer === "Socket.IO, JSON" && isWide(load) ? atLeast(50) : null),
  },
  { what: () => "latency p50", unit: "ms", of: ({ p50Ms }) => p50Ms, goal: () => null },
  { what: () => "latency p99", unit: "ms", of: ({ p99Ms }) => p99Ms, goal: () => null },
];

const loadText = ({ points, share, clients }: Load): string =>
  `${points.toLocaleString("en")} points, ${share * 100} %, ${clients} clients`;

/** A state of 50,000 points takes Colyseus minutes to hand to 500 clients, and most of our memory. */
const isTooMuch = (peer: Peer, { points, clients }: Load): boolean =>
  peer === "Colyseus" && points * clients > 5_000_000;

export interface FanOutSizes {
  readonly loads: readonly Load[];
  readonly ticks: number;
  readonly rounds: number;
}

/** Every contender under every load, one after the other in each round; ratios are of medians over the rounds. */
export async function fanOut(plan: Plan, { loads, ticks, rounds }: FanOutSizes): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const load of loads) {
    const kept = new Map<ContenderName, Figures[]>();
    for (let round = 0; round < rounds; round++) {
      for (const contender of ["ours", ...peers] as const) {
        if (contender !== "ours" && isTooMuch(contender, load)) continue;
        // oxlint-disable-next-line no-await-in-loop
        const figures = await measure(contender, load, ticks, 100);
        kept.set(contender, [...(kept.get(contender) ?? []), figures]);
        const { serverUs, clientUs } = figures;
        plan.say(
          `${loadText(load)}: ${contender}: server ${serverUs.toFixed(1)} µs, client ${clientUs.toFixed(1)} µs`,
        );
      }
    }
    for (const each of asked) comparisons.push(...compare(each, load, kept));
  }
  return comparisons;
}

function compare(each: Asked, load: Load, kept: ReadonlyMap<ContenderName, Figures[]>): Comparison[] {
  const medianOf = (name: ContenderName): number | null => {
    const figures = kept.get(name);
    return figures === undefined ? null : median(figures.map(each.of));
  };
  return peers.map((peer) => {
    const theirs = medianOf(peer);
    return {
      what: `${each.what(load)}, ${loadText(load)}`,
      unit: each.unit,
      ours: medianOf("ours"),
      peer,
      theirs,
      goal: each.goal(load, peer),
      ...(theirs === null ? { note: "its state is too large for so many clients" } : {}),
    };
  });
}

const bytesGoals: readonly { share: number; atMost: number }[] = [
  { share: 0.1, atMost: 2.3 },
  { share: 0.01, atMost: 2.6 },
];

/** The goals for our bytes alone, of the loads measured. */
export function bytesAlone(comparisons: readonly Comparison[], loads: readonly Load[]): Comparison[] {
  return bytesGoals.flatMap(({ share, atMost }) => {
    const load = loads.find((each) => each.share === share && each.points === 50_000);
    if (load === undefined) return [];
    const what = `bytes per change, ${loadText(load)}`;
    const measured = comparisons.find((each) => each.what === what);
    if (measured === undefined) return [];
    return [{ ...measured, peer: null, theirs: null, goal: { of: "ours" as const, atMost } }];
  });
}
