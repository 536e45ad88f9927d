import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Activity, activityStep } from "../../../models/device/activity.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import { propertyId } from "../../../models/ids.ts";

const kinds = [...catalogue.values()];

describe("how far a device is at work", () => {
  it.each(kinds)("DV14 is told of $id by a point of its own, in a way that fits that point", (kind) => {
    const { activity } = kind;
    const point = kind.points.find(({ property }) => property === activity.property)!;
    expect(point?.type).not.toBe("event");
    if (activity.by === "state") {
      expect(point.type).not.toBe("number");
      expect(activity.steps).toHaveLength(point.max + 1);
      expect(new Set(activity.steps).size).toBeGreaterThan(1);
    } else {
      const [little, half, full] = activity.from;
      expect(point.type).toBe("number");
      expect(little).toBeGreaterThanOrEqual(point.resolution);
      expect(half).toBeGreaterThan(little);
      expect(full).toBeGreaterThan(half);
      expect(full).toBeLessThanOrEqual(point.max);
    }
  });

  it("DV14 grows with what is measured, the same way round zero, and passes every step", () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(bounds, fc.integer({ min: 0, max: 2e6 }), fc.nat(1e6), (unsorted, value, more) => {
        const [little, half, full] = unsorted.toSorted((a, b) => a - b) as [number, number, number];
        const activity: Activity = { by: "amount", property: propertyId("x"), from: [little, half, full] };
        const step = activityStep(activity, value);
        expect(activityStep(activity, -value)).toBe(step);
        expect(activityStep(activity, value + more)).toBeGreaterThanOrEqual(step);
        expect([0, little, half, full].map((at) => activityStep(activity, at))).toEqual([0, 1, 2, 3]);
        expect([little, half, full].map((at) => activityStep(activity, at - 1))).toEqual([0, 1, 2]);
      }),
    );
  });

  it("DV14 takes a state that has no step for idle", () => {
    const activity: Activity = { by: "state", property: propertyId("x"), steps: [0, 3] };
    expect([0, 1, 2, -1].map((state) => activityStep(activity, state))).toEqual([0, 3, 0, 0]);
  });
});
