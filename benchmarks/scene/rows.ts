import type { Comparison, Goal } from "../report/comparison.ts";
import { median } from "../report/outcome.ts";
import { type ContenderName, type PeerName, peerNames } from "./contender.ts";
import { type Each, type Figures, seldomMs } from "./trial.ts";

/** What each contender took in each round; null for one that was not over in time. */
export type Taken = ReadonlyMap<ContenderName, readonly (Figures | null)[]>;

interface Kind {
  readonly what: string;
  readonly unit: string;
  readonly of: (figures: Figures) => number | null;
  /** What is asked at this many devices of each peer; without, nothing is. */
  readonly goals?: (devices: number) => Readonly<Partial<Record<PeerName, Goal>>>;
}

const gain = (atLeast: number): Goal => ({ of: "gain", atLeast });
const most = (atMost: number): Goal => ({ of: "ours", atMost });
/** What grows with the devices is asked where there are many. */
const ofMany = (devices: number, goals: Partial<Record<PeerName, Goal>>): Partial<Record<PeerName, Goal>> =>
  devices >= 100_000 ? goals : {};

const perDrawn = ({ bytes, frames }: Each): number => (frames === 0 ? 0 : bytes / frames / 1000);
const labels = ({ orbit, plainOrbit }: Figures): number | null =>
  plainOrbit === null ? null : Math.max(0, orbit.taskMs - plainOrbit.taskMs);

const kinds: readonly Kind[] = [
  {
    what: "scripts per update, ten a second",
    unit: "ms",
    of: ({ update }) => update.scriptMs,
    goals: (devices) => ({
      "deck.gl": gain(4),
      ...ofMany(devices, {
        CesiumJS: gain(20),
        "drei Instances": gain(300),
        "naive React Three Fiber": gain(800),
      }),
    }),
  },
  {
    what: "scripts per update, ten a second, less those of an idle page",
    unit: "ms",
    of: ({ update }) => update.netScriptMs,
    goals: () => ({ "deck.gl": gain(2) }),
  },
  {
    what: `scripts per update, one in ${seldomMs / 1000} s`,
    unit: "ms",
    of: ({ seldom }) => seldom.scriptMs,
  },
  {
    what: "scripts per frame while the camera turns, with names",
    unit: "ms",
    of: ({ orbit }) => orbit.scriptMs,
    goals: () => ({ "deck.gl": gain(4), CesiumJS: gain(5) }),
  },
  {
    what: "all of the main thread in a second of an idle page",
    unit: "ms",
    of: ({ idle }) => idle.taskMsPerS,
    goals: () => ({ "deck.gl": gain(30), CesiumJS: gain(30) }),
  },
  {
    what: "memory held by scripts",
    unit: "MB",
    of: ({ heldBytes }) => heldBytes / 1e6,
    goals: (devices) => ofMany(devices, { CesiumJS: gain(5), "naive React Three Fiber": gain(50) }),
  },
  {
    what: "draws per frame",
    unit: "",
    of: ({ orbit }) => orbit.draws,
    goals: () => Object.fromEntries(peerNames.map((peer) => [peer, most(20)])),
  },
  { what: "to the graphics per update drawn", unit: "kB", of: ({ update }) => perDrawn(update) },
  {
    what: "to the graphics per frame while the camera turns",
    unit: "kB",
    of: ({ orbit }) => perDrawn(orbit),
  },
  {
    what: "main thread per frame for names over the buildings",
    unit: "ms",
    of: labels,
    goals: () => ({ "drei Instances": gain(10) }),
  },
];

/** The middle of the rounds; null when none was over in time, or there is no such thing. */
function middle(rounds: readonly (Figures | null)[] | undefined, of: Kind["of"]): number | null {
  const values = (rounds ?? []).flatMap((figures) => (figures === null ? [] : [of(figures)]));
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : median(numbers);
}

/** Ours beside every peer, at one number of devices. */
export function rowsOf(taken: Taken, devices: number, withinMs: number): Comparison[] {
  return kinds.flatMap(({ what, unit, of, goals }) =>
    peerNames.map((peer): Comparison => {
      const rounds = taken.get(peer);
      const theirs = middle(rounds, of);
      const late = rounds?.every((figures) => figures === null) === true;
      const why = late ? `not within ${withinMs / 1000} s` : "no such thing";
      return {
        what: `${what}, ${devices.toLocaleString("en")} devices`,
        unit,
        ours: middle(taken.get("ours"), of),
        peer,
        theirs,
        goal: goals?.(devices)[peer] ?? null,
        ...(theirs === null ? { note: `${peer}: ${why}` } : {}),
      };
    }),
  );
}

/** What an update costs us with the most devices, beside the fewest. */
export function growthRow(few: [number, Taken], many: [number, Taken]): Comparison {
  const cost = ([, taken]: [number, Taken], who: ContenderName) =>
    middle(taken.get(who), ({ update }) => update.scriptMs);
  const factor = (who: ContenderName): number | null => {
    const [less, more] = [cost(few, who), cost(many, who)];
    return less === null || more === null ? null : more / less;
  };
  const sizes = [few[0], many[0]].map((devices) => devices.toLocaleString("en"));
  return {
    what: `how many times dearer an update is, ${sizes.join(" to ")} devices`,
    unit: "×",
    ours: factor("ours"),
    peer: "deck.gl",
    theirs: factor("deck.gl"),
    goal: most(1.3),
  };
}
