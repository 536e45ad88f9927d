import { PlaneGeometry } from "three";
import type {
  Building,
  CityObject,
  CommunityDocument,
  EastNorth,
} from "../../../../models/community/community.ts";
import { boxOf } from "../../../../models/community/geometry.ts";
import { groundHeightM } from "../../camera/limits.ts";
import type { Foot } from "./smooth-ground.ts";
import { smoothGround } from "./smooth-ground.ts";

/** Height of the ground at a place, metres. */
export type Terrain = (at: EastNorth) => number;

/** Kinds of city object that bring ground of their own. */
const grounds = /^(?:TINRelief|LandUse|Road|Railway|PlantCover|WaterBody|TransportSquare)$/u;
/** Level ground goes on so far beyond a building: as far as a cell of the sheet that draws it. */
const apronM = 20;
/** … and over so much it becomes the slope again. */
const runOutM = 150;
/** Bases that differ by less lie on a plain. */
const plainM = 1.5;
/**
 * The ground under a community. A plain where buildings stand level; below everything where a city model brings ground
 * of its own; otherwise a calm surface through the feet of the buildings, for a model on a slope says no more about its hill than that.
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
  return { heightAt: levelled(smoothGround(feet), feet), level: false };
}

function lowest(objects: readonly CityObject[], level: number): number {
  return objects.reduce((least, { extent }) => Math.min(least, extent.min[2]), level);
}

interface Plot extends Foot {
  readonly radiusM: number;
}

function footOf({ footprint, baseM }: Building): Plot[] {
  const [ring] = footprint;
  if (!ring) return [];
  const { west, east, south, north } = boxOf(ring);
  const at: EastNorth = [(west + east) / 2, (south + north) / 2];
  return [{ at, heightM: baseM, radiusM: Math.hypot(east - west, north - south) / 2 }];
}

/** Every building stands on level ground, which runs out into the slope around it. */
export function levelled(ground: Terrain, plots: readonly Plot[]): Terrain {
  const near = plotsByCell(plots);
  return (at) => {
    const slopeM = ground(at);
    let [firmest, sum, weights] = [0, 0, 0];
    for (const plot of near.get(cellOf(at[0], at[1])) ?? []) {
      const awayM = Math.hypot(plot.at[0] - at[0], plot.at[1] - at[1]) - plot.radiusM - apronM;
      const out = Math.min(1, Math.max(0, awayM / runOutM));
      const firm = 1 - out * out * (3 - 2 * out);
      // Next to a building its own level is all that counts; between two there is no step.
      const weight = firm / (1 - firm + 1e-9);
      firmest = Math.max(firmest, firm);
      sum += weight * (plot.heightM - slopeM);
      weights += weight;
    }
    return weights === 0 ? slopeM : slopeM + (sum / weights) * firmest;
  };
}

const cellM = 250;
const cellOf = (east: number, north: number): string =>
  `${Math.floor(east / cellM)} ${Math.floor(north / cellM)}`;

/** The plots that reach into each cell of a grid. */
function plotsByCell(plots: readonly Plot[]): ReadonlyMap<string, readonly Plot[]> {
  const cells = new Map<string, Plot[]>();
  for (const plot of plots) {
    const reachM = plot.radiusM + apronM + runOutM;
    const [low, high] = [-reachM, reachM].map((by) =>
      plot.at.map((value) => Math.floor((value + by) / cellM)),
    );
    for (let e = low?.[0] ?? 0; e <= (high?.[0] ?? 0); e++)
      for (let n = low?.[1] ?? 0; n <= (high?.[1] ?? 0); n++) {
        const key = `${e} ${n}`;
        const held = cells.get(key);
        if (held) held.push(plot);
        else cells.set(key, [plot]);
      }
  }
  return cells;
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
