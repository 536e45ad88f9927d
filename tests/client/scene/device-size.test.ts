import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostPx, signPx } from "../../../client/scene/layers/devices/device-size.ts";

describe("the size of a device's sign", () => {
  it("grows with the page's type where it is held to a least or a most, and is never below that least", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(0, 1, 16),
        fc.double({ min: 2, max: 5000, noNaN: true }),
        fc.constantFrom(1, 1.375, 2.25),
        (severity, flags, distanceM, typeScale) => {
          const usual = signPx(severity, flags, distanceM, 1472, 1);
          const wall = signPx(severity, flags, distanceM, 1472, typeScale);
          expect(wall).toBeGreaterThanOrEqual(usual);
          expect(wall).toBeLessThanOrEqual(mostPx[4] * typeScale);
          expect(signPx(severity, flags, 1e9, 1472, typeScale)).toBeCloseTo(
            signPx(severity, flags, 1e9, 1472, 1) * typeScale,
            6,
          );
        },
      ),
    );
  });

  it("leaves a stale sign large enough for its shape, however far it is", () =>
    expect(signPx(0, 1, 1e6, 1472, 1)).toBeGreaterThanOrEqual(10));
});
