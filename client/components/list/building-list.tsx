import { useMemo } from "react";
import type { Building } from "../../../models/community/community.ts";
import { text } from "../../../models/language/text.ts";
import type { BuildingStanding } from "../building-standings.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { usePart } from "../use-signal.ts";
import { orderBuildings, type BuildingOrder } from "./building-filter.ts";
import { BuildingRow } from "./building-row.tsx";
import { VirtualList } from "./virtual-list.tsx";

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

const nameless = text("", "");

export function BuildingList({ buildings }: { readonly buildings: readonly Building[] }) {
  const { view } = useDesk();
  const { t, say } = useWords();
  const selection = usePart(view, "selection");
  return (
    <VirtualList
      label={t("list.buildings")}
      count={buildings.length}
      rowRem={2.75}
      keyOf={(at) => buildings[at]?.id ?? String(at)}
      nameOf={(at) => say(buildings[at]?.name ?? nameless)}
      chosen={selection.kind === "building" ? selection.building : null}
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
