import { useMemo } from "react";
import type { Building } from "../../../models/community/community.ts";
import { priorities } from "../../../models/device/kind.ts";
import type { BuildingStanding } from "../building-standings.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import { BuildingRow } from "./building-row.tsx";
import { VirtualList } from "./virtual-list.tsx";

export const buildingOrders = ["name", "height", "state"] as const;
export type BuildingOrder = (typeof buildingOrders)[number];

const urgencyOf = (standing: BuildingStanding | undefined): number =>
  standing?.worst == null ? 0 : priorities.length - priorities.indexOf(standing.worst);

/** The buildings every word fits, in order. */
function orderBuildings(
  buildings: readonly Building[],
  nameOf: (building: Building) => string,
  words: string,
  order: BuildingOrder,
  standings: ReadonlyMap<string, BuildingStanding>,
  collator: Intl.Collator,
): readonly Building[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = buildings.filter((building) => {
    const haystack = `${nameOf(building)} ${building.id} ${building.type}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
  const byName = (a: Building, b: Building): number => collator.compare(nameOf(a), nameOf(b));
  if (order === "height") return found.toSorted((a, b) => b.heightM - a.heightM || byName(a, b));
  if (order === "state")
    return found.toSorted(
      (a, b) => urgencyOf(standings.get(b.id)) - urgencyOf(standings.get(a.id)) || byName(a, b),
    );
  return found.toSorted(byName);
}

export function useBuildingListing(
  words: string,
  order: BuildingOrder,
  standings: ReadonlyMap<string, BuildingStanding>,
): readonly Building[] {
  const { community } = useDesk();
  const { say, language } = useWords();
  return useMemo(
    () =>
      orderBuildings(
        community.buildings,
        (building) => say(building.name),
        words,
        order,
        standings,
        new Intl.Collator(language, { numeric: true }),
      ),
    [community, say, words, order, standings, language],
  );
}

export function BuildingList({ buildings }: { readonly buildings: readonly Building[] }) {
  const { view } = useDesk();
  const { t } = useWords();
  const selection = useSignal(view).selection;
  const chosenAt =
    selection.kind === "building" ? buildings.findIndex(({ id }) => id === selection.building) : -1;
  return (
    <VirtualList
      label={t("list.buildings")}
      count={buildings.length}
      rowRem={2.75}
      keyOf={(at) => buildings[at]?.id ?? String(at)}
      chosen={chosenAt < 0 ? null : chosenAt}
      onChoose={(at) => {
        const building = buildings[at];
        if (building !== undefined) view.selectBuilding(building.id);
      }}
      empty={t("list.none")}
      renderRow={(at) => {
        const building = buildings[at];
        return building === undefined ? null : <BuildingRow building={building} />;
      }}
    />
  );
}
