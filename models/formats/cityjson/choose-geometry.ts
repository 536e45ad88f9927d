import type { CityFileObject, CityGeometry } from "./city-file.ts";

/** `2.2` → 2.2; none stated counts below every stated one. */
export const lodRank = (lod: string): number => {
  const rank = Number.parseFloat(lod);
  return Number.isFinite(rank) ? rank : -1;
};

/** The geometries of an object from the best level of detail down; the file's order decides between equals. */
export const bestFirst = (object: CityFileObject): readonly CityGeometry[] =>
  object.geometries
    .filter((geometry) => geometry.boundaries.length > 0)
    .toSorted((a, b) => lodRank(b.lod) - lodRank(a.lod));
