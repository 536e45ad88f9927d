import { describe, expect, it } from "vitest";
import { growthFigure, type Series } from "../../benchmarks/growth/figure.ts";

const ending = (name: string, cost: number): Series => ({
  name,
  unit: "ms",
  peer: name !== "ours",
  points: [
    { size: 100, cost: 1 },
    { size: 1000, cost },
  ],
});

/** By name: the height it is written at, px from the top. */
function heights(figure: string, names: readonly string[]): number[] {
  return names.map((name) => {
    const [, y] = new RegExp(` y="([\\d.]+)" fill="[^"]+">${name} \\(ms\\)`).exec(figure) ?? [];
    return Number(y);
  });
}

describe("the figure of how costs grow", () => {
  it("writes names apart whose lines end at one height, the cheapest lowest", () => {
    const names = ["ours", "first", "second"];
    const figure = growthFigure("t", "devices", [
      ending("ours", 4),
      ending("first", 4.01),
      ending("second", 4.02),
    ]);
    const [ours = 0, first = 0, second = 0] = heights(figure, names);
    expect(ours - first).toBeGreaterThan(12);
    expect(first - second).toBeGreaterThan(12);
  });

  it("leaves names beside their lines where there is room", () => {
    const figure = growthFigure("t", "devices", [ending("ours", 2), ending("first", 200)]);
    const ends = [...figure.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(heights(figure, ["ours", "first"])).toEqual([ends[1]! + 4, ends[3]! + 4]);
  });
});
