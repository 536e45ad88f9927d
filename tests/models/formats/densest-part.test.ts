import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { densestPart } from "../../../models/formats/densest-part.ts";

const boxAt = (e: number, n: number, u = 0) => ({
  minE: e - 5,
  minN: n - 5,
  minU: u,
  maxE: e + 5,
  maxN: n + 5,
  maxU: u + 10,
});

describe("the densest part", () => {
  it("is the whole of a model no larger than one look", () => {
    const part = densestPart([boxAt(0, 0, 3), boxAt(600, 400, 4)]);
    expect(part).toMatchObject({ centreE: 300, centreN: 200, groundM: 3 });
    expect(part.radiusM).toBeCloseTo(Math.hypot(610, 410) / 2, 6);
  });

  it("is a group among scattered things, not the middle of nowhere", () => {
    const scattered = Array.from({ length: 40 }, (_, i) => boxAt((i * 7919) % 10_000, (i * 104_729) % 9_000));
    const group = Array.from({ length: 6 }, (_, i) => boxAt(20_000 + (i % 3) * 30, 500 + i * 20, 400));
    const part = densestPart([...scattered, ...group]);
    expect(part.centreE).toBeCloseTo(20_030, -2);
    expect(part.radiusM).toBeLessThan(200);
    expect(part.groundM).toBe(400);
  });

  it("is the bulkiest thing with its neighbours where nothing stands together", () => {
    const lonely = Array.from({ length: 30 }, (_, i) => boxAt(i * 700, (i % 5) * 900));
    const hall = { ...boxAt(9000, 7000, 50), maxU: 90 };
    const tallAlone = { ...boxAt(-3000, 100), maxU: 400 };
    const part = densestPart([...lonely, tallAlone, boxAt(9100, 7100, 40), hall]);
    expect(part).toMatchObject({ centreE: 9050, centreN: 7050, groundM: 40 });
    expect(part.radiusM).toBeLessThan(100);
    expect(densestPart([...lonely, tallAlone])).toMatchObject({ centreE: -3000, centreN: 100 });
  });

  it("shows a good share of an even city", () => {
    const city = Array.from({ length: 10_000 }, (_, i) => boxAt((i % 100) * 30, Math.floor(i / 100) * 30));
    expect(densestPart(city).radiusM).toBeGreaterThan(500);
  });

  it("does not depend on the order, and holds something", () => {
    const place = fc.record({
      e: fc.integer({ min: -9000, max: 9000 }),
      n: fc.integer({ min: -9000, max: 9000 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), (places) => {
        const boxes = places.map(({ e, n }) => boxAt(e, n));
        const part = densestPart(boxes);
        expect(densestPart(boxes.toReversed())).toEqual(part);
        expect(
          boxes.some(
            ({ minE, minN }) => Math.hypot(minE + 5 - part.centreE, minN + 5 - part.centreN) <= part.radiusM,
          ),
        ).toBe(true);
      }),
    );
  });

  it("is a place to look at even when there is nothing", () =>
    expect(densestPart([]).radiusM).toBeGreaterThan(0));
});
