import type { CityMesh, CityObject } from "./community.ts";

/**
 * The mesh as one block of bytes: u32 vertex count n, then 3n float32 positions, 3n float32 normals, n uint32 object
 * indices, n uint8 surface kinds; little endian.
 */
export function meshBytes(mesh: CityMesh): Uint8Array {
  const n = mesh.positions.length / 3;
  const bytes = new Uint8Array(4 + n * (12 + 12 + 4 + 1));
  new DataView(bytes.buffer).setUint32(0, n, true);
  let at = 4;
  for (const part of [mesh.positions, mesh.normals, mesh.objectOf, mesh.surfaces]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** @throws when the length does not fit the vertex count. */
export function meshFromBytes(bytes: ArrayBuffer, objects: readonly CityObject[]): CityMesh {
  const n = bytes.byteLength >= 4 ? new DataView(bytes).getUint32(0, true) : 0;
  if (bytes.byteLength !== 4 + n * 29)
    throw new Error(`mesh of ${n} vertices should have ${4 + n * 29} bytes, has ${bytes.byteLength}`);
  let at = 4;
  const next = (length: number): ArrayBuffer => bytes.slice(at, (at += length));
  return {
    positions: new Float32Array(next(n * 12)),
    normals: new Float32Array(next(n * 12)),
    objectOf: new Uint32Array(next(n * 4)),
    surfaces: new Uint8Array(next(n)),
    objects,
  };
}
