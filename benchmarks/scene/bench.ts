import { rm } from "node:fs/promises";
import { build } from "vite";
import { projectRoot } from "../../tests/project-root.ts";
import type { Comparison } from "../report/comparison.ts";
import type { Outcome, Plan } from "../report/outcome.ts";
import { buildPeers } from "./build-peers.ts";
import { peerNames } from "./contender.ts";
import { type Sizes, rounds } from "./rounds.ts";
import { growthRow, rowsOf, type Taken } from "./rows.ts";

const full: Sizes & { readonly devices: readonly number[] } = {
  devices: [1000, 10_000, 100_000],
  rounds: 3,
  lengths: { idleMs: 5000, updates: 50, seldom: 4, frames: 60, withinMs: 240_000 },
  moves: 400,
};
const quick: typeof full = {
  devices: [1000],
  rounds: 1,
  lengths: { idleMs: 1000, updates: 10, seldom: 2, frames: 10, withinMs: 90_000 },
  moves: 40,
};

/** What the live picture costs its page, in the real app and in what else could draw the same devices. */
export async function benchScene(plan: Plan): Promise<Outcome> {
  const sizes = plan.quick ? quick : full;
  await build({ root: projectRoot, logLevel: "silent" });
  const pages = await buildPeers();
  const comparisons: Comparison[] = [];
  const all: [number, Taken][] = [];
  try {
    for (const devices of sizes.devices) {
      // oxlint-disable-next-line no-await-in-loop
      const { taken, picked } = await rounds(plan, pages, devices, sizes, ["ours", ...peerNames]);
      all.push([devices, taken]);
      comparisons.push(...rowsOf(taken, devices, sizes.lengths.withinMs), ...picked);
    }
  } finally {
    await rm(pages, { recursive: true, force: true });
  }
  const [few, many] = [all[0], all.at(-1)];
  if (few && many && few !== many) comparisons.push(growthRow(few, many));
  return { comparisons, notes };
}

const notes = [
  "Ours is the whole operator's desk as it is built, from the real server in a process of its own; at every size its devices speak at the server's intake and not over MQTT, so that the page is measured and not a broker; `npm run bench ingest` measures the way in. Decoding, lists, panels, names and the whole place are in its figures.",
  "A peer is given the same changes over a WebSocket of its own, as arrays it can use as they are, and draws boxes for buildings and the devices: no decoding, no lists, no ground, trees or sky.",
  "An update is 10 % of the devices turning on or off at once, each to be seen. Ours takes in every one and draws for them at most once a second; the peers draw each. Whoever is at it most of the time gets them further apart, and React's pages get the next once the last is drawn, as they would put several together.",
  "Times are of the main thread by the browser's own count, in ticks of the thread. Every call that draws is made with at most one vertex, so that it is the page that is measured and not drawing in software; it says nothing of frames a second on graphics hardware.",
  "In the end of each trial the state of every device was read from what the page draws with and compared with what the devices said; a difference ends the benchmark.",
  "Memory is the whole page's: objects of scripts and the buffers behind typed arrays, after collection.",
  "Names are those of the buildings: ours keep clear of each other and of the panels, the peers' are put where they are. The naive page has none.",
  "Our picker tests the walls as well; a ray through all instances tests devices alone.",
];
