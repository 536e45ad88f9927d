import { isSimpleRing } from "../../community/geometry.ts";
import { text, type Text } from "../../language/text.ts";
import { jsonPath } from "../json-path.ts";
import { classOf } from "./feature-class.ts";
import type { Feature } from "./feature-list.ts";
import { piecesOf } from "./footprint-pieces.ts";

export interface OutlineFault {
  /** Path to it in the file. */
  readonly where: string;
  readonly sentence: Text;
}

const notRings = text("坐标应为由环组成的列表", "the coordinates must be a list of rings");
const notPositions = text("环应为由位置组成的列表", "a ring must be a list of positions");
const notNumbers = text(
  "位置应为两个数 [经度, 纬度]",
  "a position must be two numbers [longitude, latitude]",
);
const fewCorners = text("环少于三个不同的顶点", "its ring has fewer than three different corners");
const crossed = text("轮廓自相交，面积互相抵消", "its outline crosses itself so that its area cancels out");
const flat = text("轮廓没有面积", "its outline has no area");

/** The first building of a list whose outline cannot be drawn, with where and why; null when there is none. */
export function firstOutlineFault(features: readonly Feature[]): OutlineFault | null {
  for (const feature of features) {
    const { geometryType: type, coordinates } = feature;
    if (classOf(feature) !== "building" || (type !== "Polygon" && type !== "MultiPolygon")) continue;
    const { path, sentence } = faultIn(type, coordinates);
    return { where: jsonPath(feature.where, ["geometry", "coordinates", ...path]), sentence };
  }
  return null;
}

interface Found {
  readonly path: readonly number[];
  readonly sentence: Text;
}

function faultIn(type: "Polygon" | "MultiPolygon", coordinates: unknown): Found {
  const polygons: readonly unknown[] =
    type === "Polygon" ? [coordinates] : Array.isArray(coordinates) ? coordinates : [];
  for (const [p, polygon] of polygons.entries()) {
    const place = type === "Polygon" ? [] : [p];
    if (!Array.isArray(polygon) || polygon.length === 0) return { path: place, sentence: notRings };
    for (const [r, ring] of (polygon as unknown[]).entries()) {
      if (!Array.isArray(ring)) return { path: [...place, r], sentence: notPositions };
      const bad = (ring as unknown[]).findIndex((position) => !isPosition(position));
      if (bad >= 0) return { path: [...place, r, bad], sentence: notNumbers };
    }
  }
  const rings = (piecesOf(type, coordinates) ?? []).map(([outer = []]) => outer);
  const [ring] = rings;
  if (ring === undefined) return { path: [], sentence: notRings };
  const corners = new Map(ring.map((corner) => [corner.join(" "), corner]));
  if (corners.size < 3) return { path: [], sentence: fewCorners };
  return { path: [], sentence: isSimpleRing([...corners.values()]) ? flat : crossed };
}

const isPosition = (position: unknown): boolean =>
  Array.isArray(position) && [0, 1].every((axis) => Number.isFinite(position[axis]));
