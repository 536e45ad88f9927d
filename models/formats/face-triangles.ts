import earcut from "earcut";

export interface FaceTriangles {
  /** Unit normal by Newell's method, the outer ring counter-clockwise seen from its tip. */
  readonly normal: readonly [number, number, number];
  /** Vertex indices, three per triangle, wound like the outer ring. */
  readonly corners: readonly number[];
  /** True when the triangles miss the area of the rings by more than a hundredth: a ring crosses itself. */
  readonly crossed: boolean;
}

/** Below this area (m²) a ring has no face worth drawing. */
const leastAreaM2 = 1e-7;

/**
 * Triangles of a plane surface of one outer ring and holes over `xyz` triples. Vertices that repeat their forerunner
 * are dropped, holes without area ignored; null when the outer ring has no area.
 */
export function triangulateFace(
  rings: readonly (readonly number[])[],
  xyz: Float64Array,
): FaceTriangles | null {
  const outer = withoutRepeats(rings[0] ?? [], xyz);
  const [nx, ny, nz] = newell(outer, xyz);
  const twiceArea = Math.hypot(nx, ny, nz);
  if (outer.length < 3 || !(twiceArea > 2 * leastAreaM2)) return null;
  const normal = [nx / twiceArea, ny / twiceArea, nz / twiceArea] as const;
  const indices = [...outer];
  const holes: number[] = [];
  let area = twiceArea;
  for (const ring of rings.slice(1)) {
    const hole = withoutRepeats(ring, xyz);
    const holeArea = Math.hypot(...newell(hole, xyz));
    if (hole.length < 3 || !(holeArea > 2 * leastAreaM2)) continue;
    holes.push(indices.length);
    for (const index of hole) indices.push(index);
    area -= holeArea;
  }
  if (indices.length === 3) return { normal, corners: indices, crossed: false };
  const plane = projected(indices, xyz, normal);
  const corners: number[] = [];
  let covered = 0;
  const found = earcut(plane, holes);
  for (let i = 0; i + 2 < found.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [found[i], found[i + 1], found[i + 2]];
    const twice = cross(plane, a, b, c);
    if (twice === 0) continue;
    covered += Math.abs(twice);
    corners.push(indices[a] ?? 0, indices[twice > 0 ? b : c] ?? 0, indices[twice > 0 ? c : b] ?? 0);
  }
  if (corners.length === 0) return null;
  return { normal, corners, crossed: Math.abs(covered - area) > 0.01 * Math.max(covered, area) };
}

function withoutRepeats(ring: readonly number[], xyz: Float64Array): number[] {
  const same = (a: number, b: number): boolean =>
    a === b ||
    (xyz[a * 3] === xyz[b * 3] && xyz[a * 3 + 1] === xyz[b * 3 + 1] && xyz[a * 3 + 2] === xyz[b * 3 + 2]);
  const kept: number[] = [];
  for (const index of ring) {
    const last = kept.at(-1);
    if (last === undefined || !same(last, index)) kept.push(index);
  }
  while (kept.length > 1 && same(kept[0] ?? 0, kept.at(-1) ?? 0)) kept.pop();
  return kept;
}

/** Twice the vector area of a ring, taken around its first vertex so that large coordinates cost no digits. */
function newell(ring: readonly number[], xyz: Float64Array): [number, number, number] {
  const origin = (ring[0] ?? 0) * 3;
  const [ox, oy, oz] = [xyz[origin] ?? 0, xyz[origin + 1] ?? 0, xyz[origin + 2] ?? 0];
  let [nx, ny, nz] = [0, 0, 0];
  for (let i = 0; i < ring.length; i += 1) {
    const a = (ring[i] ?? 0) * 3;
    const b = (ring[(i + 1) % ring.length] ?? 0) * 3;
    const [ax, ay, az] = [(xyz[a] ?? 0) - ox, (xyz[a + 1] ?? 0) - oy, (xyz[a + 2] ?? 0) - oz];
    const [bx, by, bz] = [(xyz[b] ?? 0) - ox, (xyz[b + 1] ?? 0) - oy, (xyz[b + 2] ?? 0) - oz];
    nx += ay * bz - az * by;
    ny += az * bx - ax * bz;
    nz += ax * by - ay * bx;
  }
  return [nx, ny, nz];
}

/** Plane coordinates, counter-clockwise as seen from the tip of the normal. */
function projected(
  indices: readonly number[],
  xyz: Float64Array,
  normal: readonly [number, number, number],
): number[] {
  const [nx, ny, nz] = normal;
  // Any direction across the normal serves; the axis it leans on least keeps the digits.
  const steep = Math.abs(nz) > 0.7;
  const length = steep ? Math.hypot(ny, nz) : Math.hypot(nx, ny);
  const [ux, uy, uz] = steep ? [0, nz / length, -ny / length] : [-ny / length, nx / length, 0];
  const [vx, vy, vz] = [ny * uz - nz * uy, nz * ux - nx * uz, nx * uy - ny * ux];
  const first = (indices[0] ?? 0) * 3;
  const flat: number[] = [];
  for (const index of indices) {
    const at = index * 3;
    const x = (xyz[at] ?? 0) - (xyz[first] ?? 0);
    const y = (xyz[at + 1] ?? 0) - (xyz[first + 1] ?? 0);
    const z = (xyz[at + 2] ?? 0) - (xyz[first + 2] ?? 0);
    flat.push(x * ux + y * uy + z * uz, x * vx + y * vy + z * vz);
  }
  return flat;
}

function cross(plane: readonly number[], a: number, b: number, c: number): number {
  const [ax, ay] = [plane[a * 2] ?? 0, plane[a * 2 + 1] ?? 0];
  return (
    ((plane[b * 2] ?? 0) - ax) * ((plane[c * 2 + 1] ?? 0) - ay) -
    ((plane[b * 2 + 1] ?? 0) - ay) * ((plane[c * 2] ?? 0) - ax)
  );
}
