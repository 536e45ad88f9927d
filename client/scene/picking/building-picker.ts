import type { Building, EastNorth } from "../../../models/community/community.ts";
import { boxOf, footprintHolds } from "../../../models/community/geometry.ts";
import { leftTurning } from "../layers/buildings/plan.ts";
import { storeysOf } from "../layers/buildings/compose-building.ts";
import type { Bounds, Ray } from "./ray.ts";
import { entersBox } from "./ray.ts";

export interface BuildingHit {
  /** Index into the community's buildings. */
  readonly building: number;
  /** 1 = ground floor; null on the roof and where storeys are not known. */
  readonly storey: number | null;
  readonly distanceM: number;
}

interface Prism {
  readonly index: number;
  readonly bounds: Bounds;
  readonly rings: readonly (readonly EastNorth[])[];
  readonly building: Building;
}

/** Finds the building a ray meets first: its box, then its footprint raised as a prism. */
export class BuildingPicker {
  readonly #prisms: readonly Prism[];

  constructor(buildings: readonly Building[]) {
    this.#prisms = buildings.flatMap((building, index) => {
      const [outer] = building.footprint;
      if (!outer || outer.length < 3) return [];
      const box = boxOf(outer);
      return [
        {
          index,
          building,
          rings: building.footprint.map((ring, i) =>
            i === 0 ? leftTurning(ring) : leftTurning(ring).toReversed(),
          ),
          bounds: {
            minX: box.west,
            maxX: box.east,
            minZ: -box.north,
            maxZ: -box.south,
            minY: building.baseM,
            maxY: building.baseM + building.heightM,
          },
        },
      ];
    });
  }

  pick(ray: Ray): BuildingHit | null {
    let best = Infinity;
    let found: Prism | null = null;
    let roof = false;
    for (const prism of this.#prisms) {
      const entry = entersBox(ray, prism.bounds);
      if (entry < 0 || entry >= best) continue;
      const wall = wallDistance(ray, prism);
      const top = roofDistance(ray, prism);
      const distance = Math.min(wall, top);
      if (distance >= best) continue;
      best = distance;
      found = prism;
      roof = top < wall;
    }
    if (!found) return null;
    return {
      building: found.index,
      storey: roof ? null : storeyAt(found.building, ray.oy + ray.dy * best),
      distanceM: best,
    };
  }
}

/** The storey at a height, where the building says how many it has. */
function storeyAt(building: Building, heightM: number): number | null {
  if (building.storeys === null) return null;
  const { firstFloorM, storeyM, count } = storeysOf(building);
  return Math.min(count, Math.max(1, Math.floor((heightM - firstFloorM) / storeyM) + 1));
}

function wallDistance(ray: Ray, { rings, bounds }: Prism): number {
  let best = Infinity;
  const [ex, ey, fx, fy] = [ray.ox, -ray.oz, ray.dx, -ray.dz];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
      if (!a || !b) continue;
      const [wx, wy] = [b[0] - a[0], b[1] - a[1]];
      const cross = fx * wy - fy * wx;
      // Only walls that look at the eye: outside is on the right.
      if (cross >= -1e-12) continue;
      const t = ((a[0] - ex) * wy - (a[1] - ey) * wx) / cross;
      const s = ((a[0] - ex) * fy - (a[1] - ey) * fx) / cross;
      if (t < 0 || t >= best || s < 0 || s > 1) continue;
      const y = ray.oy + ray.dy * t;
      if (y >= bounds.minY && y <= bounds.maxY) best = t;
    }
  return best;
}

function roofDistance(ray: Ray, { rings, bounds }: Prism): number {
  if (ray.dy >= -1e-12) return Infinity;
  const t = (bounds.maxY - ray.oy) / ray.dy;
  if (t < 0) return Infinity;
  return footprintHolds(rings, [ray.ox + ray.dx * t, -(ray.oz + ray.dz * t)]) ? t : Infinity;
}
