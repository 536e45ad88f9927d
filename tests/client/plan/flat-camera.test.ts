import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FlatCamera, groundAt, xOf, yOf } from "../../../client/plan/flat-camera.ts";
import { barLengthM } from "../../../client/plan/ground/paint-marks.ts";

const limits = {
  centre: [0, 0, 0],
  roamM: 500,
  nearestM: 14,
  farthestM: 3000,
  groundM: 0,
  highestTargetM: 100,
} as const;
const first = { target: [20, 30, 5], distanceM: 400, headingDeg: 332, tiltDeg: 18 } as const;
const pane = { widthPx: 800, heightPx: 600 };
const made = () => new FlatCamera(first, limits);

describe("the camera of the plan", () => {
  it("shows at its target what the scene shows there at the same scale, north up", () => {
    const at = made().placement(pane);
    expect([xOf(at, 20), yOf(at, 30)]).toEqual([400, 300]);
    expect(yOf(at, 31)).toBeLessThan(300);
    expect(xOf(at, 21)).toBeGreaterThan(400);
    expect(600 / at.pxPerM).toBeCloseTo(2 * 400 * Math.tan((17 * Math.PI) / 180), 6);
  });

  it("keeps heading and tilt for the scene, whatever hands do", () => {
    const camera = made();
    camera.turn();
    camera.pan(50, 20, 600);
    camera.zoom(0.5, 0.3, 0.2, 4 / 3);
    expect(camera.camera).toMatchObject({ headingDeg: 332, tiltDeg: 18 });
  });

  it("moves the ground with the hand", () => {
    const camera = made();
    const held = groundAt(camera.placement(pane), 100, 100);
    camera.pan(30, -12, 600);
    const at = camera.placement(pane);
    expect([xOf(at, held[0]), yOf(at, held[1])]).toEqual([expect.closeTo(130, 6), expect.closeTo(88, 6)]);
  });

  it("comes nearer to what lies under the pointer, which stays there", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 600 }),
        fc.double({ min: 0.3, max: 1.5, noNaN: true }),
        (x, y, factor) => {
          const camera = made();
          const held = groundAt(camera.placement(pane), x, y);
          camera.zoom(factor, (2 * x) / 800 - 1, 1 - (2 * y) / 600, 800 / 600);
          const at = camera.placement(pane);
          expect(xOf(at, held[0])).toBeCloseTo(x, 5);
          expect(yOf(at, held[1])).toBeCloseTo(y, 5);
        },
      ),
    );
  });

  it("fits a box into its share of the pane, and goes no further than its limits", () => {
    const camera = made();
    camera.fit({ west: -100, east: 100, south: -50, north: 50 }, pane, 0.5);
    const at = camera.placement(pane);
    expect(200 * at.pxPerM).toBeCloseTo(400, 6);
    camera.pan(-1e6, 0, 600);
    expect(camera.camera.target[0]).toBeCloseTo(500, 6);
    camera.zoom(1e-6, 0, 0, 1);
    expect(camera.camera.distanceM).toBe(14);
  });
});

describe("the scale bar", () => {
  it("is 1, 2 or 5 of a power of ten, and no longer than there is room", () => {
    expect([0.7, 1, 4.9, 37, 130, 2600].map(barLengthM)).toEqual([0.5, 1, 2, 20, 100, 2000]);
  });
});
