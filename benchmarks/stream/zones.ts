import type { Comparison } from "../report/comparison.ts";
import { median, type Plan } from "../report/outcome.ts";
import { type Load, measure } from "./trial.ts";

/** The same changes in eight channels that every client watches, beside one channel. */
export async function eightZones(plan: Plan, load: Load, ticks: number, rounds: number): Promise<Comparison> {
  const kept: Record<"1 channel" | "8 channels", number[]> = { "1 channel": [], "8 channels": [] };
  for (let round = 0; round < rounds; round++) {
    for (const contender of ["1 channel", "8 channels"] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { serverUs } = await measure(contender, load, ticks, 100);
      kept[contender].push(serverUs);
      plan.say(`zones: ${contender}: server ${serverUs.toFixed(1)} µs`);
    }
  }
  return {
    what: `server CPU per client and tick, all in 8 channels, ${load.points.toLocaleString("en")} points, ${load.clients} clients`,
    unit: "µs",
    ours: median(kept["8 channels"]),
    peer: "ours in 1 channel",
    theirs: median(kept["1 channel"]),
    goal: { of: "share", atMost: 1.25 },
  };
}
