import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EastNorthUp } from "../../../models/community/community.ts";
import { cameraFit, fieldOfViewDeg } from "../../../models/view/camera-fit.ts";
import type { Camera } from "../../../models/view/view-state.ts";

const aspect = 1.6;
const margins = { left: 0.05, right: 0.02, top: 0.12, bottom: 0.08 };
const point = fc.tuple(
  fc.double({ min: -4000, max: 4000, noNaN: true }),
  fc.double({ min: -4000, max: 4000, noNaN: true }),
  fc.double({ min: 0, max: 200, noNaN: true }),
);
const direction = fc.record({
  headingDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  tiltDeg: fc.double({ min: 12, max: 80, noNaN: true }),
});

/** Where a point is in the picture, −1 … 1 each way, and how far before the eye. */
function seen(camera: Camera, [e, n, u]: EastNorthUp) {
  const [h, t] = [(camera.headingDeg * Math.PI) / 180, (camera.tiltDeg * Math.PI) / 180];
  const look = [Math.sin(h) * Math.cos(t), Math.cos(h) * Math.cos(t), -Math.sin(t)] as const;
  const d = [0, 1, 2].map((i) => [e, n, u][i]! - (camera.target[i]! - look[i]! * camera.distanceM));
  const reach = Math.tan((fieldOfViewDeg * Math.PI) / 360);
  const along = d[0]! * look[0] + d[1]! * look[1] + d[2]! * look[2];
  const right = d[0]! * Math.cos(h) - d[1]! * Math.sin(h);
  const up = d[0]! * Math.sin(h) * Math.sin(t) + d[1]! * Math.cos(h) * Math.sin(t) + d[2]! * Math.cos(t);
  return { x: right / (along * reach * aspect), y: up / (along * reach), along };
}

const slack = 1e-6;
const isInside = (camera: Camera, points: readonly EastNorthUp[]): boolean =>
  points.every((each) => {
    const { x, y, along } = seen(camera, each);
    return (
      along > -slack &&
      x >= -(1 - 2 * margins.left) - slack &&
      x <= 1 - 2 * margins.right + slack &&
      y >= -(1 - 2 * margins.bottom) - slack &&
      y <= 1 - 2 * margins.top + slack
    );
  });

describe("a camera that fits points", () => {
  it("has every one of them between its margins", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), direction, (points, way) => {
        fc.pre(spread(points) > 5);
        expect(isInside(cameraFit(points, way, aspect, margins, 0), points)).toBe(true);
      }),
    );
  });

  it("is the nearest such: any step forward loses one, however the eye steps aside", () => {
    const points: EastNorthUp[] = [
      [-300, -200, 0],
      [300, -200, 0],
      [300, 200, 40],
      [-300, 200, 0],
    ];
    const camera = cameraFit(points, { headingDeg: 330, tiltDeg: 30 }, aspect, margins, 0);
    for (const east of [-4, 0, 4])
      for (const north of [-4, 0, 4]) {
        const [e, n, u] = camera.target;
        const nearer = {
          ...camera,
          distanceM: camera.distanceM - 3,
          target: [e + east, n + north, u] as const,
        };
        expect(isInside(nearer, points)).toBe(false);
      }
  });

  it("looks at the level it is asked to", () => {
    const camera = cameraFit(
      [
        [0, 0, 12],
        [90, 40, 30],
      ],
      { headingDeg: 10, tiltDeg: 35 },
      aspect,
      margins,
      12,
    );
    expect(camera.target[2]).toBeCloseTo(12, 6);
  });
});

const spread = (points: readonly EastNorthUp[]): number => {
  const [first] = points;
  return Math.max(...points.map((each) => Math.hypot(each[0] - first![0], each[1] - first![1])));
};
