import type { Building, BuildingUse } from "../../../models/community/community.ts";

/** Buildings by use, the most frequent first. */
export function byUse(
  buildings: readonly Pick<Building, "use">[],
): readonly (readonly [BuildingUse, number])[] {
  const counts = new Map<BuildingUse, number>();
  for (const { use } of buildings) counts.set(use, (counts.get(use) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** Classes of height by storeys: houses, walk-ups, with lift, high, very high. */
const classes = [3, 6, 11, 18, Number.POSITIVE_INFINITY] as const;

export interface StoreyClass {
  readonly from: number;
  /** Null for the open one. */
  readonly to: number | null;
  readonly buildings: number;
}

/** How many buildings of how many storeys; classes without any are left out, as are buildings of unknown storeys. */
export function byStoreys(buildings: readonly Pick<Building, "storeys">[]): readonly StoreyClass[] {
  return classes
    .map((to, i) => {
      const from = (classes[i - 1] ?? 0) + 1;
      const here = buildings.filter(({ storeys }) => storeys !== null && storeys >= from && storeys <= to);
      return { from, to: Number.isFinite(to) ? to : null, buildings: here.length };
    })
    .filter((each) => each.buildings > 0);
}
