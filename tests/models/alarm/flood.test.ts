import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FloodWatch,
  floodAfterAnnouncement,
  floodAfterTime,
  isFlooded,
  noFlood,
} from "../../../models/alarm/flood.ts";
import { minutes, seconds } from "../../../models/quantity.ts";

const announced = (...atMs: readonly number[]): FloodWatch => atMs.reduce(floodAfterAnnouncement, noFlood);
/** One each half minute, from the start. */
const everyHalfMinute = (count: number) => Array.from({ length: count }, (_, index) => index * 30 * seconds);

const times = fc
  .array(fc.integer({ min: 0, max: 4 * minutes }), { maxLength: 60 })
  .map((steps) => steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], []));

/** Whether there is a flood, by counting anew at each moment at which the count changes. */
function isFloodedAt(all: readonly number[], nowMs: number): boolean {
  const moments = all.flatMap((atMs) => [atMs, atMs + 10 * minutes]).filter((atMs) => atMs <= nowMs);
  let flooded = false;
  for (const moment of moments.toSorted((a, b) => a - b)) {
    const count = all.filter((atMs) => atMs <= moment && moment - atMs < 10 * minutes).length;
    flooded = flooded ? count >= 5 : count > 10;
  }
  return flooded;
}

describe("a flood of alarms", () => {
  it("AF1 begins with the eleventh announcement within ten minutes", () => {
    expect(isFlooded(announced(...everyHalfMinute(10)))).toBe(false);
    expect(announced(...everyHalfMinute(11)).flood).toEqual({
      ...{ fromMs: 5 * minutes, untilMs: null, announced: 11 },
    });
    expect(announced(...everyHalfMinute(14)).flood).toMatchObject({ fromMs: 5 * minutes, announced: 14 });
  });

  it("AF1 does not begin where the first of eleven is ten minutes old", () => {
    const last = 10 * minutes;
    expect(isFlooded(announced(...everyHalfMinute(10), last))).toBe(false);
    expect(isFlooded(announced(...everyHalfMinute(10), last - 1))).toBe(true);
  });

  it("AF2 ends when four are left, whenever that is noticed", () => {
    const watch = announced(...everyHalfMinute(11));
    // The seventh was made after three minutes.
    const untilMs = 13 * minutes;
    expect(isFlooded(floodAfterTime(watch, untilMs - 1))).toBe(true);
    expect(floodAfterTime(watch, untilMs).flood).toMatchObject({ untilMs });
    expect(floodAfterTime(watch, 300 * minutes).flood).toMatchObject({ untilMs });
    expect(floodAfterAnnouncement(watch, 300 * minutes).flood).toMatchObject({ untilMs, announced: 11 });
  });

  it("AF1, AF2 is what counting at each moment says", () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 20 * minutes }), (all, later) => {
        const nowMs = (all.at(-1) ?? 0) + later;
        const watch = floodAfterTime(announced(...all), nowMs);
        expect(isFlooded(watch)).toBe(isFloodedAt(all, nowMs));
      }),
    );
  });

  it("AF3 remembers eleven announcements of however many", () => {
    fc.assert(
      fc.property(times, (all) => {
        expect(announced(...all).recentMs.length).toBeLessThanOrEqual(11);
      }),
    );
  });
});
