import { describe, expect, it } from "vitest";
import { type Comparison, isMet, ratioOf } from "../../benchmarks/report/comparison.ts";
import { median, quantile } from "../../benchmarks/report/outcome.ts";
import { table } from "../../benchmarks/report/table.ts";

const row = (change: Partial<Comparison>): Comparison => ({
  what: "cost",
  unit: "µs",
  ours: 10,
  peer: "theirs",
  theirs: 30,
  goal: null,
  ...change,
});

describe("a benchmark's comparison", () => {
  it.each([
    [{ goal: { of: "gain", atLeast: 3 } }, 3, true],
    [{ goal: { of: "gain", atLeast: 3.1 } }, 3, false],
    [{ goal: { of: "share", atMost: 0.34 } }, 1 / 3, true],
    [{ goal: { of: "share", atMost: 0.3 } }, 1 / 3, false],
    [{ goal: { of: "ours", atMost: 10 } }, 3, true],
    [{ goal: { of: "ours", atLeast: 11 } }, 3, false],
    [{ goal: null }, 3, null],
    [{ goal: null, isRate: true }, 1 / 3, null],
    [{ goal: { of: "gain", atLeast: 3 }, theirs: null }, null, null],
    [{ goal: { of: "gain", atLeast: 3 }, ours: null }, null, false],
    [{ goal: { of: "gain", atLeast: 3 }, ours: 0 }, null, null],
  ] as const)("%o", (change, ratio, met) => {
    expect(ratioOf(row(change))).toBe(ratio);
    expect(isMet(row(change))).toBe(met);
  });

  it("is one line of a table that says what was met, by how much, and what is not known", () => {
    const lines = table([
      row({ goal: { of: "gain", atLeast: 2.5 } }),
      row({
        what: "bytes",
        unit: "B",
        ours: 2.0328,
        peer: null,
        theirs: null,
        goal: { of: "ours", atMost: 2 },
      }),
      row({ theirs: null, note: "too large" }),
      row({ ours: 12_345.6, goal: { of: "share", atMost: 1.25 } }),
    ]).split("\n");
    const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
    expect(cells[2]).toEqual(["", "cost", "10 µs", "theirs", "30 µs", "3×", "≥ 2.5×", "yes", ""]);
    expect(cells[3]).toEqual(["", "bytes", "2.03 B", "", "", "", "≤ 2 B", "NO", ""]);
    expect(cells[4]).toEqual(["", "cost (too large)", "10 µs", "theirs", "–", "", "", "", ""]);
    expect(cells[5]?.slice(2)).toEqual([
      "12,346 µs",
      "theirs",
      "30 µs",
      "412 of theirs",
      "≤ 1.25 of theirs",
      "NO",
      "",
    ]);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  it("is of the middle of several rounds", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  });
});
