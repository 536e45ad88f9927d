import type { CDPSession, Page } from "playwright-core";

/** What the page's main thread has done since it opened, and what it was asked to draw. */
export interface Standing {
  /** Processor time in scripts, ms. */
  readonly scriptMs: number;
  /** Processor time in all tasks: scripts, style, layout, painting; ms. */
  readonly taskMs: number;
  readonly atMs: number;
  readonly draws: number;
  readonly frames: number;
  readonly bytes: number;
}

/** Processor time of a page's main thread as the browser counts it: in ticks of the thread, so that others' work is not in it. */
export class MainThread {
  readonly #page: Page;
  readonly #session: CDPSession;
  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new MainThread(page, session);
  }

  async standing(): Promise<Standing> {
    const { draws, frames, bytes } = await this.#page.evaluate(() => window.drawCounts);
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const figure = (name: string): number => {
      const metric = metrics.find((each) => each.name === name);
      if (metric === undefined) throw new Error(`the browser does not tell ${name}`);
      return metric.value;
    };
    return {
      scriptMs: figure("ScriptDuration") * 1000,
      taskMs: figure("TaskDuration") * 1000,
      atMs: performance.now(),
      draws,
      frames,
      bytes,
    };
  }

  /** Bytes that scripts hold once all that can be freed is: objects, and the buffers behind typed arrays. */
  async heldBytes(): Promise<number> {
    await this.#session.send("HeapProfiler.collectGarbage");
    await this.#session.send("HeapProfiler.collectGarbage");
    const held = (await this.#session.send("Runtime.getHeapUsage")) as {
      readonly usedSize: number;
      readonly backingStorageSize?: number;
    };
    if (held.backingStorageSize === undefined) throw new Error("the browser does not tell what buffers take");
    return held.usedSize + held.backingStorageSize;
  }
}

/** What happened between two standings. */
export const since = (before: Standing, after: Standing): Standing => ({
  scriptMs: after.scriptMs - before.scriptMs,
  taskMs: after.taskMs - before.taskMs,
  atMs: after.atMs - before.atMs,
  draws: after.draws - before.draws,
  frames: after.frames - before.frames,
  bytes: after.bytes - before.bytes,
});
