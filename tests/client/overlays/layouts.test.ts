import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertMargin, layoutAlerts } from "../../../client/overlays/alerts/layout.ts";
import { layoutPowerBars } from "../../../client/overlays/energy/by-building.ts";
import { columnAt, energyMargin, layoutEnergy } from "../../../client/overlays/energy/layout.ts";
import { spread } from "../../../client/overlays/energy/spread.ts";
import { fitText, textPx } from "../../../client/overlays/fit-text.ts";
import { layoutOccupancy } from "../../../client/overlays/occupancy/layout.ts";
import { timeAxis, zoneOffsetMs } from "../../../client/overlays/zone-time.ts";
import { priorities } from "../../../models/device/kind.ts";
import { hours, minutes } from "../../../models/quantity.ts";
import { alertsBody, energyBody, occupancyBody, shanghaiMs, startMs } from "./figure-bodies.ts";

const power = fc.option(fc.double({ min: 0, max: 5000, noNaN: true }), { nil: null });
const steps = fc
  .array(fc.tuple(power, power, power), { minLength: 1, maxLength: 60 })
  .map((rows) => rows.map((powerKw, i) => ({ fromMs: startMs + i * minutes, powerKw, coverage: 1 })));

describe("the energy figure", () => {
  it("keeps every band within the paper and a gap a gap", () => {
    fc.assert(
      fc.property(steps, (some) => {
        const marks = layoutEnergy({ ...energyBody, steps: some }, 500, 180, shanghaiMs);
        marks.layers.forEach(({ bands }, use) =>
          bands.forEach((band, at) => {
            expect(band === null).toBe(some[at]!.powerKw[use] === null);
            if (band === null) return;
            expect(band.highPx).toBeGreaterThanOrEqual(energyMargin.top - 1e-6);
            expect(band.lowPx).toBeLessThanOrEqual(180 - energyMargin.bottom + 1e-6);
            expect(band.endPx).toBeLessThanOrEqual(500 - energyMargin.right + 1e-6);
          }),
        );
      }),
    );
  });

  it("draws a step as high as its power, generation below zero", () => {
    const marks = layoutEnergy(energyBody, 400, 160, shanghaiMs);
    const [dwellings, ev, pv] = marks.layers.map(({ bands }) => bands[0]!);
    const pxPerKw = (dwellings!.lowPx - dwellings!.highPx) / 100;
    expect(ev!.lowPx - ev!.highPx).toBeCloseTo(40 * pxPerKw);
    expect(pv!.lowPx - pv!.highPx).toBeCloseTo(60 * pxPerKw);
    expect(pv!.highPx).toBeCloseTo(marks.zeroPx);
  });

  it("answers a pointer by the step it is in, before the first and after the last too", () => {
    const marks = layoutEnergy(energyBody, 400, 160, shanghaiMs);
    marks.columns.forEach(({ xPx, endPx }, at) => expect(columnAt(marks, (xPx + endPx) / 2)).toBe(at));
    expect(columnAt(marks, 0)).toBe(0);
    expect(columnAt(marks, 400)).toBe(3);
    expect(columnAt({ ...marks, columns: [] }, 10)).toBeNull();
  });
});

describe("names beside the last step", () => {
  it("stay in their order, apart from each other and on the paper", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 12 }), (wanted) => {
        const gap = Math.min(13, 200 / Math.max(1, wanted.length - 1));
        const placed = spread(wanted, 13, 0, 200);
        const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]!);
        order.forEach((i, at) => {
          expect(placed[i]).toBeGreaterThanOrEqual(-1e-6);
          expect(placed[i]).toBeLessThanOrEqual(200 + 1e-6);
          if (at > 0) expect(placed[i]! - placed[order[at - 1]!]!).toBeGreaterThanOrEqual(gap - 1e-6);
        });
      }),
    );
  });

  it("stay where they are wanted while there is room", () => {
    expect(spread([100, 20, 60], 13, 0, 200)).toEqual([100, 20, 60]);
  });
});

