import { Vector4 } from "three";
import type { CommunityDocument, EastNorth } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import { boxOf, grown } from "../../../../models/community/geometry.ts";

/** How far the painted ground goes beyond the last thing on it, and how large it may get. */
const marginM = 34;
const largestM = 2400;

/** The rectangle of ground that is painted in detail. */
export function groundBox(community: CommunityDocument): Box {
  const { buildings, roads, green, plazas, water, frame, extent } = community;
  const own = roads.filter((road) => road.kind !== "street");
  // Land belongs to the city around: it is painted there, and would spread the sheet thin here.
  const planted = green.filter((area) => area.kind !== "land");
  const points: EastNorth[] = [
    ...buildings.flatMap((building) => building.footprint.flat()),
    ...own.flatMap((road) => road.centreLine),
    ...[...planted, ...plazas, ...water].flatMap((area) => area.ring),
  ];
  const box =
    points.length > 0
      ? boxOf(points)
      : boxOf([
          [extent.min[0], extent.min[1]],
          [extent.max[0], extent.max[1]],
        ]);
  const { centre } = frame;
  const half = largestM / 2;
  const wide = grown(box, marginM);
  return {
    west: Math.max(wide.west, centre[0] - half),
    east: Math.min(wide.east, centre[0] + half),
    south: Math.max(wide.south, centre[1] - half),
    north: Math.min(wide.north, centre[1] + half),
  };
}

/** The same as `x, z, width, depth` of the scene. */
export const sceneRect = (box: Box): Vector4 =>
  new Vector4(box.west, -box.north, box.east - box.west, box.north - box.south);
