import type { Comparison } from "../report/comparison.ts";
import type { Plan } from "../report/outcome.ts";
import { Trial } from "./trial.ts";

const slowOnes = 4;

interface Slowness {
  /** What the server holds more than before, when the clients have read nothing for so long. */
  readonly heldMb: number;
  readonly messages: number;
  readonly recoveryMs: number;
  readonly equal: number;
}

const contenders = ["ours", "Socket.IO, JSON", "raw ws"] as const;

/** Four clients of five stop reading for so many ticks, and go on. */
async function stall(
  contender: (typeof contenders)[number],
  points: number,
  changes: number,
  ticks: number,
): Promise<Slowness> {
  const trial = new Trial(contender);
  try {
    await trial.open(points);
    await trial.connect(slowOnes + 1, "changes", 0);
    await trial.server.ask("run", 10, changes, 100);
    await trial.equal();
    const before = await trial.server.ask("memory");
    await trial.swarm.ask("pause", slowOnes);
    await trial.server.ask("run", ticks, changes, 100);
    const held = (await trial.server.ask("memory")) - before;
    const { tick } = await trial.server.ask("state");
    const resumed = trial.swarm.ask("resume", slowOnes, tick);
    await trial.server.ask("run", 10, changes, 100);
    const { messages, tookMs } = await resumed;
    const equal = await trial.equal();
    return { heldMb: held / 1e6, messages, recoveryMs: tookMs, equal };
  } finally {
    trial.stop();
  }
}

/** What a client that hangs costs the others, and how it comes back. */
export async function slowClients(plan: Plan, points: number, ticks: number): Promise<Comparison[]> {
  const found = new Map<string, Slowness>();
  for (const contender of contenders) {
    // oxlint-disable-next-line no-await-in-loop
    const slowness = await stall(contender, points, points / 10, ticks);
    found.set(contender, slowness);
    plan.say(`slow: ${contender}: ${slowness.heldMb.toFixed(1)} MB, ${slowness.messages} messages`);
  }
  const where = `${slowOnes} clients that stop for ${ticks} ticks, ${points.toLocaleString("en")} points, 10 %`;
  const asked = [
    { what: "server memory", unit: "MB", of: (each: Slowness) => each.heldMb, atMost: 1 },
    { what: "messages until current", unit: "", of: (each: Slowness) => each.messages, atMost: 22 },
    { what: "until current", unit: "ms", of: (each: Slowness) => each.recoveryMs, atMost: 200 },
  ];
  return asked.flatMap(({ what, unit, of, atMost }) => {
    const valueOf = (name: string): number | null => {
      const slowness = found.get(name);
      return slowness === undefined ? null : of(slowness);
    };
    const row = { what: `${what}, ${where}`, unit, ours: valueOf("ours") };
    return [
      { ...row, peer: null, theirs: null, goal: { of: "ours" as const, atMost } },
      ...contenders.slice(1).map((peer) => ({ ...row, peer, theirs: valueOf(peer), goal: null })),
    ];
  });
}
