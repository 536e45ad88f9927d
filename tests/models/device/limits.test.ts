import { describe, expect, it } from "vitest";
import { kindOf } from "../../../models/device/catalogue.ts";
import { appliesAt, isBeyond, limitsOf } from "../../../models/device/limits.ts";
import { isStale, staleAfterMs } from "../../../models/device/staleness.ts";
import { kindId, propertyId } from "../../../models/ids.ts";

describe("limits", () => {
  it("DV6 counts a value at its limit as beyond it, and one between two bounds as not", () => {
    expect(isBeyond({ when: "above", value: 10 }, 10)).toBe(true);
    expect(isBeyond({ when: "above", value: 10 }, 9.99)).toBe(false);
    expect(isBeyond({ when: "below", value: 20 }, 19.9)).toBe(true);
    expect(isBeyond({ when: "below", value: 20 }, 20)).toBe(false);
    const voltage = { when: "outside", low: 198, high: 235.4 } as const;
    expect([197.9, 198, 220, 235.4, 235.5].map((value) => isBeyond(voltage, value))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(isBeyond({ when: "is", value: 2 }, 2)).toBe(true);
    expect(isBeyond({ when: "is", value: 2 }, 1)).toBe(false);
  });

  it("DV6 lets hours wrap midnight", () => {
    expect([21.9, 22, 23.5, 0, 5.9, 6, 12].map((hour) => appliesAt({ from: 22, until: 6 }, hour))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect([5.9, 6, 21.9, 22].map((hour) => appliesAt({ from: 6, until: 22 }, hour))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(appliesAt(null, 3)).toBe(true);
  });

  it("finds the limits of one property", () => {
    const smoke = kindOf(kindId("smoke_detector"))!;
    expect(limitsOf(smoke, propertyId("obscuration")).map(({ id }) => id)).toEqual([
      "smoke_detector.pre-alarm",
      "smoke_detector.fire",
      "smoke_detector.confirmed",
      "smoke_detector.no-answer",
    ]);
    expect(limitsOf(smoke, propertyId("drift"))).toEqual([]);
  });

  it("DV7 calls a point stale after more than three periods", () => {
    const everyMinute = { periodS: 60 };
    expect(staleAfterMs(everyMinute)).toBe(180_000);
    expect(isStale(everyMinute, 1000, 181_000)).toBe(false);
    expect(isStale(everyMinute, 1000, 181_001)).toBe(true);
  });
});
