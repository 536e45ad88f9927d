import { surfaceKinds, type CityMesh, type CityObject, type SurfaceKind } from "../../community/community.ts";

/** A triangle soup that grows by doubling, so that its final size need not be known. */
export class GrowingMesh {
  #positions = new Float32Array(3 * 4096);
  #normals = new Float32Array(3 * 4096);
  #surfaces = new Uint8Array(4096);
  #objectOf = new Uint32Array(4096);
  #count = 0;

  get vertexCount(): number {
    return this.#count;
  }

  /** Adds vertices `corners` of the `xyz` triples with one normal. */
  add(
    corners: readonly number[],
    xyz: Float64Array,
    normal: readonly [number, number, number],
    kind: SurfaceKind,
    object: number,
  ): void {
    this.#reserve(this.#count + corners.length);
    const surface = surfaceKinds.indexOf(kind);
    for (const corner of corners) {
      const at = this.#count * 3;
      for (let axis = 0; axis < 3; axis += 1) {
        this.#positions[at + axis] = xyz[corner * 3 + axis] ?? 0;
        this.#normals[at + axis] = normal[axis] ?? 0;
      }
      this.#surfaces[this.#count] = surface;
      this.#objectOf[this.#count] = object;
      this.#count += 1;
    }
  }

  finish(objects: readonly CityObject[]): CityMesh {
    return {
      positions: this.#positions.slice(0, this.#count * 3),
      normals: this.#normals.slice(0, this.#count * 3),
      surfaces: this.#surfaces.slice(0, this.#count),
      objectOf: this.#objectOf.slice(0, this.#count),
      objects,
    };
  }

  #reserve(count: number): void {
    if (count <= this.#surfaces.length) return;
    const room = Math.max(count, this.#surfaces.length * 2);
    const [positions, normals] = [new Float32Array(room * 3), new Float32Array(room * 3)];
    const [surfaces, objectOf] = [new Uint8Array(room), new Uint32Array(room)];
    positions.set(this.#positions);
    normals.set(this.#normals);
    surfaces.set(this.#surfaces);
    objectOf.set(this.#objectOf);
    [this.#positions, this.#normals, this.#surfaces, this.#objectOf] = [
      positions,
      normals,
      surfaces,
      objectOf,
    ];
  }
}
