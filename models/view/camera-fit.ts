import type { EastNorthUp } from "../community/community.ts";
import type { Camera } from "./view-state.ts";

/** Vertical angle of view of every camera. Long as an architect's lens: towers stay upright. */
export const fieldOfViewDeg = 34;

/** Shares of the picture's height and width that shall stay free. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The eye keeps so far from the foremost point, were all points one. */
const nearestM = 1;

type Direction = Pick<Camera, "headingDeg" | "tiltDeg">;

/**
 * The nearest camera of a direction that has all points in its picture, between the margins. Exact: in the camera's
 * axes each side of the picture is a plane, so the eye's depth is bounded by the foremost points of opposite sides.
 *
 * @param points metres east, north, up; at least one
 * @param aspect width over height of the picture
 * @param targetM height of the level the target lies on
 */
export function cameraFit(
  points: readonly EastNorthUp[],
  { headingDeg, tiltDeg }: Direction,
  aspect: number,
  margins: Margins,
  targetM: number,
): Camera {
  const [h, t] = [(headingDeg * Math.PI) / 180, (tiltDeg * Math.PI) / 180];
  const look = [Math.sin(h) * Math.cos(t), Math.cos(h) * Math.cos(t), -Math.sin(t)] as const;
  const right = [Math.cos(h), -Math.sin(h), 0] as const;
  const up = [Math.sin(h) * Math.sin(t), Math.cos(h) * Math.sin(t), Math.cos(t)] as const;
  const reach = Math.tan((fieldOfViewDeg * Math.PI) / 360);
  const slope = (free: number, side: number): number => side * (1 - 2 * free);
  const across = sideways(
    points,
    look,
    right,
    slope(margins.left, reach * aspect),
    slope(margins.right, reach * aspect),
  );
  const upright = sideways(points, look, up, slope(margins.bottom, reach), slope(margins.top, reach));
  const foremost = Math.min(...points.map(([e, n, u]) => e * look[0] + n * look[1] + u * look[2]));
  const depth = Math.min(across.depth, upright.depth, foremost - nearestM);
  const [x, y] = [across.at(depth), upright.at(depth)];
  const eye = [0, 1, 2].map((i) => (look[i] ?? 0) * depth + (right[i] ?? 0) * x + (up[i] ?? 0) * y);
  const [east = 0, north = 0, upM = 0] = eye;
  const distanceM = Math.max(1, (upM - targetM) / Math.max(0.02, Math.sin(t)));
  return {
    target: [east + look[0] * distanceM, north + look[1] * distanceM, upM + look[2] * distanceM],
    distanceM,
    headingDeg,
    tiltDeg,
  };
}

type Axis = readonly [number, number, number];

/** How deep the eye may stand for both sides of one axis, and where on the axis it stands then. */
function sideways(points: readonly EastNorthUp[], look: Axis, axis: Axis, low: number, high: number) {
  let least = Infinity;
  let most = -Infinity;
  for (const [e, n, u] of points) {
    const along = e * axis[0] + n * axis[1] + u * axis[2];
    const deep = e * look[0] + n * look[1] + u * look[2];
    least = Math.min(least, along + low * deep);
    most = Math.max(most, along - high * deep);
  }
  return {
    depth: (least - most) / (low + high),
    at: (depth: number): number => (most + high * depth + (least - low * depth)) / 2,
  };
}
