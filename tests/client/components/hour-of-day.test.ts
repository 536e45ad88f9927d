import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atMinute, minuteOfDay, noonOf } from "../../../client/components/hour-of-day.ts";

const zone = "Asia/Shanghai";
const at = Date.parse("2026-11-23T23:30:00Z"); // 07:30 on the 24th over there

describe("the hour of day", () => {
  it("is the community's", () => {
    expect(minuteOfDay(at, zone)).toBe(7 * 60 + 30);
    expect(minuteOfDay(at, "America/New_York")).toBe(18 * 60 + 30);
  });

  it("is moved within the same local day", () => {
    expect(new Date(atMinute(at, 0, zone)).toISOString()).toBe("2026-11-23T16:00:00.000Z");
    expect(new Date(atMinute(at, 1439, zone)).toISOString()).toBe("2026-11-24T15:59:00.000Z");
  });

  it("comes back as the minute asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 1439 }), (dayMs, minute) => {
        expect(minuteOfDay(atMinute(dayMs, minute, zone), zone)).toBe(minute);
      }),
    );
  });

  it("finds noon of a day of the same year", () => {
    expect(new Date(noonOf(at, 12, 22, zone)).toISOString()).toBe("2026-12-22T04:00:00.000Z");
  });
});
