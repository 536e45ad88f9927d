import type { Area, EastNorth, Road } from "../../community/community.ts";
import type { LocalFrame } from "../crs.ts";
import { twiceSignedArea, wound } from "../plan-outline.ts";
import { classOf, type FeatureClass } from "./feature-class.ts";
import type { Feature } from "./feature-list.ts";
import { inMetres, lineOf, piecesOf } from "./footprint-pieces.ts";

/** The square of the site, metres; roads and parks of a map reach far beyond. */
export interface Site {
  readonly minE: number;
  readonly minN: number;
  readonly maxE: number;
  readonly maxN: number;
}

export interface Surroundings {
  readonly roads: readonly Road[];
  readonly green: readonly Area[];
  readonly water: readonly Area[];
}

const widthM = new Map(Object.entries({ highway: 14, major_road: 11, minor_road: 6, path: 2 }));

/** Roads, green and water of a map, cut to the site. */
export function surroundingsOf(features: readonly Feature[], frame: LocalFrame, site: Site): Surroundings {
  const classed = features.map((feature, i) => ({ feature, kind: classOf(feature), i }));
  const areas = (wanted: "green" | "water"): Area[] =>
    classed.flatMap(({ feature, kind, i }) =>
      kind === wanted ? areasOf(feature, wanted, frame, site, `${wanted}-${i}`) : [],
    );
  const roads = classed.flatMap(({ feature, kind, i }) =>
    kind === "road" || kind === "path" ? roadsOf(feature, kind, frame, site, `road-${i}`) : [],
  );
  return { roads, green: areas("green"), water: areas("water") };
}

function roadsOf(feature: Feature, kind: "road" | "path", frame: LocalFrame, site: Site, id: string): Road[] {
  const { geometryType, coordinates, properties } = feature;
  const lines: unknown[] =
    geometryType === "LineString"
      ? [coordinates]
      : geometryType === "MultiLineString" && Array.isArray(coordinates)
        ? coordinates
        : [];
  return lines
    .map(lineOf)
    .filter((line) => line !== null)
    .flatMap((line) => runsInside(inMetres(line, frame), site))
    .map((centreLine, i) => ({
      id: `${id}-${i}`,
      kind,
      centreLine,
      widthM: widthM.get(String(properties["kind"])) ?? (kind === "path" ? 2 : 7),
    }));
}

function areasOf(
  feature: Feature,
  kind: "green" | "water",
  frame: LocalFrame,
  site: Site,
  id: string,
): Area[] {
  const polygon = feature.geometryType === "Polygon" || feature.geometryType === "MultiPolygon";
  const pieces = polygon ? (piecesOf(feature.geometryType, feature.coordinates) ?? []) : [];
  return pieces
    .map(([outer = []]) => clipped(wound(inMetres(outer, frame), "outer"), site))
    .filter((ring) => ring.length >= 3 && twiceSignedArea(ring) > 2)
    .map((ring, i) => ({ id: `${id}-${i}`, kind: kind === "water" ? "pond" : "lawn", ring }));
}

const inside = ([e, n]: EastNorth, site: Site): boolean =>
  e >= site.minE && e <= site.maxE && n >= site.minN && n <= site.maxN;

/** The stretches of a line whose points lie on the site, one point beyond at each end. */
function runsInside(line: readonly EastNorth[], site: Site): EastNorth[][] {
  const runs: EastNorth[][] = [];
  let run: EastNorth[] = [];
  for (const point of line) {
    if (inside(point, site)) run.push(point);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  runs.push(run);
  return runs.filter((points) => points.length > 1);
}

/** The ring cut to the site, one side after the other (Sutherland and Hodgman). */
function clipped(ring: readonly EastNorth[], site: Site): readonly EastNorth[] {
  const sides: readonly (readonly [axis: 0 | 1, limit: number, sign: 1 | -1])[] = [
    [0, site.minE, 1],
    [0, site.maxE, -1],
    [1, site.minN, 1],
    [1, site.maxN, -1],
  ];
  return sides.reduce<readonly EastNorth[]>((points, [axis, limit, sign]) => {
    const depth = (point: EastNorth): number => sign * (point[axis] - limit);
    return points.flatMap((a, i) => {
      const b = points[(i + 1) % points.length] ?? a;
      const [da, db] = [depth(a), depth(b)];
      const kept: EastNorth[] = da >= 0 ? [a] : [];
      if (da >= 0 !== db >= 0) {
        const share = da / (da - db);
        kept.push([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]);
      }
      return kept;
    });
  }, ring);
}

export const isSurrounding = (kind: FeatureClass): boolean => kind !== "building" && kind !== "other";
