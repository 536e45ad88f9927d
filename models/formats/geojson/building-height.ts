/** What a footprint's properties say of its heights, metres. */
export interface StatedHeights {
  readonly baseM: number;
  readonly heightM: number;
  /** True when no height was stated: it comes from levels, or from the size of the footprint. */
  readonly estimated: boolean;
  readonly storeys: number | null;
  /** Whether a height or a number of levels is stated that can be none. */
  readonly unread: boolean;
}

const storeyM = 3;
const tallestM = 1000;
const mostLevels = 200;
const topNames = ["height", "building:height", "measuredHeight"];
const levelNames = ["building:levels", "levels", "num_floors", "floors", "storeys"];

/**
 * Heights by the properties OpenStreetMap, Tilezen and OSM Buildings use. A height of 0 is none. Without height and
 * levels a guess by footprint area: a shed 3 m, a small house 6 m, a house 9 m, anything larger 12 m.
 */
export function statedHeights(properties: Readonly<Record<string, unknown>>, areaM2: number): StatedHeights {
  const top = first(properties, topNames, tallestM);
  const levels = first(properties, levelNames, mostLevels);
  const unread =
    (top === null && isStated(properties, topNames)) || (levels === null && isStated(properties, levelNames));
  const base =
    first(properties, ["min_height", "minHeight", "building:min_height"], tallestM) ??
    (first(properties, ["min_level", "building:min_level"], mostLevels) ?? 0) * storeyM;
  const storeys = levels === null ? null : Math.max(1, Math.round(levels));
  if (top !== null) {
    const baseM = base < top ? base : 0;
    return { baseM, heightM: top - baseM, estimated: false, storeys, unread };
  }
  const guess = storeys === null ? byArea(areaM2) : storeys * storeyM;
  return { baseM: base, heightM: guess > base ? guess - base : storeyM, estimated: true, storeys, unread };
}

/** Whether one of them says something; 0 and nothing say nothing. */
const isStated = (properties: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.some((name) => !["", "0", "null", "undefined"].includes(String(properties[name]).trim()));

function byArea(areaM2: number): number {
  if (areaM2 < 40) return 3;
  if (areaM2 < 150) return 6;
  return areaM2 < 400 ? 9 : 12;
}

/** The first property that is a positive number up to `most`, written as a number or as `24`, `24 m`, `24.5m`. */
function first(
  properties: Readonly<Record<string, unknown>>,
  names: readonly string[],
  most: number,
): number | null {
  for (const name of names) {
    const stated = properties[name];
    const value = typeof stated === "string" ? metresIn(stated) : stated;
    if (typeof value === "number" && value > 0 && value <= most) return value;
  }
  return null;
}

function metresIn(stated: string): number | null {
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*(m|ft|')?\s*$/.exec(stated) ?? [];
  if (number === undefined) return null;
  return Number(number) * (unit === "ft" || unit === "'" ? 0.3048 : 1);
}
