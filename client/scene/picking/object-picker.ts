import type { CityMesh, Extent } from "../../../models/community/community.ts";
import type { Bounds, Ray } from "./ray.ts";
import { entersBox } from "./ray.ts";

export interface ObjectHit {
  /** Index into `mesh.objects`. */
  readonly object: number;
  readonly distanceM: number;
}

interface Node {
  readonly bounds: Bounds;
  /** Either children or objects. */
  readonly children: readonly [Node, Node] | null;
  readonly objects: readonly number[];
}

const atMost = 4;

/** Finds the city object a ray meets first: a tree of object boxes, then the triangles of those it enters. */
export class ObjectPicker {
  readonly #mesh: CityMesh;
  readonly #boxes: readonly Bounds[];
  readonly #root: Node | null;

  constructor(mesh: CityMesh) {
    this.#mesh = mesh;
    this.#boxes = mesh.objects.map((object) => sceneBounds(object.extent));
    const all = mesh.objects.flatMap((object, i) => (object.vertexCount > 0 ? [i] : []));
    this.#root = all.length > 0 ? this.#node(all) : null;
  }

  pick(ray: Ray): ObjectHit | null {
    let best = Infinity;
    let found = -1;
    const visit = (node: Node): void => {
      const entry = entersBox(ray, node.bounds, 0.05);
      if (entry < 0 || entry > best) return;
      if (node.children) {
        const [a, b] = node.children;
        const [ea, eb] = [entersBox(ray, a.bounds, 0.05), entersBox(ray, b.bounds, 0.05)];
        const aFirst = eb < 0 || (ea >= 0 && ea <= eb);
        visit(aFirst ? a : b);
        visit(aFirst ? b : a);
        return;
      }
      for (const object of node.objects) {
        const box = this.#boxes[object];
        if (!box || entersBox(ray, box, 0.05) < 0) continue;
        const distance = this.#nearestTriangle(ray, object);
        if (distance >= best) continue;
        best = distance;
        found = object;
      }
    };
    if (this.#root) visit(this.#root);
    return found < 0 ? null : { object: found, distanceM: best };
  }

  #nearestTriangle(ray: Ray, index: number): number {
    const object = this.#mesh.objects[index];
    if (!object) return Infinity;
    const p = this.#mesh.positions;
    let best = Infinity;
    const end = (object.firstVertex + object.vertexCount) * 3;
    for (let at = object.firstVertex * 3; at < end; at += 9) {
      const t = meetsTriangle(ray, p, at);
      if (t < best) best = t;
    }
    return best;
  }

  #node(objects: readonly number[]): Node {
    const bounds = objects
      .map((i) => this.#boxes[i])
      .reduce<Bounds | undefined>((sum, box) => (sum && box ? union(sum, box) : (sum ?? box)), undefined);
    if (!bounds) throw new Error("a node without objects");
    if (objects.length <= atMost) return { bounds, children: null, objects };
    const wide = bounds.maxX - bounds.minX >= bounds.maxZ - bounds.minZ;
    const middle = (i: number): number => {
      const box = this.#boxes[i];
      return box ? (wide ? box.minX + box.maxX : box.minZ + box.maxZ) : 0;
    };
    const sorted = objects.toSorted((a, b) => middle(a) - middle(b));
    const half = sorted.length >> 1;
    return {
      bounds,
      children: [this.#node(sorted.slice(0, half)), this.#node(sorted.slice(half))],
      objects: [],
    };
  }
}

const sceneBounds = ({ min, max }: Extent): Bounds => ({
  minX: min[0],
  maxX: max[0],
  minY: min[2],
  maxY: max[2],
  minZ: -max[1],
  maxZ: -min[1],
});

const union = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  minZ: Math.min(a.minZ, b.minZ),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
  maxZ: Math.max(a.maxZ, b.maxZ),
});

/** Möller and Trumbore's test, both sides; positions are east-north-up. Infinity when missed. */
function meetsTriangle(ray: Ray, p: Float32Array, at: number): number {
  const n = (i: number): number => p[at + i] ?? 0;
  const [ax, ay, az] = [n(0), n(2), -n(1)];
  const [e1x, e1y, e1z] = [n(3) - ax, n(5) - ay, -n(4) - az];
  const [e2x, e2y, e2z] = [n(6) - ax, n(8) - ay, -n(7) - az];
  const px = ray.dy * e2z - ray.dz * e2y;
  const py = ray.dz * e2x - ray.dx * e2z;
  const pz = ray.dx * e2y - ray.dy * e2x;
  const det = e1x * px + e1y * py + e1z * pz;
  if (Math.abs(det) < 1e-12) return Infinity;
  const [tx, ty, tz] = [ray.ox - ax, ray.oy - ay, ray.oz - az];
  const u = (tx * px + ty * py + tz * pz) / det;
  if (u < 0 || u > 1) return Infinity;
  const qx = ty * e1z - tz * e1y;
  const qy = tz * e1x - tx * e1z;
  const qz = tx * e1y - ty * e1x;
  const v = (ray.dx * qx + ray.dy * qy + ray.dz * qz) / det;
  if (v < 0 || u + v > 1) return Infinity;
  const t = (e2x * qx + e2y * qy + e2z * qz) / det;
  return t > 0 ? t : Infinity;
}
