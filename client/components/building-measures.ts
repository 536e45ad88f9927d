import type { Building, EastNorth } from "../../models/community/community.ts";

/** Area of a ring without sign (Gauss), m². */
function ringAreaM2(ring: readonly EastNorth[]): number {
  let twice = 0;
  ring.forEach(([east, north], i) => {
    const [nextEast, nextNorth] = ring[(i + 1) % ring.length] ?? [0, 0];
    twice += east * nextNorth - nextEast * north;
  });
  return Math.abs(twice) / 2;
}

/** Footprint without its holes; floor area as footprint × storeys, null where storeys are not known. */
export function buildingMeasures(building: Building): {
  readonly footprintM2: number;
  readonly floorAreaM2: number | null;
} {
  const [outer, ...holes] = building.footprint;
  const footprintM2 =
    outer === undefined ? 0 : ringAreaM2(outer) - holes.reduce((sum, hole) => sum + ringAreaM2(hole), 0);
  return {
    footprintM2,
    floorAreaM2: building.storeys === null || footprintM2 === 0 ? null : footprintM2 * building.storeys,
  };
}
