import { Suspense, useCallback, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Building } from "../../../models/community/community.ts";
import { may } from "../../../models/duty/authority.ts";
import type { Page } from "../../../models/view/view-state.ts";
import { CommitAtOnce } from "../../components/commit-at-once.tsx";
import type { AlarmView } from "../../components/alarms/alarm-filter.ts";
import { DeskBar } from "../../components/desk-bar.tsx";
import { LiveRegion } from "../../components/live-region.tsx";
import { ListPanel, type ListTab } from "../../components/list/list-panel.tsx";
import { OverlayDock } from "../../components/overlay-dock.tsx";
import { useTurnPicture } from "../../components/picture-switch.tsx";
import { ScenePane } from "../../components/scene-pane.tsx";
import { SelectionCard } from "../../components/card/selection-card.tsx";
import { ShortcutSheet, type Shortcut } from "../../components/shortcut-sheet.tsx";
import { useStoreyBands, windowsOf } from "../../components/storey-bands.ts";
import { TimeFrame } from "../../components/time-frame.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { useMeasured } from "../../components/measured.ts";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { usePart } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import { FindBox } from "../../components/find/find-box.tsx";
import { useFindActions } from "../../components/find/use-find-actions.ts";
import type { MessageKey } from "../../language/messages.ts";
import { AlertStrip } from "./alert-strip.tsx";
import { PageBar } from "./page-bar.tsx";
import { pageBodies } from "./pages.ts";
import { Overview } from "./overview/overview.tsx";
import { SceneTools } from "./scene-tools.tsx";
import { BandsLegend } from "./bands-legend.tsx";
import "./operator-desk.css";

const shortcuts: readonly Shortcut[] = [
  ["keys.next", "j", "k", "↓", "↑"],
  ["keys.jump", "⇧ A … Z"],
  ["keys.choose", "Enter"],
  ["keys.find", "/"],
  ["keys.findAll", "Ctrl K"],
  ["keys.edges", "Home", "End", "PgUp", "PgDn"],
  ["keys.alarmTable", "t"],
  ["keys.measures", "h"],
  ["keys.diagnosis", "i"],
  ["keys.acknowledge", "x"],
  ["keys.alarmList", "a"],
  ["keys.buildings", "b"],
  ["keys.devices", "d"],
  ["keys.energy", "1"],
  ["keys.occupancy", "2"],
  ["keys.alerts", "3"],
  ["keys.picture", "m"],
  ["keys.release", "Esc"],
  ["keys.home", "0"],
  ["keys.camera", "← → ↑ ↓", "+ −", "[ ]"],
  ["keys.help", "?"],
];

/** What can be found in the find box and has a key. */
const findable: readonly (readonly [MessageKey, string])[] = [
  ["find.openAlarms", "t"],
  ["find.openMeasures", "h"],
  ["find.openDiagnosis", "i"],
  ["find.alarmList", "a"],
  ["find.buildingList", "b"],
  ["find.deviceList", "d"],
  ["find.turnPicture", "m"],
  ["find.overview", "0"],
  ["find.energy", "1"],
  ["find.occupancy", "2"],
  ["find.alerts", "3"],
  ["find.release", "Escape"],
  ["find.help", "?"],
];

