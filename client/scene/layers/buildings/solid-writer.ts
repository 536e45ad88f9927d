import { BufferAttribute, BufferGeometry } from "three";
import earcut from "earcut";
import type { EastNorth } from "../../../../models/community/community.ts";

/** What a face is made like; the façade shader draws each kind. */
export const Face = {
  plain: 0,
  windows: 1,
  balconyDoors: 2,
  stairStrip: 3,
  curtainGlass: 4,
  railing: 5,
  roof: 6,
  louvre: 7,
  solar: 8,
  massing: 9,
  generic: 10,
  bayWindow: 11,
  shop: 12,
} as const;
export type Face = (typeof Face)[keyof typeof Face];

/** Which colour of the building's palette a face takes. */
export const Paint = { wall: 0, accent: 1, base: 2, trim: 3, railing: 4, roof: 5, metal: 6 } as const;
export type Paint = (typeof Paint)[keyof typeof Paint];

export interface Finish {
  readonly face: Face;
  readonly paint: Paint;
  /** 0 … 255; decides window types of a column, so that mirrored halves can share it. */
  readonly seed: number;
}

const floatsPerVertex = 3 + 4;

/**
 * Writes walls and roofs of many buildings into one geometry. Points come in a plan frame (metres, any rotation) and
 * go out in the scene's axes (x east, y up, z south). Wall coordinates are metres: along, and above the first floor.
 */
export class SolidWriter {
  #floats = new Float32Array(4096 * floatsPerVertex);
  #normals = new Int8Array(4096 * 4);
  #parts = new Uint8Array(4096 * 4);
  #owners = new Uint16Array(4096 * 2);
  #indices = new Uint32Array(8192);
  #vertices = 0;
  #indexCount = 0;
  #building = 0;
  #storeyHeightM = 3;
  #firstFloorM = 0;
  #origin: EastNorth = [0, 0];
  #axis: EastNorth = [1, 0];

  get vertexCount(): number {
    return this.#vertices;
  }

  /** Whose faces follow: row of the style table, height of the first floor, storey height. */
  startBuilding(building: number, firstFloorM: number, storeyHeightM: number): void {
    this.#building = building;
    this.#firstFloorM = firstFloorM;
    this.#storeyHeightM = storeyHeightM;
  }

  /** The plan frame: its origin in east-north metres and the direction of its x axis. */
  setFrame(origin: EastNorth, axis: EastNorth): void {
    this.#origin = origin;
    this.#axis = axis;
  }

