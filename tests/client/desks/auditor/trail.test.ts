import { describe, expect, it } from "vitest";
import { sessionDuties, shortSession } from "../../../../client/desks/auditor/trail-people.ts";
import { hours } from "../../../../models/quantity.ts";
import { layoutTrail } from "../../../../client/overlays/trail/layout.ts";

const entry = (seq: number, act: string, subject: string, detail: Record<string, string>) => {
  return { seq, atMs: seq, communityAtMs: seq, act, who: subject, subject, detail };
};

describe("people of the trail", () => {
  it("have the duty they had last", () => {
    const duties = sessionDuties([
      entry(3, "duty-changed", "a", { from: "operator", to: "supervisor" }),
      entry(2, "signed-in", "b", { duty: "auditor" }),
      entry(1, "signed-in", "a", { duty: "operator" }),
      entry(0, "signed-in", "c", { duty: "astronaut" }),
    ]);
    expect([...duties]).toEqual([
      ["a", "supervisor"],
      ["b", "auditor"],
    ]);
  });

  it("are shortened when they are sessions, and only then", () => {
    expect(shortSession("fba54dbe8a81283c")).toBe("fba54d");
    expect(shortSession("console")).toBeNull();
    expect(shortSession("weather-station-ingest")).toBeNull();
  });
});

describe("the trail over time", () => {
  const acts = [
    { act: "signed-in", name: "Signed in" },
    { act: "refused", name: "Refused" },
  ];

  it("counts every deed of a lane in one bar", () => {
    const deeds = [0, 1000, 1000, 2 * hours].map((atMs) => ({ act: "signed-in", atMs }));
    const { lanes } = layoutTrail([...deeds, { act: "refused", atMs: hours }], acts, 2 * hours, 800, 0);
    expect(lanes.map(({ act, count, bars }) => [act, count, bars.length])).toEqual([
      ["signed-in", 4, 2],
      ["refused", 1, 1],
    ]);
    const heights = lanes[0]!.bars.map(({ heightPx }) => heightPx);
    expect(heights[0]).toBeGreaterThan(heights[1]!);
  });

  it("stays within its width, with the newest at the very end", () => {
    const { lanes, widthPx, leftPx } = layoutTrail([{ act: "refused", atMs: 9000 }], acts, 9000, 600, 0);
    for (const { xPx } of lanes[1]!.bars) {
      expect(xPx).toBeGreaterThanOrEqual(leftPx);
      expect(xPx).toBeLessThan(widthPx);
    }
  });
});
