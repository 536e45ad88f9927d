import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { openBrowser } from "../../tests/journeys/browser.ts";
import { bytesPerDevice } from "../../client/replica/replica-view.ts";
import { watchDraws } from "../browser/draw-watch.ts";
import { MainThread, since, type Standing } from "../browser/main-thread.ts";
import type { Child } from "../processes/child.ts";
import type { Contender } from "./contender.ts";
import type { SceneServer } from "./server.ts";

/** How long each part of a trial is. */
export interface Lengths {
  readonly idleMs: number;
  readonly updates: number;
  /** Updates that come as seldom as in a quiet place. */
  readonly seldom: number;
  readonly frames: number;
  /** A trial that is not over by then is broken off. */
  readonly withinMs: number;
}

/** What one contender took at one number of devices; ms and bytes of its page. */
export interface Figures {
  readonly heldBytes: number;
  readonly idle: { readonly scriptMsPerS: number; readonly taskMsPerS: number };
  /** Ten a second, or as many as it keeps up with. */
  readonly update: Each & { readonly paceMs: number };
  /** One in {@link seldomMs}. */
  readonly seldom: Each;
  readonly orbit: Each;
  /** Without names over the buildings; null where there never are any. */
  readonly plainOrbit: Each | null;
}

/** Of one update or one frame; of updates less what the page takes when nothing happens (`net`). */
export interface Each {
  readonly scriptMs: number;
  readonly netScriptMs: number;
  readonly taskMs: number;
  readonly frames: number;
  readonly draws: number;
  readonly bytes: number;
}

const usualPaceMs = 100;
export const seldomMs = 1300;
/** What came last is drawn within this time. */
const settledMs = 1500;
/** No part of a trial takes longer than this by much; whoever is slow is measured on fewer. */
const partMs = 12_000;

/** Opens a page, lets it rest, brings it changes and turns its camera. @returns null when that takes too long. */
export async function measure(
  contender: Contender,
  server: Child<SceneServer>,
  devices: number,
  lengths: Lengths,
): Promise<Figures | null> {
  const browser = await openBrowser();
  const over = new AbortController();
  try {
    const trial = watched(browser, contender, devices).then((page) =>
      run(page, contender, server, devices, lengths),
    );
    // Whoever comes too late fails when its browser is closed, and nobody asks any more.
    trial.catch(() => undefined);
    const late = pause(lengths.withinMs, null, { signal: over.signal }).catch(() => null);
    return await Promise.race([trial, late]);
  } finally {
    over.abort();
    await browser.close();
  }
}

async function watched(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  contender: Contender,
  devices: number,
): Promise<Page> {
  const { page } = await browser.visit(contender.url(), {
    viewport: "small",
    locale: "en",
    reducedMotion: "no-preference",
    prepare: async (context) => {
      await watchDraws(context, { enough: 1, drawing: "calls", watchedBytes: devices * bytesPerDevice });
      await contender.prepare(context);
    },
  });
  await contender.ready(page);
  return page;
}

async function run(
  page: Page,
  contender: Contender,
  server: Child<SceneServer>,
  devices: number,
  lengths: Lengths,
): Promise<Figures> {
  const main = await MainThread.of(page);
  await contender.showLabels?.(page, true);
  await pause(settledMs);
  const part = async (act: () => Promise<unknown>): Promise<Standing> => {
    const before = await main.standing();
    await act();
    return since(before, await main.standing());
  };
  const rest = await part(() => pause(lengths.idleMs));
  const idle = { scriptMsPerS: perS(rest.scriptMs, rest), taskMsPerS: perS(rest.taskMs, rest) };
  const changes = Math.round(devices / 10);
  const updates = async (most: number, paceMs: number): Promise<Each> => {
    const count = Math.max(2, Math.min(most, Math.floor(partMs / paceMs)));
    const took = await part(async () => {
      if (!contender.oneByOne) await server.ask("run", count, changes, paceMs);
      else await bringOneByOne(page, server, { count, changes, paceMs });
      await drawn(page);
    });
    return each(took, count, idle.scriptMsPerS);
  };
  // Further apart than usual where the main thread would be at it most of the time; how long others hold it up is not asked.
  const probe = await updates(3, seldomMs);
  const paceMs = Math.max(usualPaceMs, Math.ceil(2 * (probe.taskMs - (idle.taskMsPerS * seldomMs) / 1000)));
  const update = { ...(await updates(lengths.updates, paceMs)), paceMs };
  await pause(settledMs);
  const seldom = await updates(lengths.seldom, Math.max(seldomMs, paceMs));
  await pause(settledMs);
  expectShown(await server.ask("states"), await contender.shown(page), contender.url());
  const heldBytes = await main.heldBytes();
  const turns = async (): Promise<Each> => {
    const took = await part(() => turn(page, lengths.frames));
    return each(took, took.frames, 0);
  };
  await contender.takeHold(page);
  await turns();
  const orbit = await turns();
  if (contender.showLabels === null) return { heldBytes, idle, update, seldom, orbit, plainOrbit: null };
  await contender.showLabels(page, false);
  await pause(settledMs);
  return { heldBytes, idle, update, seldom, orbit, plainOrbit: await turns() };
}

const perS = (ms: number, { atMs }: Standing): number => (ms / atMs) * 1000;

function each(took: Standing, count: number, idleScriptMsPerS: number): Each {
  const net = took.scriptMs - (idleScriptMsPerS * took.atMs) / 1000;
  return {
    scriptMs: took.scriptMs / count,
    netScriptMs: net / count,
    taskMs: took.taskMs / count,
    frames: took.frames / count,
    draws: took.draws / Math.max(1, took.frames),
    bytes: took.bytes / count,
  };
}

/** Done when all that was asked of the page before is on its way to the screen. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));
      }),
  );

interface Updates {
  readonly count: number;
  readonly changes: number;
  readonly paceMs: number;
}

/** Brings updates as far apart as asked, or as far as the page needs to draw each; whichever is longer. */
async function bringOneByOne(
  page: Page,
  server: Child<SceneServer>,
  { count, changes, paceMs }: Updates,
): Promise<void> {
  for (let n = 0; n < count; n++) {
    const dueMs = performance.now() + paceMs;
    // oxlint-disable-next-line no-await-in-loop
    await server.ask("run", 1, changes, 0);
    // oxlint-disable-next-line no-await-in-loop
    await drawn(page);
    // oxlint-disable-next-line no-await-in-loop
    await pause(Math.max(0, dueMs - performance.now()));
  }
}

/** Turns the camera a step in each of the page's frames, until so many were drawn or the time is up. */
async function turn(page: Page, frames: number): Promise<void> {
  await page.evaluate(
    ([most, ms]) =>
      new Promise<void>((done) => {
        const last = window.drawCounts.frames + most;
        const untilMs = performance.now() + ms;
        const again = (): void => {
          if (window.drawCounts.frames >= last || performance.now() > untilMs) {
            done();
            return;
          }
          window.turnCamera?.();
          requestAnimationFrame(again);
        };
        requestAnimationFrame(again);
      }),
    [frames, partMs] as const,
  );
}

/** @throws when the states a page draws with are not what the devices said last. */
export function expectShown(said: Uint8Array, shown: readonly number[], where: string): void {
  const wrong = said.reduce((sum, state, index) => sum + (shown[index] === state ? 0 : 1), 0);
  if (wrong > 0 || shown.length !== said.length)
    throw new Error(`${where}: of ${said.length} devices ${shown.length} are shown and ${wrong} wrong`);
}
