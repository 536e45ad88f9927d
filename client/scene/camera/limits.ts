import type { CommunityDocument, EastNorthUp } from "../../../models/community/community.ts";
import type { Camera } from "../../../models/view/view-state.ts";

/** Where a camera may be: around a community, above its ground, neither lost nor inside a wall. */
export interface CameraLimits {
  readonly centre: EastNorthUp;
  /** Targets stay within this distance of the centre. */
  readonly roamM: number;
  readonly nearestM: number;
  readonly farthestM: number;
  readonly groundM: number;
  readonly highestTargetM: number;
}

const lowestTiltDeg = 4;
const highestTiltDeg = 89;
/** The eye stays so far above the ground. */
const eyeHeightM = 1.8;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
export const aroundNorth = (deg: number): number => ((deg % 360) + 360) % 360;

/** The nearest camera that keeps the limits. */
export function limited(camera: Camera, limits: CameraLimits): Camera {
  const distanceM = clamp(camera.distanceM, limits.nearestM, limits.farthestM);
  const [east, north, up] = camera.target;
  const [cx, cy] = limits.centre;
  const away = Math.hypot(east - cx, north - cy);
  const back = away > limits.roamM ? limits.roamM / away : 1;
  const targetUp = clamp(up, limits.groundM, limits.highestTargetM);
  const lift = (limits.groundM + eyeHeightM - targetUp) / distanceM;
  const leastTilt =
    lift <= 0 ? lowestTiltDeg : Math.max(lowestTiltDeg, (Math.asin(Math.min(1, lift)) * 180) / Math.PI);
  return {
    target: [cx + (east - cx) * back, cy + (north - cy) * back, targetUp],
    distanceM,
    headingDeg: aroundNorth(camera.headingDeg),
    tiltDeg: clamp(camera.tiltDeg, leastTilt, highestTiltDeg),
  };
}

type Framed = Pick<CommunityDocument, "frame" | "extent" | "buildings">;

/**
 * Height of the ground buildings stand on: the median of their bases, so that one stray cellar moves nothing. Of a model
 * scattered over hills those count that stand in its frame, where one looks first.
 */
export function groundHeightM({ buildings, extent, frame }: Framed): number {
  const { centre, radiusM } = frame;
  const inFrame = buildings.filter(({ footprint }) => {
    const [corner] = footprint[0] ?? [];
    return corner !== undefined && Math.hypot(corner[0] - centre[0], corner[1] - centre[1]) <= radiusM;
  });
  const bases = (inFrame.length > 0 ? inFrame : buildings)
    .map(({ baseM }) => baseM)
    .toSorted((a, b) => a - b);
  return bases[Math.floor(bases.length / 2)] ?? extent.min[2];
}

/** The limits of a community's own size. */
export function limitsOf(community: Framed): CameraLimits {
  const { centre, radiusM } = community.frame;
  const { min, max } = community.extent;
  const reach = Math.hypot(max[0] - min[0], max[1] - min[1]) / 2;
  const middle = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2] as const;
  const off = Math.hypot(middle[0] - centre[0], middle[1] - centre[1]);
  const groundM = groundHeightM(community);
  return {
    centre: [centre[0], centre[1], groundM],
    roamM: Math.max(radiusM * 1.3, reach + off),
    nearestM: 14,
    farthestM: Math.max(radiusM * 5, reach * 2.4, 400),
    groundM,
    highestTargetM: Math.max(groundM + 60, max[2]),
  };
}
