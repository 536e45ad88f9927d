import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldOfMoment, momentOfField } from "../../../../../client/desks/operator/alarm-table/zone-field.ts";
import { minutes } from "../../../../../models/quantity.ts";

describe("a moment on the community's wall clock", () => {
  it("TB7 is the moment it says", () => {
    expect(momentOfField("2026-11-30T14:30", "Asia/Shanghai")).toBe(Date.parse("2026-11-30T06:30:00Z"));
    expect(fieldOfMoment(Date.parse("2026-11-30T06:30:00Z"), "Asia/Shanghai")).toBe("2026-11-30T14:30");
    expect(momentOfField("2026-03-29T03:30", "Europe/Berlin")).toBe(Date.parse("2026-03-29T01:30:00Z"));
    expect(momentOfField("2026-03-29T01:30", "Europe/Berlin")).toBe(Date.parse("2026-03-29T00:30:00Z"));
    expect(momentOfField("", "Asia/Shanghai")).toBeNull();
    expect(fieldOfMoment(null, "Asia/Shanghai")).toBe("");
  });

  it("TB7 a field that was filled from a moment says it again, to the minute", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000_000 }),
        fc.constantFrom("Asia/Shanghai", "Asia/Kolkata", "America/Lima"),
        (atMinute, zone) => {
          const atMs = atMinute * minutes;
          expect(momentOfField(fieldOfMoment(atMs, zone), zone)).toBe(atMs);
        },
      ),
      { numRuns: 50 },
    );
  });
});
