import type { Tally } from "../tally.ts";
import { isSurfaceGeometry, type CityGeometry } from "./city-file.ts";
import { fittingSemantics } from "./fitting-semantics.ts";
import type { ShapedGeometry } from "./shapes.ts";

/** A checked geometry of surfaces over a vertex table. */
export function surfaceGeometry(
  geometry: ShapedGeometry,
  vertices: Float64Array,
  tally: Tally,
): CityGeometry {
  const { type, lod, boundaries } = geometry;
  return {
    type: isSurfaceGeometry(type) ? type : "MultiSurface",
    lod: lod === null || lod === undefined ? "" : String(lod).slice(0, 8),
    boundaries,
    semantics: fittingSemantics(geometry, tally),
    vertices,
    placement: null,
  };
}
