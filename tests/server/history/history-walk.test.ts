import { readdirSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dwellingId, ownChannel, publicChannel, staffChannel } from "../../../models/ids.ts";
import { box } from "../stream/town.ts";
import { seamTicks } from "../../../server/history/past.ts";
import { RecordedTown, replay, tickMs, type Replayed, type Tick } from "./recorded-town.ts";

const homes = ["home-a", "home-b"] as const;
const channels = [publicChannel, staffChannel, ...homes.map((home) => ownChannel(dwellingId(home)))];

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("tick" as const), times: fc.integer({ min: 1, max: 15 }) }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("report" as const),
      box: fc.nat(4),
      property: fc.constantFrom("air", "load", "door", "use", "mode"),
      value: fc.oneof(fc.nat(2), fc.double({ min: -1e10, max: 1e10, noNaN: true })),
      quality: fc.constantFrom(0, 0, 1, 2),
      agoMs: fc.constantFrom(0, 0, 40, 5000, -30_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      box: fc.nat(4),
      home: fc.option(fc.constantFrom(...homes)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("restart" as const),
      leapMs: fc.constantFrom(0, 0, 5_000, -2_000, -60_000, 3_600_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("crash" as const), tornBytes: fc.nat(400) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "purge" as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** Cuts into the end of every file that was being written. */
function tear(root: string, bytes: number): void {
  for (const series of ["public", "staff", "personal"]) {
    const folder = join(root, "town", series);
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".live"))) {
      const path = join(folder, file);
      truncateSync(path, Math.max(0, statSync(path).size - bytes));
    }
  }
}

class Walk {
  readonly town = new RecordedTown();
  /** Runs whose end was torn off. */
  readonly crashed = new Set<number>();
  purged = false;
  /** The ticks of a moment, the latest first. */
  readonly #byTime = new Map<number, readonly Tick[]>();
  readonly #firstOf = new Map<number, number>();
  readonly #lastOf = new Map<number, number>();

  async begin(): Promise<void> {
    await this.town.open();
    for (const [n, home] of [homes[0], homes[1], null].entries()) this.town.add(box(`box-${n}`, home));
  }

  async do(step: Step): Promise<void> {
    const { town } = this;
    switch (step.do) {
      case "tick":
        return town.tick(step.times);
      case "report":
        return town.report(`box-${step.box}`, step.property, step.value, step.quality, step.agoMs);
      case "add":
        return town.add(box(`box-${step.box}`, step.home));
      case "purge":
        await town.history.tidy();
        this.purged = true;
        return;
      case "restart":
        await town.history.close();
        town.nowMs += step.leapMs;
        return this.#again();
      case "crash":
        town.tick(2);
        await town.history.settled();
        this.crashed.add(town.run);
        await town.leaveAsIs();
        tear(town.root, step.tornBytes);
        return this.#again();
    }
  }

  async #again(): Promise<void> {
    await this.town.open();
    this.town.add(box("box-1", homes[0]));
    this.town.add(box("box-0", null));
  }

  /**
   * What may be told of a moment: the latest run's; where that may have been torn off, or ended at this very moment,
   * an earlier one's.
   */
  #candidates(atMs: number): readonly Tick[] {
    const found = (this.#byTime.get(atMs) ?? []).flatMap((tick) =>
      this.crashed.has(tick.run) ? [tick, ...this.#asKnownBefore(tick)] : [tick],
    );
    const sound = found.findIndex(({ run }) => !this.crashed.has(run) && this.#lastOf.get(run) !== atMs);
    return sound < 0 ? found : found.slice(0, sound + 1);
  }

  /**
   * Where a segment that began with this tick or a little before was torn off, nothing is told of a gap so short: the
   * segment before it is told on, of the points it knew.
   */
  #asKnownBefore(tick: Tick): readonly Tick[] {
    const { ticks } = this.town;
    const at = ticks.indexOf(tick);
    return ticks.slice(Math.max(1, at - seamTicks), at + 1).map(({ picture }, nth) => {
      const known = ticks[Math.max(1, at - seamTicks) + nth - 1]?.picture;
      return { ...tick, picture: new Map([...picture].filter(([point]) => known?.has(point))) };
    });
  }

  #index(): void {
    for (const tick of this.town.ticks) {
      this.#byTime.set(tick.atMs, [tick, ...(this.#byTime.get(tick.atMs) ?? [])]);
      if (!this.#firstOf.has(tick.run)) this.#firstOf.set(tick.run, tick.atMs);
      this.#lastOf.set(tick.run, tick.atMs);
    }
  }

  async check(): Promise<void> {
    await this.town.history.close();
    this.#index();
    const times = this.town.ticks.map(({ atMs }) => atMs);
    if (times.length === 0) return;
    const [first, last] = [Math.min(...times), Math.max(...times)];
    for (const channel of channels) {
      const { told, gaps } = await replay(this.town.history, channel, first, last);
      let at = -1;
      for (const atMs of [...this.#byTime.keys()].toSorted((a, b) => a - b)) {
        while (at + 1 < told.length && told[at + 1]!.atMs <= atMs) at++;
        const gap = gaps.some(({ fromMs, untilMs }) => fromMs <= atMs && atMs <= untilMs);
        if (!gap && at >= 0) this.#expectTold(channel, atMs, told[at]!);
        const isHome = channel.startsWith("own:");
        if (this.crashed.size === 0 && !this.purged && !isHome)
          expect(gap && this.#isInside(atMs)).toBe(false);
      }
    }
  }

  /** Neither the first nor the last tick of a run, which a gap beside it touches. */
  #isInside(atMs: number): boolean {
    const { run } = this.#candidates(atMs)[0]!;
    return atMs > this.#firstOf.get(run)! && atMs < this.#lastOf.get(run)!;
  }

  #expectTold(channel: string, atMs: number, replayed: Replayed): void {
    const shown = [...replayed.points].map(([point, [q, quality, sourceMs]]) => [
      point,
      q,
      quality,
      sourceMs,
    ]);
    const fits = this.#candidates(atMs).some(({ picture }) => {
      const due = [...picture].filter(([, [channelsOf]]) => channelsOf.some((each) => each === channel));
      return (
        due.length === shown.length &&
        due.every(([point, [, q, quality, sourceMs]]) => {
          const [shownQ, shownQuality, shownMs] = replayed.points.get(point) ?? [Number.NaN, 0, 0];
          // A source time within the tick of its frame is told as the frame's.
          return (
            shownQ === q && shownQuality === quality && shownMs >= sourceMs && shownMs - sourceMs <= tickMs
          );
        })
      );
    });
    if (fits) return;
    const due = this.#candidates(atMs).map(({ picture }) => JSON.stringify([...picture]));
    throw new Error(`${channel} at ${atMs} tells ${JSON.stringify(shown)}, not ${due.join(" or ")}`);
  }
}

describe("a random walk through recorded time", () => {
  it("HI1 HI2 HI3 HI5 HI7 whatever was recorded is told as it was, tick by tick, and of each channel only its own", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: "max" }), async (steps) => {
        const walk = new Walk();
        try {
          await walk.begin();
          for (const each of steps) await walk.do(each);
          await walk.check();
        } finally {
          walk.town.remove();
        }
      }),
      { numRuns: 12 },
    );
  }, 300_000);
});
