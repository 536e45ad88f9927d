import { rm } from "node:fs/promises";
import { build } from "vite";
import { startCourtyard } from "../../tests/journeys/courtyard.ts";
import { projectRoot } from "../../tests/project-root.ts";
import type { Comparison, Goal } from "../report/comparison.ts";
import { median, type Outcome, type Plan } from "../report/outcome.ts";
import { bundleSizes } from "./bundle.ts";
import { visits, type VisitTimes } from "./visit.ts";

interface Started {
  readonly coldMs: number;
  readonly warmMs: number;
  readonly cold: VisitTimes;
  readonly warm: VisitTimes;
}

/** A server on an empty folder, a visit, and the same folder again. */
async function start(): Promise<Started> {
  let fromMs = performance.now();
  const first = await startCourtyard();
  const coldMs = performance.now() - fromMs;
  try {
    const seen = await visits(first.links.presenter);
    await first.end();
    fromMs = performance.now();
    const second = await startCourtyard({ dataFolder: first.dataFolder });
    const warmMs = performance.now() - fromMs;
    await second.end();
    return { coldMs, warmMs, ...seen };
  } finally {
    await first.end();
    await rm(first.dataFolder, { recursive: true, force: true });
  }
}

/** From nothing to a picture somebody can use, and what is sent for it. */
export async function benchStart(plan: Plan): Promise<Outcome> {
  await build({ root: projectRoot, logLevel: "silent" });
  const sizes = await bundleSizes();
  const rounds: Started[] = [];
  for (let round = 0; round < (plan.quick ? 1 : 5); round++) {
    // oxlint-disable-next-line no-await-in-loop
    const started = await start();
    rounds.push(started);
    plan.say(
      `start: ready after ${started.coldMs.toFixed(0)} ms, picture ${started.cold.pictureMs.toFixed(0)} ms`,
    );
  }
  const row = (what: string, unit: string, ours: number, goal: Goal | null = null): Comparison => ({
    what,
    unit,
    ours,
    peer: null,
    theirs: null,
    goal,
  });
  const time = (what: string, of: (started: Started) => number): Comparison =>
    row(what, "ms", median(rounds.map(of)));
  return {
    comparisons: [
      time("server ready, empty folder", ({ coldMs }) => coldMs),
      time("server ready, folder of a former run", ({ warmMs }) => warmMs),
      time("text to read, first visit", ({ cold }) => cold.textMs),
      time("text to read, later visit", ({ warm }) => warm.textMs),
      time("first useful picture, first visit", ({ cold }) => cold.pictureMs),
      time("first useful picture, later visit", ({ warm }) => warm.pictureMs),
      row("3D chunk, gzipped", "kB", sizes.sceneKb, { of: "ours", atMost: 320 }),
      row("scripts before the page can be read, gzipped", "kB", sizes.firstKb),
      row("styles, gzipped", "kB", sizes.stylesKb),
      row("all scripts of all desks, gzipped", "kB", sizes.allKb),
    ],
    notes,
  };
}

const notes = [
  "The demo community with all its devices, as `npm start` runs it once everything is installed and built; the presenter's desk at 900 × 600.",
  "Chromium draws in software here: pictures come much later than with graphics hardware.",
  "A useful picture is the first frame with six or more draws, which is the place and not only its sky.",
];
