import { levelsAboveSurface, type CityGeometry } from "./city-file.ts";

/** One surface: its outer ring and holes as vertex indices, and the type of its semantic surface if it has one. */
export interface Face {
  readonly rings: readonly (readonly number[])[];
  readonly semantic: string | null;
}

/** The surfaces of a geometry, shells and solids flattened. */
export function* facesOf(geometry: CityGeometry): Generator<Face> {
  yield* below(geometry.boundaries, geometry.semantics?.values, levelsAboveSurface[geometry.type], geometry);
}

function* below(
  list: readonly unknown[],
  values: unknown,
  levels: number,
  geometry: CityGeometry,
): Generator<Face> {
  for (let i = 0; i < list.length; i += 1) {
    const value: unknown = Array.isArray(values) ? values[i] : undefined;
    const item = list[i] as readonly unknown[];
    if (levels > 1) yield* below(item, value, levels - 1, geometry);
    else {
      yield {
        rings: item as readonly (readonly number[])[],
        semantic: typeof value === "number" ? (geometry.semantics?.types[value] ?? null) : null,
      };
    }
  }
}
