import type { z } from "zod";
import { isSurfaceGeometry, type CityGeometry } from "./city-file.ts";
import type { geometryShape } from "./shapes.ts";

export type ShapedGeometry = z.output<typeof geometryShape>;

/** A checked geometry of surfaces over a vertex table. */
export function surfaceGeometry(geometry: ShapedGeometry, vertices: Float64Array): CityGeometry {
  const { type, lod, boundaries, semantics } = geometry;
  return {
    type: isSurfaceGeometry(type) ? type : "MultiSurface",
    lod: lod === null || lod === undefined ? "" : String(lod).slice(0, 8),
    boundaries,
    semantics: semantics ? { types: semantics.surfaces.map((s) => s.type), values: semantics.values } : null,
    vertices,
    placement: null,
  };
}
