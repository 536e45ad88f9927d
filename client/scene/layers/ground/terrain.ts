import { PlaneGeometry } from "three";
import type {
  Building,
  CityObject,
  CommunityDocument,
  EastNorth,
} from "../../../../models/community/community.ts";
import { boxOf } from "../../../../models/community/geometry.ts";
import { groundHeightM } from "../../camera/limits.ts";

/** Height of the ground at a place, metres. */
export type Terrain = (at: EastNorth) => number;

/** Kinds of city object that bring ground of their own. */
const grounds = /^(?:TINRelief|LandUse|Road|Railway|PlantCover|WaterBody|TransportSquare)$/u;
/** Bases that differ by less lie on a plain. */
const plainM = 1.5;
/** Only so many buildings nearest to a place shape its ground. */
const heard = 8;

interface Foot {
  readonly at: EastNorth;
  readonly heightM: number;
}

/**
 * The ground under a community. A plain where buildings stand level; below everything where a city model brings ground
 * of its own; otherwise drawn through the feet of the buildings (weights fall with the cube of the distance), for a
 * model on a slope says no more about its hill than that.
 */
export function terrainOf(community: CommunityDocument): {
  readonly heightAt: Terrain;
  readonly level: boolean;
} {
  const level = groundHeightM(community);
  const own = community.mesh?.objects.filter(({ type }) => grounds.test(type)) ?? [];
  if (own.length > 0) {
    const below = lowest(own, level) - 0.6;
    return { heightAt: () => below, level: true };
  }
  const feet = community.buildings.flatMap(footOf);
  const heights = feet.map(({ heightM }) => heightM);
  if (feet.length < 3 || Math.max(...heights) - Math.min(...heights) < plainM)
    return { heightAt: () => level, level: true };
  return { heightAt: throughFeet(feet), level: false };
}

function lowest(objects: readonly CityObject[], level: number): number {
  return objects.reduce((least, { extent }) => Math.min(least, extent.min[2]), level);
}

function footOf({ footprint, baseM }: Building): Foot[] {
  const [ring] = footprint;
  if (!ring) return [];
  const box = boxOf(ring);
  return [{ at: [(box.west + box.east) / 2, (box.south + box.north) / 2], heightM: baseM }];
}

function throughFeet(feet: readonly Foot[]): Terrain {
  return ([east, north]) => {
    const near = feet
      .map(({ at, heightM }) => ({ heightM, away: Math.max(12, Math.hypot(at[0] - east, at[1] - north)) }))
      .toSorted((a, b) => a.away - b.away)
      .slice(0, heard);
    let sum = 0;
    let weights = 0;
    for (const { heightM, away } of near) {
      const weight = 1 / away ** 3;
      sum += heightM * weight;
      weights += weight;
    }
    return sum / weights;
  };
}

/** A sheet of ground over a rectangle of the scene (`x, z, width, depth`), bent to the terrain. */
export function groundGeometry(
  rect: { readonly x: number; readonly y: number; readonly z: number; readonly w: number },
  terrain: { readonly heightAt: Terrain; readonly level: boolean },
  liftM: number,
  cells: number,
): PlaneGeometry {
  const segments = terrain.level ? 1 : cells;
  const plane = new PlaneGeometry(rect.z, rect.w, segments, segments).rotateX(-Math.PI / 2);
  plane.translate(rect.x + rect.z / 2, 0, rect.y + rect.w / 2);
  const position = plane.getAttribute("position");
  for (let i = 0; i < position.count; i++)
    position.setY(i, terrain.heightAt([position.getX(i), -position.getZ(i)]) + liftM);
  if (!terrain.level) plane.computeVertexNormals();
  return plane;
}
