import type { CDPSession, Page } from "playwright-core";
import type { Courtyard } from "../../tests/journeys/courtyard.ts";
import type { JourneyBrowser } from "../../tests/journeys/browser.ts";

declare global {
  interface Window {
    alarmWatch: { updatesMs: number[]; sentences: string[]; longestTaskMs: number };
  }
}

/** What one operator's page did while it was watched. */
export interface Watched {
  /** Processor time of the main thread in all tasks. */
  readonly taskMs: number;
  /** How long each look at the alarms and drawing the table took, by the wall. */
  readonly updatesMs: readonly number[];
  /** What was said to whoever listens instead of looking. */
  readonly sentences: readonly string[];
  readonly longestTaskMs: number;
  /** Alarms by the table's own count, and those the strip counts. */
  readonly inTable: number;
  readonly inStrip: number;
}

/** An operator who has the alarm table open. */
export class WatchedDesk {
  readonly #page: Page;
  readonly #session: CDPSession;
  #taskMs = 0;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async open(browser: JourneyBrowser, { url }: Courtyard, link: string): Promise<WatchedDesk> {
    const { page, context } = await browser.visit("about:blank", {
      locale: "en",
      prepare: async (fresh) => {
        await fresh.addInitScript(inPage);
      },
    });
    await context.request.get(link);
    await page.goto(`${url}/?pic=plan&page=alarms`, { waitUntil: "domcontentloaded" });
    await page.getByRole("grid").or(page.getByText("No open alarms")).first().waitFor({ timeout: 60_000 });
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new WatchedDesk(page, session);
  }

  async begin(): Promise<void> {
    await this.#page.evaluate(() => {
      Object.assign(window.alarmWatch, { updatesMs: [], sentences: [], longestTaskMs: 0 });
    });
    this.#taskMs = await this.#taskTime();
  }

  async end(): Promise<Watched> {
    const taskMs = (await this.#taskTime()) - this.#taskMs;
    const watch = await this.#page.evaluate(() => window.alarmWatch);
    // Without an alarm there is no table.
    const [rows = "1"] = await this.#page
      .getByRole("grid")
      .evaluateAll((grids) => grids.map((grid) => grid.getAttribute("aria-rowcount") ?? "?"));
    const strip = await this.#page.locator(".strip-counts b").allInnerTexts();
    return {
      taskMs,
      ...watch,
      // The head is a row, too.
      inTable: Number(rows) - 1,
      inStrip: strip.reduce((sum, count) => sum + Number(count.replaceAll(",", "")), 0),
    };
  }

  async #taskTime(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
  }
}

function inPage(): void {
  window.alarmWatch = { updatesMs: [], sentences: [], longestTaskMs: 0 };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === "alarm-table") window.alarmWatch.updatesMs.push(duration);
  }).observe({ entryTypes: ["measure"] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      window.alarmWatch.longestTaskMs = Math.max(window.alarmWatch.longestTaskMs, duration);
  }).observe({ entryTypes: ["longtask"] });
  addEventListener("DOMContentLoaded", () => {
    let last = "";
    new MutationObserver(() => {
      const said = document.querySelector(".alarm-voice .only-heard")?.textContent ?? "";
      if (said !== last && said !== "") window.alarmWatch.sentences.push(said);
      last = said;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
