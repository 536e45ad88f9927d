import { describe, expect, it } from "vitest";
import { isClockSuspect } from "../../../models/twin/source-time.ts";

const nowMs = Date.UTC(2026, 10, 23, 7);

describe("source times", () => {
  it.each([
    ["now", nowMs, false],
    ["60 s ahead", nowMs + 60_000, false],
    ["a millisecond more", nowMs + 60_001, true],
    ["three days old", nowMs - 259_200_000, false],
    ["1970", 0, true],
    ["negative", -5, true],
    ["a clock that began in 2000", Date.UTC(2000, 0, 1), true],
    ["2106", Date.UTC(2106, 1, 7), true],
    ["no time at all", Number.NaN, true],
  ])("TW6 F05 %s", (_name, atMs, suspect) => {
    expect(isClockSuspect(atMs, nowMs)).toBe(suspect);
  });
});
