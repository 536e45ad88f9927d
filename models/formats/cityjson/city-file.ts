/** A CityJSON document or sequence past the border: shapes checked, every vertex index in range, numbers sane. */
export interface CityFile {
  readonly format: "CityJSON" | "CityJSONSeq";
  readonly version: string;
  /** `metadata.referenceSystem` as written; null when the file states none. */
  readonly referenceSystem: string | null;
  readonly title: string | null;
  readonly objects: readonly CityFileObject[];
  /** Every vertex table of the file (one, or one per feature), x y z in the file's own system, transform applied. */
  readonly vertexTables: readonly Float64Array[];
  readonly texturesDeclared: number;
  /** Names of the extensions it says it uses. */
  readonly extensions: readonly string[];
}

export type Scalar = string | number | boolean | null;

export interface CityFileObject {
  readonly id: string;
  readonly type: string;
  readonly parents: readonly string[];
  readonly attributes: Readonly<Record<string, Scalar>>;
  readonly geometries: readonly CityGeometry[];
}

export interface CityGeometry {
  readonly type: SurfaceGeometryType;
  /** As written (`2.2`, `1`); empty when the file gives none. */
  readonly lod: string;
  /** Nested as `type` says, the innermost arrays being rings of vertex indices. */
  readonly boundaries: readonly unknown[];
  readonly semantics: SurfaceSemantics | null;
  readonly vertices: Float64Array;
  /** Set for an instance of a template, whose `vertices` are metres around a point of the file. */
  readonly placement: TemplatePlacement | null;
}

export interface SurfaceSemantics {
  /** Types of the semantic surfaces, e.g. `RoofSurface`. */
  readonly types: readonly string[];
  /** Indices into `types`, nested like the boundaries down to the surface. */
  readonly values: unknown;
}

export interface TemplatePlacement {
  /** Row-major 4 × 4. */
  readonly matrix: readonly number[];
  readonly reference: { readonly vertices: Float64Array; readonly index: number };
}

/** How many levels of arrays stand above a surface (the list of its rings). */
export const levelsAboveSurface = {
  MultiSurface: 1,
  CompositeSurface: 1,
  Solid: 2,
  MultiSolid: 3,
  CompositeSolid: 3,
} as const;

export type SurfaceGeometryType = keyof typeof levelsAboveSurface;

export const isSurfaceGeometry = (type: string): type is SurfaceGeometryType =>
  Object.hasOwn(levelsAboveSurface, type);
