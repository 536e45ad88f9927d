import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startTime, startTimeMs } from "../../../server/settings/start-time.ts";

const at = (text: string, zone: string): string =>
  new Date(startTimeMs(startTime(text), zone, 42)).toISOString();

describe("the start of community time", () => {
  it("is now when nothing is said", () =>
    expect(startTimeMs(startTime("now"), "Asia/Shanghai", 42)).toBe(42));

  it.each([
    ["2026-11-23T07:00", "Asia/Shanghai", "2026-11-22T23:00:00.000Z"],
    ["2026-11-23", "Asia/Shanghai", "2026-11-22T16:00:00.000Z"],
    ["2026-07-01 12:00:30", "Europe/Amsterdam", "2026-07-01T10:00:30.000Z"],
    ["2026-01-01T12:00", "Europe/Amsterdam", "2026-01-01T11:00:00.000Z"],
    ["2026-01-01T12:00", "America/New_York", "2026-01-01T17:00:00.000Z"],
    ["2026-01-01T12:00", "Etc/GMT-8", "2026-01-01T04:00:00.000Z"],
    ["2026-01-01T12:00Z", "Asia/Shanghai", "2026-01-01T12:00:00.000Z"],
    ["2026-01-01T12:00:00.5+08:00", "Europe/Zurich", "2026-01-01T04:00:00.500Z"],
  ])("%s in %s is %s", (text, zone, instant) => expect(at(text, zone)).toBe(instant));

  it("reads the digits of any instant back in its zone", () => {
    const zones = ["Asia/Shanghai", "Europe/Zurich", "America/New_York", "UTC"];
    const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const shown = new Intl.DateTimeFormat("sv-SE", {
          timeZone: zone,
          dateStyle: "short",
          timeStyle: "medium",
        });
        const digits = shown.format(instant);
        // In the hour that is lived twice two instants have these digits.
        return shown.format(startTimeMs(startTime(digits), zone, 0)) === digits;
      }),
    );
  });

  it.each(["", "2026-13-01", "tomorrow", "2026-01-01T25:00", "1700000000000"])("refuses %j", (text) => {
    expect(() => startTime(text)).toThrow("2026-11-23T07:00");
  });
});