/** The control room: list, scene, selection, figures; nothing ever covers what is selected. */
export default function OperatorDesk() {
  const { view, usualView, session, sound } = useDesk();
  const { t, say, language } = useWords();
  const [chosenTab, setTab] = useState<ListTab | null>(null);
  const measured = useMeasured();
  // Where nothing is measured the buildings are all there is to see.
  const tab = chosenTab ?? (measured === "no" ? "buildings" : "devices");
  const [alarmView, setAlarmView] = useState<AlarmView>("every");
  const [words, setWords] = useState("");
  const [help, setHelp] = useState(false);
  const filterBox = useRef<HTMLInputElement>(null);
  const overlay = usePart(view, "overlay");
  const page = usePart(view, "page");
  const PageBody = pageBodies[page];
  const layers = usePart(view, "layers");
  const bands = useStoreyBands();
  const windows = useMemo(() => windowsOf(bands), [bands]);
  const showBands = bands.any && layers.has("storey-bands");
  const showDevices = useCallback(
    (building: Building) => {
      setTab("devices");
      setWords(say(building.name));
    },
    [say],
  );
  const showKind = (name: string): void => {
    setTab("devices");
    setWords(name);
  };
  const focusList = (to: ListTab): void => {
    // The list must be there before it can be given the keys.
    flushSync(() => {
      view.open("map");
      setTab(to);
    });
    document.querySelector<HTMLElement>("#list [data-list]")?.focus();
  };
  const listAlarms = (view: AlarmView): void => {
    setAlarmView(view);
    setWords("");
    focusList("alarms");
  };
  const turnPage = (page: Page): void => view.open(page === view.get().page ? "map" : page);
  const turnPicture = useTurnPicture();
  const keys = {
    "?": () => setHelp(true),
    "/": () => (filterBox.current ?? document.querySelector<HTMLElement>("[data-filter]"))?.focus(),
    t: () => turnPage("alarms"),
    h: () => turnPage("measures"),
    i: () => view.get().selection.kind === "device" && turnPage("diagnosis"),
    a: () => focusList("alarms"),
    b: () => focusList("buildings"),
    d: () => focusList("devices"),
    "1": () => view.show(overlay === "energy" ? "none" : "energy"),
    "2": () => view.show(overlay === "occupancy" ? "none" : "occupancy"),
    "3": () => view.show(overlay === "alerts" ? "none" : "alerts"),
    m: turnPicture,
    "0": () => view.look(usualView.camera),
    // The innermost first: from the diagnosis of a device back to the device.
    Escape: () => (view.get().page === "diagnosis" ? view.open("map") : view.select({ kind: "none" })),
  };
  useShortcuts(keys);
  const setsRules = may({ duty: session.duty, dwelling: null }, "set-rules");
  const besides = useMemo(
    () => [
      { name: "find.openMap", act: () => view.open("map") } as const,
      ...(setsRules ? [{ name: "find.openRules", act: () => view.open("rules") } as const] : []),
      { name: "find.mute", act: () => sound.toggleMute() } as const,
    ],
    [view, sound, setsRules],
  );
  const actions = useFindActions(keys, findable, besides);
  return (
    <TimeFrame>
      <div className={`operator-desk${overlay === "none" ? " dock-folded" : ""}`} lang={language}>
        <a className="only-heard" href="#list">
          {t("desk.skipToList")}
        </a>
        <DeskBar onHelp={() => setHelp(true)} />
        <AlertStrip onAlarms={listAlarms} />
        <PageBar find={<FindBox actions={actions} />} />
        {PageBody === null ? (
          <>
            <ListPanel
              tab={tab}
              onTab={setTab}
              words={words}
              onWords={setWords}
              filterBox={filterBox}
              alarmView={alarmView}
              onAlarmView={setAlarmView}
            />
            <main className="operator-middle">
              <ScenePane windows={windows} bands={showBands ? bands : null}>
                <SceneTools bandsKnown={bands.any} />
                {showBands && <BandsLegend />}
              </ScenePane>
              <OverlayDock />
            </main>
          </>
        ) : (
          <main className="operator-page">
            <CommitAtOnce />
            <Suspense fallback={<p className="card-note">{t("desk.loading")}</p>}>
              <PageBody />
            </Suspense>
          </main>
        )}
        <SelectionCard
          onDevices={showDevices}
          idle={<Overview onKind={showKind} withoutAlerts={page === "alarms"} />}
        />
        <ShortcutSheet opened={help} onClose={() => setHelp(false)} shortcuts={shortcuts} />
        <LiveRegion withoutAlerts />
      </div>
    </TimeFrame>
  );
}
