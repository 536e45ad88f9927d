import type { Building, EastNorthUp, Extent } from "../../../models/community/community.ts";
import { boxOf } from "../../../models/community/geometry.ts";
import { fieldOfViewDeg } from "../../../models/view/camera-fit.ts";
import type { Camera } from "../../../models/view/view-state.ts";

/** How far one must stand off for a ball to fill a good part of the picture. */
const standOff = (radiusM: number): number => (radiusM * 1.7) / Math.sin((fieldOfViewDeg * Math.PI) / 360);

/** A look at a building as a whole, or at one of its storeys; the heading stays, so that one is not lost. */
export function lookAtBuilding(building: Building, storeyM: number | null, now: Camera): Camera {
  const [ring] = building.footprint;
  const box = boxOf(ring ?? []);
  const middle = storeyM ?? building.baseM + building.heightM / 2;
  const radiusM =
    Math.hypot(box.east - box.west, box.north - box.south, storeyM === null ? building.heightM : 12) / 2;
  return {
    target: [(box.west + box.east) / 2, (box.south + box.north) / 2, middle],
    distanceM: Math.max(60, standOff(radiusM)),
    headingDeg: now.headingDeg,
    tiltDeg: Math.min(26, Math.max(12, now.tiltDeg)),
  };
}

/** A look at a city object from the side one already looks from. */
export function lookAtExtent({ min, max }: Extent, now: Camera): Camera {
  const radiusM = Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]) / 2;
  return {
    target: [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2],
    distanceM: Math.max(40, standOff(radiusM)),
    headingDeg: now.headingDeg,
    tiltDeg: Math.min(38, Math.max(18, now.tiltDeg)),
  };
}

/** A look at a device's sign; at one on a wall from outside, so that the wall does not stand between. */
export function lookAtDevice(at: EastNorthUp, building: Building | null, now: Camera): Camera {
  const [ring] = building?.footprint ?? [];
  let { headingDeg } = now;
  if (ring) {
    const box = boxOf(ring);
    const [dx, dy] = [(box.west + box.east) / 2 - at[0], (box.south + box.north) / 2 - at[1]];
    // The wall whose side of the box is nearest decides which way is inwards.
    const inX = (box.east - box.west) / 2 - Math.abs(dx);
    const inY = (box.north - box.south) / 2 - Math.abs(dy);
    const [fx, fy] = inX < inY ? [Math.sign(dx), 0] : [0, Math.sign(dy)];
    const inward = (Math.atan2(fx, fy) * 180) / Math.PI;
    const off = ((((now.headingDeg - inward) % 360) + 540) % 360) - 180;
    headingDeg = Math.abs(off) < 62 ? now.headingDeg : inward + Math.sign(off || 1) * 28;
  }
  return {
    target: at,
    distanceM: Math.min(now.distanceM, 95),
    headingDeg,
    tiltDeg: Math.min(34, Math.max(16, now.tiltDeg)),
  };
}