describe("bars of buildings", () => {
  it("put the largest first and those not shown last, without length", () => {
    const bars = layoutPowerBars(energyBody.buildings, 300);
    expect(bars.rows.map(({ building }) => building)).toEqual(["A-2", "A-1", "A-10"]);
    expect(bars.rows[0]!.widthPx / bars.rows[1]!.widthPx).toBeCloseTo(35 / 20);
    expect(bars.rows[2]!.widthPx).toBe(0);
    const people = layoutOccupancy(occupancyBody, 300);
    expect(people.rows.map(({ building }) => building)).toEqual(["B-10", "B-2", "B-1"]);
  });

  it("tell what is certain from how far a band reaches", () => {
    const [first, , hidden] = layoutOccupancy(occupancyBody, 300).rows;
    expect(first!.startPx).toBeLessThan(first!.lowPx);
    expect(first!.lowPx).toBeLessThan(first!.highPx);
    expect(hidden!.highPx).toBe(hidden!.startPx);
  });
});

describe("the alert strip", () => {
  it("lets no two bars of a lane lie on each other, and keeps the short ones to be seen", () => {
    const minute = fc.integer({ min: 0, max: 60 });
    const bodies = fc.array(
      fc.tuple(minute, fc.option(minute, { nil: null }), fc.constantFrom(...priorities)),
    );
    fc.assert(
      fc.property(bodies, (rows) => {
        const intervals = rows.map(([from, length, priority], i) => ({
          ...alertsBody.intervals[0]!,
          device: `d${i}` as never,
          point: `d${i}/p` as never,
          priority,
          fromMs: startMs + from * minutes,
          untilMs: length === null ? null : startMs + Math.min(60, from + length) * minutes,
        }));
        const { bars } = layoutAlerts({ ...alertsBody, intervals }, 600, 160, shanghaiMs);
        expect(bars).toHaveLength(rows.length);
        for (const a of bars) {
          expect(a.widthPx).toBeGreaterThanOrEqual(4);
          expect(a.xPx).toBeGreaterThanOrEqual(alertMargin.left);
          expect(a.xPx + a.widthPx).toBeLessThanOrEqual(600 - alertMargin.right + 1e-6);
          for (const b of bars) {
            if (a === b || a.yPx !== b.yPx) continue;
            expect(a.xPx + a.widthPx <= b.xPx || b.xPx + b.widthPx <= a.xPx).toBe(true);
          }
        }
      }),
    );
  });

  it("counts a lane's open alerts", () => {
    const { lanes } = layoutAlerts(alertsBody, 600, 160, shanghaiMs);
    expect(lanes.map(({ open }) => open)).toEqual([1, 0, 1, 0]);
  });
});

describe("the time axis", () => {
  it("has its ticks on whole hours of the community's clock", () => {
    const offsetMs = zoneOffsetMs("Asia/Kolkata", startMs);
    expect(offsetMs).toBe(5.5 * hours);
    const { ticks } = timeAxis(startMs, startMs + 6 * hours, 0, 540, offsetMs);
    expect(ticks.length).toBeGreaterThan(3);
    for (const { atMs } of ticks) expect((atMs + offsetMs) % hours).toBe(0);
  });

  it("knows summer from winter", () => {
    expect(zoneOffsetMs("Europe/Amsterdam", Date.parse("2026-01-10T00:00:00Z"))).toBe(1 * hours);
    expect(zoneOffsetMs("Europe/Amsterdam", Date.parse("2026-07-10T00:00:00.250Z"))).toBe(2 * hours);
  });
});

describe("a name with little room", () => {
  it("is whole where it fits, else its beginning with a sign", () => {
    expect(fitText("A-1栋", 60)).toBe("A-1栋");
    const cut = fitText("卫生服务站与日间照料中心", 90);
    expect(cut).toMatch(/^卫生.*…$/u);
    expect(textPx(cut)).toBeLessThanOrEqual(90 + 7);
    expect(fitText("卫生", 1)).toBe("卫…");
  });
});