  /** A wall from a to b as one walks with the outside on the right; `along` continues wall coordinates. */
  wall(
    a: EastNorth,
    b: EastNorth,
    bottomM: number,
    topM: number,
    finish: Finish,
    along = 0,
    lengthM?: number,
  ): void {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 0.02 || topM - bottomM < 0.02) return;
    const [ax, az] = this.#ground(a);
    const [bx, bz] = this.#ground(b);
    const [nx, nz] = this.#turned((b[1] - a[1]) / length, -(b[0] - a[0]) / length);
    const first = this.#room(4, 6);
    const low = bottomM - this.#firstFloorM;
    const high = topM - this.#firstFloorM;
    const whole = lengthM ?? length;
    this.#vertex(ax, bottomM, az, nx, 0, nz, along, whole, low, finish);
    this.#vertex(bx, bottomM, bz, nx, 0, nz, along + length, whole, low, finish);
    this.#vertex(bx, topM, bz, nx, 0, nz, along + length, whole, high, finish);
    this.#vertex(ax, topM, az, nx, 0, nz, along, whole, high, finish);
    this.#quad(first);
  }

  /** A level polygon seen from above (or from below). */
  flat(rings: readonly (readonly EastNorth[])[], heightM: number, finish: Finish, up = true): void {
    const flatCoordinates: number[] = [];
    const holes: number[] = [];
    for (const ring of rings) {
      if (flatCoordinates.length > 0) holes.push(flatCoordinates.length / 2);
      for (const [x, y] of ring) flatCoordinates.push(x, y);
    }
    const triangles = earcut(flatCoordinates, holes);
    const count = flatCoordinates.length / 2;
    const first = this.#room(count, triangles.length);
    for (let i = 0; i < count; i++) {
      const x = flatCoordinates[2 * i] ?? 0;
      const y = flatCoordinates[2 * i + 1] ?? 0;
      const [sx, sz] = this.#ground([x, y]);
      this.#vertex(sx, heightM, sz, 0, up ? 1 : -1, 0, x, 1, y, finish);
    }
    for (let i = 0; i < triangles.length; i += 3) {
      const [p, q, r] = [triangles[i] ?? 0, triangles[i + 1] ?? 0, triangles[i + 2] ?? 0];
      const ccw = this.#turnsLeft(flatCoordinates, p, q, r);
      this.#indices[this.#indexCount++] = first + p;
      this.#indices[this.#indexCount++] = first + (ccw === up ? q : r);
      this.#indices[this.#indexCount++] = first + (ccw === up ? r : q);
    }
  }

  /** A free quad, counter-clockwise as seen; corners are `[x, y, height]` of the plan frame. */
  quad(
    corners: readonly (readonly [number, number, number])[],
    finish: Finish,
    uLength: number,
    vLength: number,
  ): void {
    const [a, b, , d] = corners;
    if (!a || !b || !d) return;
    const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const [vx, vy, vz] = [d[0] - a[0], d[1] - a[1], d[2] - a[2]];
    let [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const length = Math.hypot(nx, ny, nz) || 1;
    [nx, ny, nz] = [nx / length, ny / length, nz / length];
    const [tx, tz] = this.#turned(nx, ny);
    const first = this.#room(4, 6);
    corners.forEach(([x, y, h], i) => {
      const [sx, sz] = this.#ground([x, y]);
      this.#vertex(
        sx,
        h,
        sz,
        tx,
        nz,
        tz,
        i === 1 || i === 2 ? uLength : 0,
        uLength,
        i > 1 ? vLength : 0,
        finish,
      );
    });
    this.#quad(first);
  }

  /** Walls of a box and its top; `open` leaves out the side towards +y (against another wall). */
  box(
    west: number,
    south: number,
    east: number,
    north: number,
    bottomM: number,
    topM: number,
    side: Finish,
    top: Finish = side,
    open: "none" | "north" | "south" = "none",
    underside = false,
  ): void {
    if (open !== "south") this.wall([west, south], [east, south], bottomM, topM, side);
    this.wall([east, south], [east, north], bottomM, topM, side);
    if (open !== "north") this.wall([east, north], [west, north], bottomM, topM, side);
    this.wall([west, north], [west, south], bottomM, topM, side);
    const ring: EastNorth[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    this.flat([ring], topM, top);
    if (underside) this.flat([ring], bottomM, top, false);
  }

  geometry(): BufferGeometry {
    const n = this.#vertices;
    const geometry = new BufferGeometry();
    const positions = new Float32Array(n * 3);
    const walls = new Float32Array(n * 4);
    for (let i = 0; i < n; i++) {
      const at = i * floatsPerVertex;
      positions.set(this.#floats.subarray(at, at + 3), i * 3);
      walls.set(this.#floats.subarray(at + 3, at + 7), i * 4);
    }
    geometry.setAttribute("position", new BufferAttribute(positions, 3));
    geometry.setAttribute("aWall", new BufferAttribute(walls, 4));
    geometry.setAttribute("normal", new BufferAttribute(this.#normals.slice(0, n * 4), 4, true));
    geometry.setAttribute("aPart", new BufferAttribute(this.#parts.slice(0, n * 4), 4));
    geometry.setAttribute("aOwner", new BufferAttribute(this.#owners.slice(0, n * 2), 2));
    geometry.setIndex(new BufferAttribute(this.#indices.slice(0, this.#indexCount), 1));
    geometry.computeBoundingSphere();
    return geometry;
  }

  #turned(x: number, y: number): readonly [x: number, z: number] {
    const [ax, ay] = this.#axis;
    return [x * ax - y * ay, -(x * ay + y * ax)];
  }

  #ground([x, y]: EastNorth): readonly [x: number, z: number] {
    const [tx, tz] = this.#turned(x, y);
    return [this.#origin[0] + tx, tz - this.#origin[1]];
  }

  #turnsLeft(xy: readonly number[], p: number, q: number, r: number): boolean {
    const at = (i: number): number => xy[i] ?? 0;
    const [px, py] = [at(2 * p), at(2 * p + 1)];
    return (at(2 * q) - px) * (at(2 * r + 1) - py) - (at(2 * q + 1) - py) * (at(2 * r) - px) > 0;
  }

  #vertex(
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    u: number,
    length: number,
    v: number,
    finish: Finish,
  ): void {
    const i = this.#vertices++;
    const at = i * floatsPerVertex;
    const floats = this.#floats;
    floats[at] = x;
    floats[at + 1] = y;
    floats[at + 2] = z;
    floats[at + 3] = u;
    floats[at + 4] = length;
    floats[at + 5] = v;
    floats[at + 6] = this.#storeyHeightM;
    const n = i * 4;
    this.#normals[n] = Math.round(nx * 127);
    this.#normals[n + 1] = Math.round(ny * 127);
    this.#normals[n + 2] = Math.round(nz * 127);
    this.#parts[n] = finish.face;
    this.#parts[n + 1] = finish.paint;
    this.#parts[n + 2] = finish.seed;
    this.#owners[i * 2] = this.#building;
  }

  #quad(first: number): void {
    for (const step of [0, 1, 2, 0, 2, 3]) this.#indices[this.#indexCount++] = first + step;
  }

  /** Makes room and answers the number of the next vertex. */
  #room(vertices: number, indices: number): number {
    const need = this.#vertices + vertices;
    if (need * floatsPerVertex > this.#floats.length) {
      const size = Math.ceil(need * 1.5);
      this.#floats = grown(this.#floats, new Float32Array(size * floatsPerVertex));
      this.#normals = grown(this.#normals, new Int8Array(size * 4));
      this.#parts = grown(this.#parts, new Uint8Array(size * 4));
      this.#owners = grown(this.#owners, new Uint16Array(size * 2));
    }
    if (this.#indexCount + indices > this.#indices.length)
      this.#indices = grown(this.#indices, new Uint32Array(Math.ceil((this.#indexCount + indices) * 1.5)));
    return this.#vertices;
  }
}

function grown<A extends { set(from: A): void }>(from: A, to: A): A {
  to.set(from);
  return to;
}
