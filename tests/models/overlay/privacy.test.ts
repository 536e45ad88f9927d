import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bandOf,
  bandWithHysteresis,
  quarterAtHome,
  sumMayBeShown,
  withComplement,
} from "../../../models/overlay/privacy.ts";

describe("small groups are protected", () => {
  it("OV1 fourteen homes are too few and one home above 15 % is too much", () => {
    const even = (homes: number) => Array.from({ length: homes }, () => 1);
    expect(sumMayBeShown(even(14))).toBe(false);
    expect(sumMayBeShown(even(15))).toBe(true);
    // 17 homes: one of 3 kW among 16 of 1 kW makes 3 / 19 = 15.8 %, among 17 of them 3 / 20 = 15 %.
    expect(sumMayBeShown([3, ...even(16)])).toBe(false);
    expect(sumMayBeShown([3, ...even(17)])).toBe(true);
  });

  it("OV1 whatever a group below the minimum holds, the answer is the same", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { maxLength: 14 }), (values) => {
        expect(sumMayBeShown(values)).toBe(false);
      }),
    );
  });

  it("OV2 never exactly one of several children is hidden", () => {
    const children = fc.array(fc.record({ shown: fc.boolean(), size: fc.integer({ min: 0, max: 200 }) }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(children, (some) => {
        const may = some.map((child) => child.shown);
        const told = withComplement(
          may,
          some.map((child) => child.size),
        );
        expect(told.filter((shown) => !shown).length).not.toBe(1);
        told.forEach((shown, i) => expect(shown && may[i] === false).toBe(false));
      }),
    );
  });

  it("OV3 people are told in bands that contain them, rounded to 5", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (persons) => {
        const { low, high } = bandOf(persons);
        const rounded = Math.round(persons / 5) * 5;
        expect(rounded).toBeGreaterThanOrEqual(low);
        expect(rounded).toBeLessThanOrEqual(high ?? Number.POSITIVE_INFINITY);
      }),
    );
    expect(bandOf(9)).toEqual({ low: 10, high: 19 });
    expect(bandOf(7)).toEqual({ low: 0, high: 9 });
  });

  it("OV3 going to and fro at the edge of a band is no signal", () => {
    const shown = bandWithHysteresis(45, null);
    expect([49, 50, 51, 48, 52, 54].map((persons) => bandWithHysteresis(persons, shown))).toEqual(
      Array.from({ length: 6 }, () => ({ low: 20, high: 49 })),
    );
    expect(bandWithHysteresis(56, shown)).toEqual({ low: 50, high: 99 });
    expect(bandWithHysteresis(46, { low: 50, high: 99 })).toEqual({ low: 50, high: 99 });
    expect(bandWithHysteresis(44, { low: 50, high: 99 })).toEqual({ low: 20, high: 49 });
  });

  it("OV3 a storey of fewer than ten residents has no quarter", () => {
    expect(quarterAtHome(9, 9)).toBeNull();
    expect([0, 1, 3, 5, 8, 10, 12].map((atHome) => quarterAtHome(atHome, 10))).toEqual([0, 0, 1, 2, 3, 4, 4]);
  });
});
