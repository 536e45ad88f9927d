import { Tabs } from "@mantine/core";
import { useEffect, useMemo, useState, type RefObject } from "react";
import { useWords } from "../../language/use-words.ts";
import { BuildingStandingsProvider, useCountedStandings } from "../building-standings.ts";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";
import { usePart, useSignal } from "../use-signal.ts";
import type { BuildingOrder } from "./building-filter.ts";
import { BuildingList, useBuildingListing } from "./building-list.tsx";
import type { DeviceFilter } from "./device-filter.ts";
import { DeviceList, useDeviceListing } from "./device-list.tsx";
import { BuildingTools, DeviceTools, FilterBox } from "./list-tools.tsx";
import "./list-panel.css";

export type ListTab = "buildings" | "devices";

interface ListPanelProps {
  readonly tab: ListTab;
  readonly onTab: (tab: ListTab) => void;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly filterBox: RefObject<HTMLInputElement | null>;
}

/** Everything of the scene as a list: the same selection, no canvas needed. */
export function ListPanel({ tab, onTab, words, onWords, filterBox }: ListPanelProps) {
  const { replica, view, community } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const [choice, choose] = useState<Omit<DeviceFilter, "words">>({
    kind: null,
    standing: "every",
    order: "state",
  });
  const [buildingOrder, setBuildingOrder] = useState<BuildingOrder>("name");
  const filter = useMemo<DeviceFilter>(() => ({ ...choice, words }), [choice, words]);
  const listing = useDeviceListing(filter);
  const standings = useCountedStandings();
  const buildings = useBuildingListing(words, buildingOrder, standings);
  const devices = useSignal(replica.devices);

  // What is selected in the scene shows itself in the list it belongs to.
  const selected = usePart(view, "selection").kind;
  useEffect(() => {
    if (selected === "device") onTab("devices");
    if (selected === "building") onTab("buildings");
  }, [selected, onTab]);

  const [shown, all] =
    tab === "devices"
      ? [listing.shown.length, devices.length]
      : [buildings.length, community.buildings.length];
  return (
    <section className="list-panel" aria-label={t("list.panel")} id="list">
      <BuildingStandingsProvider value={standings}>
        <Tabs
          keepMounted={false}
          value={tab}
          onChange={(to) => onTab(to === "devices" ? "devices" : "buildings")}
          className="list-tabs"
        >
          <Tabs.List grow>
            <Tabs.Tab value="buildings">
              {t("list.buildings")}{" "}
              <span className="tab-count">{formats.number(community.buildings.length, 1)}</span>
            </Tabs.Tab>
            <Tabs.Tab value="devices">
              {t("list.devices")} <span className="tab-count">{formats.number(devices.length, 1)}</span>
            </Tabs.Tab>
          </Tabs.List>
          <div className="list-tools">
            <FilterBox words={words} onWords={onWords} box={filterBox} />
            {tab === "devices" ? (
              <DeviceTools choice={choice} onChoice={choose} />
            ) : (
              <BuildingTools order={buildingOrder} onOrder={setBuildingOrder} />
            )}
            <span className="list-shown" role="status">
              {t("list.shown", { shown: formats.number(shown, 1), all: formats.number(all, 1) })}
            </span>
          </div>
          <Tabs.Panel value="buildings" className="list-page">
            <BuildingList buildings={buildings} />
          </Tabs.Panel>
          <Tabs.Panel value="devices" className="list-page">
            <DeviceList listing={listing} />
          </Tabs.Panel>
        </Tabs>
      </BuildingStandingsProvider>
    </section>
  );
}
