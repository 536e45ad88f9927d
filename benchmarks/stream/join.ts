import type { Comparison } from "../report/comparison.ts";
import { median, type Plan } from "../report/outcome.ts";
import type { ContenderName } from "./contender.ts";
import { Trial } from "./trial.ts";

interface Joined {
  readonly cpuMs: number;
  readonly bytes: number;
  readonly tookMs: number;
}

/** So many newcomers at once, until each holds everything. */
async function join(contender: ContenderName, points: number, clients: number): Promise<Joined> {
  const trial = new Trial(contender);
  try {
    await trial.open(points);
    await trial.connect(1, "state", 0);
    const knocking = { over: false };
    const fromMs = performance.now();
    const joined = trial.swarm.ask("connect", contender, clients, "state").then(() => {
      knocking.over = true;
      return performance.now() - fromMs;
    });
    let [cpuUs, bytes] = [0, 0];
    while (!knocking.over) {
      // oxlint-disable-next-line no-await-in-loop
      const cost = await trial.server.ask("run", 1, 0, 100);
      cpuUs += cost.cpuUs;
      bytes += cost.bytes;
    }
    const tookMs = await joined;
    const equal = await trial.equal();
    if (equal !== clients + 1) throw new Error(`${contender}: ${clients + 1 - equal} newcomers are wrong`);
    return { cpuMs: cpuUs / 1000 / clients, bytes: bytes / clients, tookMs };
  } finally {
    trial.stop();
  }
}

/** What a client costs that comes with nothing, beside the usual snapshot built for each. */
export async function joins(
  plan: Plan,
  points: number,
  clients: number,
  rounds: number,
): Promise<Comparison[]> {
  const kept: Record<"ours" | "Socket.IO, JSON", Joined[]> = { ours: [], "Socket.IO, JSON": [] };
  for (let round = 0; round < rounds; round++) {
    for (const contender of ["ours", "Socket.IO, JSON"] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const joined = await join(contender, points, clients);
      kept[contender].push(joined);
      plan.say(`join: ${contender}: ${joined.cpuMs.toFixed(2)} ms each`);
    }
  }
  const row = (
    what: string,
    unit: string,
    of: (joined: Joined) => number,
    times: number | null,
  ): Comparison => ({
    what: `${what}, ${points.toLocaleString("en")} points, ${clients} at once`,
    unit,
    ours: median(kept.ours.map(of)),
    peer: "Socket.IO, JSON",
    theirs: median(kept["Socket.IO, JSON"].map(of)),
    goal: times === null ? null : { of: "gain", atLeast: times },
  });
  return [
    row("server CPU per join", "ms", ({ cpuMs }) => cpuMs, 25),
    row("bytes per join", "kB", ({ bytes }) => bytes / 1000, null),
    row("until all have everything", "ms", ({ tookMs }) => tookMs, null),
  ];
}
