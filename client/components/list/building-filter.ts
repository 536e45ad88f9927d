import type { Building } from "../../../models/community/community.ts";
import { priorities } from "../../../models/device/kind.ts";
import type { BuildingStanding } from "../building-standings.ts";
import { folded, holdsAll, wantedWords } from "./wanted-words.ts";

export const buildingOrders = ["name", "height", "state"] as const;
export type BuildingOrder = (typeof buildingOrders)[number];

const urgencyOf = (standing: BuildingStanding | undefined): number =>
  standing?.worst == null ? 0 : priorities.length - priorities.indexOf(standing.worst);

/** The buildings every word fits, in order; those that are equal in it by name. */
export function orderBuildings<B extends Pick<Building, "id" | "type" | "heightM">>(
  buildings: readonly B[],
  nameOf: (building: B) => string,
  words: string,
  order: BuildingOrder,
  standings: ReadonlyMap<string, BuildingStanding>,
  collator: Intl.Collator,
): readonly B[] {
  const wanted = wantedWords(words);
  const found = buildings.filter((building) =>
    holdsAll(folded(`${nameOf(building)} ${building.id} ${building.type}`), wanted),
  );
  const byName = (a: B, b: B): number => collator.compare(nameOf(a), nameOf(b));
  if (order === "height") return found.toSorted((a, b) => b.heightM - a.heightM || byName(a, b));
  if (order === "state")
    return found.toSorted(
      (a, b) => urgencyOf(standings.get(b.id)) - urgencyOf(standings.get(a.id)) || byName(a, b),
    );
  return found.toSorted(byName);
}
