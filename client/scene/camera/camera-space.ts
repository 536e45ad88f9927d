import type { EastNorthUp } from "../../../models/community/community.ts";
import { fieldOfViewDeg } from "../../../models/view/camera-fit.ts";
import type { Camera } from "../../../models/view/view-state.ts";

const radians = Math.PI / 180;

/** Unit vector one looks along, east-north-up. */
export function lookOf({ headingDeg, tiltDeg }: Pick<Camera, "headingDeg" | "tiltDeg">): EastNorthUp {
  const [h, t] = [headingDeg * radians, tiltDeg * radians];
  return [Math.sin(h) * Math.cos(t), Math.cos(h) * Math.cos(t), -Math.sin(t)];
}

/** Where the eye is. */
export function eyeOf(camera: Camera): EastNorthUp {
  const look = lookOf(camera);
  const { target, distanceM } = camera;
  return [target[0] - look[0] * distanceM, target[1] - look[1] * distanceM, target[2] - look[2] * distanceM];
}

/** Metres a CSS pixel spans at the target. */
export const metresPerPixel = (distanceM: number, heightPx: number): number =>
  (2 * distanceM * Math.tan((fieldOfViewDeg / 2) * radians)) / Math.max(1, heightPx);

/** Direction through a point of the screen, `x` right and `y` up from −1 to 1; unit length, east-north-up. */
export function rayOf(camera: Camera, x: number, y: number, aspect: number): EastNorthUp {
  const look = lookOf(camera);
  const h = camera.headingDeg * radians;
  const right: EastNorthUp = [Math.cos(h), -Math.sin(h), 0];
  const t = camera.tiltDeg * radians;
  const up: EastNorthUp = [Math.sin(h) * Math.sin(t), Math.cos(h) * Math.sin(t), Math.cos(t)];
  const reach = Math.tan((fieldOfViewDeg / 2) * radians);
  const [kx, ky] = [x * reach * aspect, y * reach];
  const d: EastNorthUp = [
    look[0] + right[0] * kx + up[0] * ky,
    look[1] + right[1] * kx + up[1] * ky,
    look[2] + right[2] * kx + up[2] * ky,
  ];
  const length = Math.hypot(...d);
  return [d[0] / length, d[1] / length, d[2] / length];
}
