import { notes } from "../notes.ts";
import type { Tally } from "../tally.ts";
import { isSurfaceGeometry, levelsAboveSurface, type SurfaceSemantics } from "./city-file.ts";
import type { ShapedGeometry } from "./shapes.ts";

/**
 * The semantics of a geometry as far as they can be trusted: values that are not nested and counted like the surfaces
 * fit none of them, a value that names no semantic surface says nothing of its own.
 */
export function fittingSemantics(geometry: ShapedGeometry, tally: Tally): SurfaceSemantics | null {
  const { type, boundaries, semantics } = geometry;
  if (!semantics || !isSurfaceGeometry(type)) return null;
  const types = semantics.surfaces.map((surface) => surface.type);
  const values = semantics.values ?? null;
  if (!fits(boundaries, values, levelsAboveSurface[type])) {
    tally.add(notes.semanticsMisfit);
    return null;
  }
  tally.add(notes.semanticsGone, strays(values, types.length));
  return { types, values };
}

/** Null stands for a whole level that says nothing. */
function fits(boundaries: readonly unknown[], values: unknown, levels: number): boolean {
  if (values === null) return true;
  if (!Array.isArray(values) || values.length !== boundaries.length) return false;
  return values.every((value: unknown, i) => {
    if (levels === 1) return value === null || typeof value === "number";
    const below = boundaries[i];
    return Array.isArray(below) && fits(below, value, levels - 1);
  });
}

function strays(values: unknown, types: number): number {
  if (Array.isArray(values)) return values.reduce<number>((sum, value) => sum + strays(value, types), 0);
  if (typeof values !== "number") return 0;
  return Number.isInteger(values) && values >= 0 && values < types ? 0 : 1;
}
