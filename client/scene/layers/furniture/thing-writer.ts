import { BufferAttribute, BufferGeometry } from "three";

/** What a thing is of; the shader tells them apart. What glows can be switched off. */
export const Stuff = { matt: 0, unlit: 10, gloss: 60, glass: 120, leaf: 180, glow: 240 } as const;
export type Stuff = (typeof Stuff)[keyof typeof Stuff];

export interface Coat {
  readonly hex: number;
  readonly stuff: Stuff;
}

export const coat = (hex: number, stuff: Stuff = Stuff.matt): Coat => ({ hex, stuff });

type Point = readonly [x: number, y: number, z: number];

/**
 * Writes small solids of one colour each into one geometry. A thing is drawn in its own frame, x to its right, y up,
 * z backwards (it looks along −z), and set down by place, heading and scale.
 */
export class ThingWriter {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #colours: number[] = [];
  #cos = 1;
  #sin = 0;
  #at: Point = [0, 0, 0];
  #scale = 1;

  get vertexCount(): number {
    return this.#positions.length / 3;
  }

  /** Where the following solids go: scene coordinates, heading clockwise from north. */
  setDown(x: number, y: number, z: number, headingDeg: number, scale = 1): void {
    const turn = (headingDeg * Math.PI) / 180;
    this.#cos = Math.cos(turn);
    this.#sin = Math.sin(turn);
    this.#at = [x, y, z];
    this.#scale = scale;
  }

  box(x: number, y: number, z: number, width: number, height: number, depth: number, paint: Coat): void {
    const [w, d] = [width / 2, depth / 2];
    this.prism(
      [
        [x - w, z - d],
        [x - w, z + d],
        [x + w, z + d],
        [x + w, z - d],
      ],
      y,
      y + height,
      paint,
    );
  }

  /** An upright prism over a ring of `[x, z]`, counter-clockwise as seen from above with z towards the reader. */
  prism(
    ring: readonly (readonly [number, number])[],
    bottom: number,
    top: number,
    paint: Coat,
    taper = 1,
  ): void {
    const n = ring.length;
    const [cx, cz] = [ring.reduce((sum, p) => sum + p[0], 0) / n, ring.reduce((sum, p) => sum + p[1], 0) / n];
    const low: Point[] = ring.map(([x, z]) => [x, bottom, z]);
    const high: Point[] = ring.map(([x, z]) => [cx + (x - cx) * taper, top, cz + (z - cz) * taper]);
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      const [a, b, c, d] = [low[i], low[j], high[j], high[i]];
      if (a && b && c && d) this.face([a, b, c, d], paint);
    }
    this.face(high, paint);
  }

  /** A post, pipe or ball-like drum with so many sides. */
  drum(
    x: number,
    y: number,
    z: number,
    radius: number,
    height: number,
    sides: number,
    paint: Coat,
    taper = 1,
  ): void {
    const ring = Array.from({ length: sides }, (_, i) => {
      const angle = (-i / sides) * 2 * Math.PI;
      return [x + Math.cos(angle) * radius, z + Math.sin(angle) * radius] as const;
    });
    this.prism(ring, y, y + height, paint, taper);
  }

  /** A profile in (z, y), front to the left, pulled across the width: cars, roofs, slides. */
  profile(outline: readonly (readonly [z: number, y: number])[], width: number, paint: Coat, x = 0): void {
    const left: Point[] = outline.map(([z, y]) => [x - width / 2, y, z]);
    const right: Point[] = outline.map(([z, y]) => [x + width / 2, y, z]);
    const n = outline.length;
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      const [a, b, c, d] = [left[i], right[i], right[j], left[j]];
      if (a && b && c && d) this.face([a, b, c, d], paint);
    }
    this.face(left, paint);
    this.face(right.toReversed(), paint);
  }

  /** A flat, convex face, counter-clockwise as seen. */
  face(points: readonly Point[], paint: Coat): void {
    const [p, q, r] = points;
    if (!p || !q || !r) return;
    const n = normalOf(p, q, r);
    for (let i = 2; i < points.length; i++) {
      const [b, c] = [points[i - 1], points[i]];
      if (!b || !c) continue;
      for (const corner of [p, b, c]) this.#vertex(corner, n, paint);
    }
  }

  geometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(new Float32Array(this.#positions), 3));
    geometry.setAttribute("normal", new BufferAttribute(new Int8Array(this.#normals), 4, true));
    geometry.setAttribute("aCoat", new BufferAttribute(new Uint8Array(this.#colours), 4, true));
    return geometry;
  }

  #vertex([x, y, z]: Point, [nx, ny, nz]: Point, { hex, stuff }: Coat): void {
    const s = this.#scale;
    this.#positions.push(
      this.#at[0] + (x * this.#cos - z * this.#sin) * s,
      this.#at[1] + y * s,
      this.#at[2] + (x * this.#sin + z * this.#cos) * s,
    );
    this.#normals.push(
      Math.round((nx * this.#cos - nz * this.#sin) * 127),
      Math.round(ny * 127),
      Math.round((nx * this.#sin + nz * this.#cos) * 127),
      0,
    );
    this.#colours.push((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, stuff);
  }
}

function normalOf(p: Point, q: Point, r: Point): Point {
  const [ux, uy, uz] = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
  const [vx, vy, vz] = [r[0] - p[0], r[1] - p[1], r[2] - p[2]];
  const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
  const length = Math.hypot(...n) || 1;
  return [n[0] / length, n[1] / length, n[2] / length];
}
