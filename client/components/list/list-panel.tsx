import { Tabs } from "@mantine/core";
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { may } from "../../../models/duty/authority.ts";
import { useWords } from "../../language/use-words.ts";
import { BuildingStandingsProvider, useCountedStandings } from "../building-standings.ts";
import type { AlarmView } from "../alarms/alarm-filter.ts";
import { AlarmGroups } from "../alarms/alarm-groups.tsx";
import { AlarmList, AlarmTools, useAlarmListing } from "../alarms/alarm-list.tsx";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";
import { usePart, useSignal } from "../use-signal.ts";
import type { BuildingOrder } from "./building-filter.ts";
import { BuildingList, useBuildingListing } from "./building-list.tsx";
import type { DeviceFilter } from "./device-filter.ts";
import { DeviceList, useDeviceListing } from "./device-list.tsx";
import { BuildingTools, DeviceTools, FilterBox } from "./list-tools.tsx";
import "./list-panel.css";

export const listTabs = ["alarms", "buildings", "devices"] as const;
export type ListTab = (typeof listTabs)[number];

interface ListPanelProps {
  readonly tab: ListTab;
  readonly onTab: (tab: ListTab) => void;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly filterBox: RefObject<HTMLInputElement | null>;
  /** Which alarms are listed, where the desk has any. */
  readonly alarmView?: AlarmView;
  readonly onAlarmView?: (view: AlarmView) => void;
}

/** Everything of the scene as a list: the same selection, no canvas needed. */
export function ListPanel({
  tab,
  onTab,
  words,
  onWords,
  filterBox,
  alarmView = "every",
  onAlarmView = () => undefined,
}: ListPanelProps) {
  const { replica, view, community, session } = useDesk();
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

  const answersAlarms = may({ duty: session.duty, dwelling: null }, "answer-alarms");
  const alarms = useAlarmListing(alarmView, words);

  // What is selected in the scene shows itself in the list it belongs to.
  const selected = usePart(view, "selection").kind;
  const tabNow = useRef(tab);
  useEffect(() => {
    tabNow.current = tab;
  }, [tab]);
  useEffect(() => {
    if (tabNow.current === "alarms") return;
    if (selected === "device") onTab("devices");
    if (selected === "building") onTab("buildings");
  }, [selected, onTab]);

  const [shown, all] = {
    alarms: [alarms.shown.length, alarms.open] as const,
    buildings: [buildings.length, community.buildings.length] as const,
    devices: [listing.shown.length, devices.length] as const,
  }[tab];
  return (
    <section className="list-panel" aria-label={t("list.panel")} id="list">
      <BuildingStandingsProvider value={standings}>
        <Tabs
          keepMounted={false}
          value={tab}
          onChange={(to) => onTab(listTabs.find((each) => each === to) ?? "buildings")}
          className="list-tabs"
        >
          <Tabs.List grow>
            {answersAlarms && (
              <Tabs.Tab value="alarms">
                {t("alarm.title")} <span className="tab-count">{formats.number(alarms.open, 1)}</span>
              </Tabs.Tab>
            )}
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
            {tab === "alarms" && <AlarmTools view={alarmView} onView={onAlarmView} />}
            {tab === "devices" && <DeviceTools choice={choice} onChoice={choose} />}
            {tab === "buildings" && <BuildingTools order={buildingOrder} onOrder={setBuildingOrder} />}
            <span className="list-shown" role="status">
              {t("list.shown", { shown: formats.number(shown, 1), all: formats.number(all, 1) })}
            </span>
          </div>
          {answersAlarms && (
            <Tabs.Panel value="alarms" className="list-page">
              {alarmView === "grouped" ? <AlarmGroups /> : <AlarmList listing={alarms} />}
            </Tabs.Panel>
          )}
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
