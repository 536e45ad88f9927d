import type { EastNorth } from "../../community/community.ts";
import type { LocalFrame } from "../crs.ts";
import { convexHull, outlineOf, twiceSignedArea, wound } from "../plan-outline.ts";

/** A polygon in file coordinates: outer ring and holes. */
export type Piece = readonly (readonly EastNorth[])[];

/** The polygons of a Polygon or MultiPolygon; null when its coordinates are not rings of finite numbers. */
export function piecesOf(geometryType: string, coordinates: unknown): readonly Piece[] | null {
  if (!Array.isArray(coordinates)) return null;
  const polygons: unknown[] = geometryType === "Polygon" ? [coordinates] : coordinates;
  const pieces: Piece[] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return null;
    const rings = polygon.map(lineOf);
    if (!rings.every((ring) => ring !== null)) return null;
    pieces.push(rings);
  }
  return pieces.length > 0 ? pieces : null;
}

/** A list of positions; null when one is not two finite numbers. */
export function lineOf(positions: unknown): EastNorth[] | null {
  if (!Array.isArray(positions)) return null;
  const line: EastNorth[] = [];
  for (const position of positions as unknown[]) {
    if (!Array.isArray(position)) return null;
    const [x, y]: unknown[] = position;
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y))
      return null;
    line.push([x, y]);
  }
  return line;
}

/** Positions in local metres. */
export function inMetres(line: readonly EastNorth[], frame: LocalFrame): EastNorth[] {
  const xyz = new Float64Array(line.flatMap(([x, y]) => [x, y, 0]));
  frame.toMetres(xyz);
  return line.map((_, i): EastNorth => [xyz[i * 3] ?? 0, xyz[i * 3 + 1] ?? 0]);
}

/** Pinnacles and slivers at the edge of a tile are smaller than a hand and still somebody's id. */
const leastAreaM2 = 0.001;

/**
 * One footprint of all pieces that carry one id: equal pieces count once, pieces cut at a tile's border are joined
 * along the cut; those that do not join are wrapped in a hull. Empty when there is no area.
 */
export function footprintOf(pieces: readonly Piece[]): readonly (readonly EastNorth[])[] {
  const distinct = new Map(
    pieces
      .map((piece) => piece.map((ring, i) => wound(ring, i === 0 ? "outer" : "hole")))
      .filter(
        ([outer]) => outer !== undefined && outer.length >= 3 && twiceSignedArea(outer) > 2 * leastAreaM2,
      )
      .map((piece) => [JSON.stringify(piece[0]), piece.filter((ring) => ring.length >= 3)]),
  );
  const [first, ...others] = distinct.values();
  if (!first) return [];
  if (others.length === 0) return first;
  const outline = outlineOf([first, ...others]);
  if (outline) return outline;
  const hull = convexHull([first, ...others].flatMap(([outer]) => outer ?? []));
  return hull.length >= 3 ? [hull] : [];
}
