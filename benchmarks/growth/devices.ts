import { rm } from "node:fs/promises";
import { build } from "vite";
import { projectRoot } from "../../tests/project-root.ts";
import type { Comparison } from "../report/comparison.ts";
import { median, type Plan } from "../report/outcome.ts";
import { buildPeers } from "../scene/build-peers.ts";
import { type ContenderName, peerNames } from "../scene/contender.ts";
import { rounds, type Sizes } from "../scene/rounds.ts";
import type { Series } from "./figure.ts";

const full: Sizes & { readonly devices: readonly number[] } = {
  devices: [1000, 10_000],
  rounds: 2,
  lengths: { idleMs: 3000, updates: 50, seldom: 2, frames: 10, withinMs: 120_000 },
  moves: 0,
};
const quick: typeof full = {
  devices: [100, 1000],
  rounds: 1,
  lengths: { idleMs: 1000, updates: 10, seldom: 2, frames: 5, withinMs: 90_000 },
  moves: 0,
};

/** How many times dearer an update of ten times the devices may be at most. */
const tenfold = 1.3;
const contenders: readonly ContenderName[] = ["ours", ...peerNames];

/** What an update costs a page with ten times the devices, 10 % of them changing. */
export async function followDevices(
  plan: Plan,
): Promise<{ what: string; rows: Comparison[]; series: Series[] }> {
  const sizes = plan.quick ? quick : full;
  await build({ root: projectRoot, logLevel: "silent" });
  const pages = await buildPeers();
  const costs = new Map<ContenderName, { size: number; cost: number }[]>();
  try {
    for (const size of sizes.devices) {
      // oxlint-disable-next-line no-await-in-loop
      const { taken } = await rounds(plan, pages, size, sizes, contenders);
      for (const [name, figures] of taken) {
        const inTime = figures.filter((each) => each !== null);
        if (inTime.length === 0) continue;
        const cost = median(inTime.map(({ update }) => update.scriptMs));
        costs.set(name, [...(costs.get(name) ?? []), { size, cost }]);
      }
    }
  } finally {
    await rm(pages, { recursive: true, force: true });
  }
  const what = "devices ×10, 10 % of them changing";
  const factorOf = (name: ContenderName): number | null => {
    const points = costs.get(name) ?? [];
    const [first, last] = [points[0], points.at(-1)];
    return points.length < sizes.devices.length || !first || !last ? null : last.cost / first.cost;
  };
  return {
    what,
    rows: peerNames.map((peer) => ({
      what: `how many times dearer: scripts of a page per update, ${what}`,
      unit: "×",
      ours: factorOf("ours"),
      peer,
      theirs: factorOf(peer),
      goal: { of: "ours", atMost: tenfold },
    })),
    series: contenders.flatMap((name) => {
      const points = costs.get(name);
      return points ? [{ name, unit: "ms", peer: name !== "ours", points }] : [];
    }),
  };
}
