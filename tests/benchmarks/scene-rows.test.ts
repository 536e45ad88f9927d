import { describe, expect, it } from "vitest";
import { isMet, ratioOf } from "../../benchmarks/report/comparison.ts";
import type { ContenderName } from "../../benchmarks/scene/contender.ts";
import { growthRow, rowsOf, type Taken } from "../../benchmarks/scene/rows.ts";
import type { Each, Figures } from "../../benchmarks/scene/trial.ts";

const each = (scriptMs: number): Each => ({
  scriptMs,
  netScriptMs: scriptMs / 2,
  taskMs: scriptMs * 2,
  frames: 1,
  draws: 10,
  bytes: 4000,
});

const figures = (scriptMs: number, change: Partial<Figures> = {}): Figures => ({
  heldBytes: 10_000_000,
  idle: { scriptMsPerS: 1, taskMsPerS: 2 },
  update: { ...each(scriptMs), paceMs: 100 },
  seldom: each(scriptMs),
  orbit: each(scriptMs),
  plainOrbit: each(scriptMs / 4),
  ...change,
});

const taken = (change: Partial<Record<ContenderName, readonly (Figures | null)[]>> = {}): Taken =>
  new Map(
    Object.entries({
      ours: [figures(1)],
      "naive React Three Fiber": [figures(900, { plainOrbit: null })],
      "drei Instances": [figures(310)],
      "deck.gl": [figures(3)],
      CesiumJS: [figures(25)],
      ...change,
    }) as [ContenderName, readonly (Figures | null)[]][],
  );

const row = (rows: ReturnType<typeof rowsOf>, what: string, peer: ContenderName) => {
  const found = rows.filter((each) => each.what.startsWith(what) && each.peer === peer);
  expect(found).toHaveLength(1);
  return found[0]!;
};

const update = "scripts per update, ten a second, 100,000";
const names = "main thread per frame for names";

describe("the table of the scene benchmark", () => {
  it("asks of the middle of the rounds what many devices are to cost beside each peer", () => {
    const rows = rowsOf(taken({ ours: [figures(9), figures(1), figures(0.5)] }), 100_000, 5000);
    const told = (["naive React Three Fiber", "drei Instances", "deck.gl", "CesiumJS"] as const).map(
      (peer) => {
        const found = row(rows, update, peer);
        return [ratioOf(found), isMet(found)];
      },
    );
    expect(told).toEqual([
      [900, true],
      [310, true],
      [3, false],
      [25, true],
    ]);
  });

  it("asks less of few devices", () => {
    const rows = rowsOf(taken(), 1000, 5000);
    expect(row(rows, "scripts per update, ten a second, 1,000", "CesiumJS").goal).toBeNull();
    expect(row(rows, "scripts per update, ten a second, 1,000", "deck.gl").goal).not.toBeNull();
  });

  it("says who was not over in time, and who has no such thing", () => {
    const rows = rowsOf(taken({ "naive React Three Fiber": [null] }), 100_000, 5000);
    expect(row(rows, update, "naive React Three Fiber")).toMatchObject({
      theirs: null,
      note: "naive React Three Fiber: not within 5 s",
    });
    expect(row(rowsOf(taken(), 100_000, 5000), names, "naive React Three Fiber")).toMatchObject({
      theirs: null,
      note: "naive React Three Fiber: no such thing",
    });
  });

  it("counts as names what a frame takes more with them, and never less than nothing", () => {
    const quick = figures(1, { plainOrbit: each(5) });
    const rows = rowsOf(taken({ ours: [quick] }), 1000, 5000);
    expect(row(rows, names, "drei Instances")).toMatchObject({ ours: 0, theirs: 465 });
  });

  it("fails a goal that ours was not in time for", () => {
    const rows = rowsOf(taken({ ours: [null] }), 1000, 5000);
    expect(isMet(row(rows, "scripts per update, ten a second, 1,000", "deck.gl"))).toBe(false);
  });

  it("says how much dearer an update is with more devices", () => {
    const more = taken({ ours: [figures(1.25)], "deck.gl": [figures(9)] });
    const grown = growthRow([1000, taken()], [100_000, more]);
    expect(grown).toMatchObject({ ours: 1.25, theirs: 3 });
    expect(isMet(grown)).toBe(true);
  });
});
