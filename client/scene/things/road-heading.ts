import type { EastNorthUp, Road } from "../../../models/community/community.ts";

/** Which way the nearest road goes, degrees clockwise from north; north where there is none. */
export function roadHeading(roads: readonly Road[], [east, north]: EastNorthUp): number {
  let heading = 0;
  let nearestM = Infinity;
  for (const { centreLine } of roads)
    for (let i = 1; i < centreLine.length; i++) {
      const [a, b] = [centreLine[i - 1], centreLine[i]];
      if (!a || !b) continue;
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const squared = dx * dx + dy * dy;
      if (squared === 0) continue;
      const t = Math.min(1, Math.max(0, ((east - a[0]) * dx + (north - a[1]) * dy) / squared));
      const awayM = Math.hypot(a[0] + dx * t - east, a[1] + dy * t - north);
      if (awayM >= nearestM) continue;
      nearestM = awayM;
      heading = (Math.atan2(dx, dy) * 180) / Math.PI;
    }
  return heading;
}
