import type { CityObject, CommunityCounts } from "../../models/community/community.ts";
import type { MessageKey } from "../language/messages.ts";

const counted: readonly (readonly [keyof CommunityCounts, MessageKey])[] = [
  ["buildings", "open.buildingCount"],
  ["parts", "office.parts"],
  ["storeys", "card.storeys"],
  ["dwellings", "open.dwellingCount"],
  ["vertices", "office.vertices"],
  ["triangles", "office.triangles"],
];

/** The counts worth saying: a model without faces has no vertices to speak of. Buildings always. */
export function saidCounts(
  counts: CommunityCounts,
): readonly { readonly key: MessageKey; readonly count: number }[] {
  return counted
    .filter(([name]) => name === "buildings" || counts[name] > 0)
    .map(([name, key]) => ({ key, count: counts[name] }));
}

/** The levels of detail a model is drawn in and how many objects in each, the finest first. */
export function levelsOfDetail(
  objects: readonly Pick<CityObject, "lod">[],
): readonly { readonly lod: string; readonly objects: number }[] {
  const levels = new Map<string, number>();
  for (const { lod } of objects) if (lod !== "") levels.set(lod, (levels.get(lod) ?? 0) + 1);
  return [...levels]
    .map(([lod, count]) => ({ lod, objects: count }))
    .toSorted((a, b) => b.lod.localeCompare(a.lod, "en", { numeric: true }));
}
