import { setTimeout as pause } from "node:timers/promises";
import { build } from "vite";
import { openBrowser } from "../../tests/journeys/browser.ts";
import { startCourtyard } from "../../tests/journeys/courtyard.ts";
import { projectRoot } from "../../tests/project-root.ts";
import type { Comparison, Goal } from "../report/comparison.ts";
import { median, type Outcome, type Plan, quantile } from "../report/outcome.ts";
import { CallPoints } from "./call-points.ts";
import { WatchedDesk, type Watched } from "./desk-watch.ts";

const houses = ["A-1", "A-2", "A-3", "A-4", "B-1", "B-2", "B-3", "C1-1", "C2-1", "D-1"];
/** Before a flood is one, so many alarms are each announced (ISA-18.2). */
const beforeFlood = 10;

/** Alarms that come as a flood, at three desks with the table open: nothing is lost, and the page stays at hand. */
export async function benchAlarms(plan: Plan): Promise<Outcome> {
  await build({ root: projectRoot, logLevel: "silent" });
  // In each house as many, and the confirmed fire that several of them are.
  const [each, lastMs] = plan.quick ? [3, 3_000] : [50, 60_000];
  const count = houses.length * each;
  const courtyard = await startCourtyard({ args: ["--simulator", "off"] });
  const browser = await openBrowser();
  try {
    const points = await CallPoints.moveIn(courtyard, houses, each);
    const { operator, supervisor } = courtyard.links;
    const third = await courtyard.link("operator");
    const desks: WatchedDesk[] = [];
    // oxlint-disable-next-line no-await-in-loop
    for (const link of [operator, supervisor, third])
      desks.push(await WatchedDesk.open(browser, courtyard, link));
    plan.say(`alarms: ${count} call points in ${houses.length} houses, three desks open`);
    const idle = await watch(desks, () => pause(lastMs));
    const flood = await watch(desks, async () => {
      await points.press(lastMs);
      await pause(2_000);
    });
    await points.close();
    return { comparisons: rowsOf(flood, idle, count), notes };
  } finally {
    await browser.close();
    await courtyard.close();
  }
}

async function watch(desks: readonly WatchedDesk[], meanwhile: () => Promise<unknown>): Promise<Watched[]> {
  await Promise.all(desks.map((desk) => desk.begin()));
  await meanwhile();
  return Promise.all(desks.map((desk) => desk.end()));
}

function rowsOf(flood: readonly Watched[], idle: readonly Watched[], count: number): readonly Comparison[] {
  const row = (what: string, unit: string, ours: number, goal: Goal | null = null): Comparison => ({
    ...{ what, unit, ours, goal },
    ...{ peer: null, theirs: null },
  });
  const updates = flood.flatMap(({ updatesMs }) => updatesMs);
  const costs = flood.map(
    ({ taskMs, updatesMs }, desk) => (taskMs - (idle[desk]?.taskMs ?? 0)) / updatesMs.length,
  );
  const least = (of: (each: Watched) => number): number => Math.min(...flood.map(of));
  return [
    row(
      "alarms in the table of the desk with the fewest",
      "alarms",
      least(({ inTable }) => inTable),
      {
        of: "ours",
        atLeast: count + houses.length,
      },
    ),
    row(
      "alarms in the strip of the desk with the fewest",
      "alarms",
      least(({ inStrip }) => inStrip),
      {
        of: "ours",
        atLeast: count + houses.length,
      },
    ),
    row("updates of a desk, median", "updates", median(flood.map(({ updatesMs }) => updatesMs.length))),
    row("main thread for an update of table and strip, processor, worst desk", "ms", Math.max(...costs), {
      of: "ours",
      atMost: 50,
    }),
    row("table alone for an update, wall, median", "ms", median(updates)),
    row("table alone for an update, wall, p95", "ms", quantile(updates, 0.95)),
    row("longest task, wall", "ms", Math.max(...flood.map(({ longestTaskMs }) => longestTaskMs))),
    row(
      "announcements, most of a desk",
      "sentences",
      Math.max(...flood.map(({ sentences }) => sentences.length)),
      {
        of: "ours",
        atMost: beforeFlood + houses.length,
      },
    ),
  ];
}

const notes = [
  "500 manual call points in ten houses are pressed one after the other within 60 s, house by house in turn: 500 P1 alarms, and the confirmed fire that those of one house make together. Three desks with the alarm table open, 1600 × 900, each in a context of its own of one Chromium.",
  "The main thread's processor time for an update is what its tasks took during the flood, less what they took in as long a time before it, divided by the looks at the alarms: strip, table, sound and list included.",
  "Until a flood is one (more than 10 within 10 minutes) each alarm is announced, and then each group once.",
];
