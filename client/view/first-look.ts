import type { Building, CommunityDocument, EastNorthUp } from "../../models/community/community.ts";
import { boxOf } from "../../models/community/geometry.ts";
import { cameraFit } from "../../models/view/camera-fit.ts";
import type { Camera } from "../../models/view/view-state.ts";

/** Of a model with many buildings so many are shown for certain; a few strays shall not push all others away. */
const shownShare = 0.98;
const tiltDeg = 27;
/** Where most of a model lies beyond the look, one looks flatter: what stands further off is seen behind. */
const wideTiltDeg = 17;
/** Looking north has the sun at one's back; the first is taken when others show no more. */
const headingsDeg = [332, 0, 28, 304, 56] as const;
/** Narrower than most panes, so that nothing is cut off in them. */
const aspect = 1.45;
/** Room for names above, and for the eye on all sides. */
const margins = { left: 0.04, right: 0.04, top: 0.14, bottom: 0.07 } as const;
const wideMargins = { left: 0.08, right: 0.08, top: 0.26, bottom: 0.1 } as const;

/**
 * The first look at a model that stands alone. Shown are the buildings of the community's frame, which is the whole
 * model or, of one too wide for a look, its densest part; of these all but the farthest fiftieth. Of five directions
 * that is taken which lets the eye come nearest, and of equal ones that from which most of the other buildings lie in
 * the picture behind.
 */
export function firstLook(community: CommunityDocument): Camera {
  const shown = shownIn(community);
  const inside = new Set(shown);
  const others = community.buildings.flatMap((building) =>
    inside.has(building) ? [] : cornersOf(building).slice(0, 1),
  );
  const points = shown.length > 0 ? shown.flatMap(cornersOf) : cornersOfExtent(community);
  const targetM = Math.min(...points.map((point) => point[2]));
  const scattered = others.length > shown.length;
  const looks = headingsDeg.map((headingDeg) => {
    const way = { headingDeg, tiltDeg: scattered ? wideTiltDeg : tiltDeg };
    const camera = cameraFit(points, way, aspect, scattered ? wideMargins : margins, targetM);
    return { camera, behind: others.filter((other) => isAhead(camera, other)).length };
  });
  const best = looks.toSorted(
    (a, b) => Math.round(10 * (a.camera.distanceM / b.camera.distanceM - 1)) || b.behind - a.behind,
  )[0];
  if (!best) throw new Error("no direction to look in");
  return best.camera;
}

/** The buildings of the frame, without the farthest of many. */
export function shownIn({ buildings, frame }: CommunityDocument): readonly Building[] {
  const near = buildings
    .filter(({ footprint }) => footprint.length > 0)
    .map((building) => {
      const box = boxOf(building.footprint[0] ?? []);
      const [east, north] = [(box.west + box.east) / 2, (box.south + box.north) / 2];
      return { building, east, north };
    })
    .filter(
      ({ east, north }) => Math.hypot(east - frame.centre[0], north - frame.centre[1]) <= frame.radiusM,
    );
  const [east, north] = [median(near.map((each) => each.east)), median(near.map((each) => each.north))];
  return near
    .toSorted(
      (a, b) => Math.hypot(a.east - east, a.north - north) - Math.hypot(b.east - east, b.north - north),
    )
    .slice(0, Math.ceil(near.length * shownShare))
    .map(({ building }) => building);
}

function cornersOf({ footprint, baseM, heightM }: Building): EastNorthUp[] {
  const { west, east, south, north } = boxOf(footprint[0] ?? []);
  return [baseM, baseM + heightM].flatMap((up): EastNorthUp[] => [
    [west, south, up],
    [east, south, up],
    [east, north, up],
    [west, north, up],
  ]);
}

function cornersOfExtent({ extent: { min, max } }: CommunityDocument): EastNorthUp[] {
  return [min[2], max[2]].flatMap((up): EastNorthUp[] => [
    [min[0], min[1], up],
    [max[0], min[1], up],
    [max[0], max[1], up],
    [min[0], max[1], up],
  ]);
}

/** Whether a place lies in the wedge one looks into. */
function isAhead({ target, headingDeg }: Camera, [east, north]: EastNorthUp): boolean {
  const away = (Math.atan2(east - target[0], north - target[1]) * 180) / Math.PI - headingDeg;
  return Math.abs(((((away + 180) % 360) + 360) % 360) - 180) < 24;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
