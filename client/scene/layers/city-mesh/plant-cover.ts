import type { Asset, CityMesh } from "../../../../models/community/community.ts";

/** Heights over the ground up to this are drawn as they are. */
const lowM = 0.5;
/** From so high on a point is taken for the top of a shrub, of a tree. */
const shrubM = 1;
const treeM = 2.4;
/** Heights of the scene's own tree and shrub at scale 1. */
const usualTreeM = 7.6;
const usualShrubM = 1.1;
/** The ground at a place is the lowest that open land or plants have in the cells around. */
const cellM = 7;
/** A cover that stands over itself at a larger share of its places is a body (a hedge, a hull), not a sheet over measured points. */
const mostFolded = 0.05;

/** How a city model's plant covers are drawn. Arrays are per vertex, as the mesh's own. */
export interface PlantCover {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Trees and shrubs where the cover has its tops. */
  readonly plants: readonly Asset[];
}

/**
 * A plant cover is often a sheet drawn over measured points, of which some lie on the ground and some in the crowns:
 * as faces that is a row of spikes. Drawn are instead its low growth as soft ground, and a tree or shrub of the measured
 * height at each top. Bodies keep their form; all plants get the normals of round things.
 */
export function plantCover(mesh: CityMesh): PlantCover {
  const positions = mesh.positions.slice();
  const normals = mesh.normals.slice();
  const tops: Top[] = [];
  const covers = mesh.objects.filter(({ type }) => type === "PlantCover");
  const ground = covers.length > 0 ? groundUnder(mesh) : () => 0;
  for (const { firstVertex: first, vertexCount: count } of covers) {
    const sheet = isSheet(mesh, first, count);
    if (sheet) {
      for (let v = first; v < first + count; v++) {
        const [x, y, z] = [at(positions, v * 3), at(positions, v * 3 + 1), at(positions, v * 3 + 2)];
        const overM = z - ground(x, y);
        if (overM > shrubM) tops.push({ x, y, z: z - overM, overM });
        if (overM > lowM) positions[v * 3 + 2] = z - overM + lowM;
      }
    }
    round(positions, normals, first, count, sheet);
  }
  return { positions, normals, plants: planted(tops) };
}

interface Top {
  readonly x: number;
  readonly y: number;
  /** Height of the ground there. */
  readonly z: number;
  readonly overM: number;
}

const at = (list: Float32Array, i: number): number => list[i] ?? 0;
const key = (x: number, y: number): string => `${Math.floor(x / cellM)} ${Math.floor(y / cellM)}`;

function groundUnder({ positions, objects }: CityMesh): (x: number, y: number) => number {
  const lowest = new Map<string, number>();
  for (const { type, firstVertex, vertexCount } of objects) {
    if (type !== "PlantCover" && type !== "LandUse" && type !== "Road" && type !== "TINRelief") continue;
    for (let v = firstVertex; v < firstVertex + vertexCount; v++) {
      const cell = key(at(positions, v * 3), at(positions, v * 3 + 1));
      lowest.set(cell, Math.min(lowest.get(cell) ?? Infinity, at(positions, v * 3 + 2)));
    }
  }
  return (x, y) => {
    let least = Infinity;
    for (const dx of [-cellM, 0, cellM])
      for (const dy of [-cellM, 0, cellM])
        least = Math.min(least, lowest.get(key(x + dx, y + dy)) ?? Infinity);
    return least;
  };
}

/** A sheet has one height at each place, a body two or more. */
function isSheet({ positions }: CityMesh, first: number, count: number): boolean {
  const heights = new Map<string, number>();
  const folded = new Set<string>();
  for (let v = first; v < first + count; v++) {
    const place = `${Math.round(at(positions, v * 3) * 100)} ${Math.round(at(positions, v * 3 + 1) * 100)}`;
    const height = at(positions, v * 3 + 2);
    if (Math.abs((heights.get(place) ?? height) - height) > 0.05) folded.add(place);
    heights.set(place, height);
  }
  return folded.size <= heights.size * mostFolded;
}

/** Means of the faces' normals at each place; of a sheet they look up, whichever way a file winds it. */
function round(
  positions: Float32Array,
  normals: Float32Array,
  first: number,
  count: number,
  up: boolean,
): void {
  const sums = new Map<string, [number, number, number]>();
  const placeOf = (v: number): string =>
    [0, 1, 2].map((axis) => Math.round(at(positions, v * 3 + axis) * 50)).join(" ");
  for (let v = first; v < first + count; v += 3) {
    const n = faceNormal(positions, v);
    if (up && n[2] < 0) {
      for (const axis of [0, 1, 2] as const) n[axis] = -n[axis];
      const second = positions.slice(v * 3 + 3, v * 3 + 6);
      positions.copyWithin(v * 3 + 3, v * 3 + 6, v * 3 + 9);
      positions.set(second, v * 3 + 6);
    }
    for (let corner = v; corner < v + 3; corner++) {
      const sum = sums.get(placeOf(corner)) ?? [0, 0, 0];
      for (const axis of [0, 1, 2] as const) sum[axis] += n[axis];
      sums.set(placeOf(corner), sum);
    }
  }
  for (let v = first; v < first + count; v++) {
    const [x, y, z] = sums.get(placeOf(v)) ?? [0, 0, 1];
    const length = Math.hypot(x, y, z);
    if (length > 1e-9) normals.set([x / length, y / length, z / length], v * 3);
  }
}

/** Twice the face's area long. */
function faceNormal(p: Float32Array, v: number): [number, number, number] {
  const side = (corner: number, axis: number): number => at(p, (v + corner) * 3 + axis) - at(p, v * 3 + axis);
  const [ax, ay, az, bx, by, bz] = [side(1, 0), side(1, 1), side(1, 2), side(2, 0), side(2, 1), side(2, 2)];
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

/** The highest tops first; each keeps to itself the room a crown of its height needs. */
function planted(tops: readonly Top[]): Asset[] {
  const taken = new Map<string, Top[]>();
  const plants: Asset[] = [];
  for (const top of tops.toSorted((a, b) => b.overM - a.overM || a.x - b.x || a.y - b.y)) {
    const roomM = Math.min(4.6, Math.max(1.3, top.overM * 0.34));
    const around = [-cellM, 0, cellM].flatMap((dx) =>
      [-cellM, 0, cellM].flatMap((dy) => taken.get(key(top.x + dx, top.y + dy)) ?? []),
    );
    if (around.some((other) => Math.hypot(other.x - top.x, other.y - top.y) < roomM)) continue;
    const cell = key(top.x, top.y);
    taken.set(cell, [...(taken.get(cell) ?? []), top]);
    const tree = top.overM >= treeM;
    plants.push({
      kind: tree ? "tree" : "shrub",
      at: [top.x, top.y, top.z],
      headingDeg: 0,
      scale: top.overM / (tree ? usualTreeM : usualShrubM),
    });
  }
  return plants;
}
