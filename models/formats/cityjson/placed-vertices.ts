import type { CityGeometry } from "./city-file.ts";

/** The vertices of a geometry in the local metres; those of a template instance moved to where it stands. */
export function placedVertices(geometry: CityGeometry): Float64Array {
  if (geometry.placement === null) return geometry.vertices;
  const { matrix, reference } = geometry.placement;
  const placed = new Float64Array(geometry.vertices.length);
  for (let at = 0; at < placed.length; at += 3) {
    for (let row = 0; row < 3; row += 1) {
      let sum = (matrix[row * 4 + 3] ?? 0) + (reference.vertices[reference.index * 3 + row] ?? 0);
      for (let column = 0; column < 3; column += 1) {
        sum += (matrix[row * 4 + column] ?? 0) * (geometry.vertices[at + column] ?? 0);
      }
      placed[at + row] = sum;
    }
  }
  return placed;
}
