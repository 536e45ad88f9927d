import { Button } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import type { BuildingId } from "../../../models/ids.ts";
import { BuildingStandingsProvider, type BuildingStanding } from "../../components/building-standings.ts";
import { SelectionCard } from "../../components/card/selection-card.tsx";
import { CommunityFacts } from "../../components/community-facts.tsx";
import { CopyView } from "../../components/copy-view.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { DevicesSwitch } from "../../components/devices-switch.tsx";
import { FindBox } from "../../components/find/find-box.tsx";
import { useFindActions } from "../../components/find/use-find-actions.ts";
import { HourSlider } from "../../components/hour-slider.tsx";
import type { BuildingOrder } from "../../components/list/building-filter.ts";
import { BuildingList, useBuildingListing } from "../../components/list/building-list.tsx";
import { BuildingTools, FilterBox } from "../../components/list/list-tools.tsx";
import { LiveRegion } from "../../components/live-region.tsx";
import { OpenBar } from "../../components/open-bar.tsx";
import { OverlayDock } from "../../components/overlay-dock.tsx";
import { PictureSwitch, useTurnPicture } from "../../components/picture-switch.tsx";
import { ScenePane } from "../../components/scene-pane.tsx";
import { ShortcutSheet, type Shortcut } from "../../components/shortcut-sheet.tsx";
import { TimeFrame } from "../../components/time-frame.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { usePart } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import type { MessageKey } from "../../language/messages.ts";
import { PlaceFigures } from "./place-figures.tsx";
import { SunLine } from "./sun-line.tsx";
import { SunTimes } from "./sun-times.tsx";
import { heightText } from "../../components/height-text.ts";
import "./planner-desk.css";

/** A planner sees no alerts of devices. */
const noStandings: ReadonlyMap<BuildingId, BuildingStanding> = new Map();

const shortcuts: readonly Shortcut[] = [
  ["keys.next", "j", "k", "↓", "↑"],
  ["keys.jump", "⇧ A … Z"],
  ["keys.choose", "Enter"],
  ["keys.find", "/"],
  ["keys.findAll", "Ctrl K"],
  ["keys.picture", "m"],
  ["keys.release", "Esc"],
  ["keys.home", "0"],
  ["keys.camera", "← → ↑ ↓", "+ −", "[ ]"],
  ["keys.help", "?"],
];

const findable: readonly (readonly [MessageKey, string])[] = [
  ["find.turnPicture", "m"],
  ["find.overview", "0"],
  ["find.release", "Escape"],
  ["find.help", "?"],
];

/** The drawing table: geometry, sun and sums; nobody's home is on it. */
export default function PlannerDesk() {
  const { view, usualView, community } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const [words, setWords] = useState("");
  const [order, setOrder] = useState<BuildingOrder>("height");
  const [help, setHelp] = useState(false);
  const filterBox = useRef<HTMLInputElement>(null);
  const buildings = useBuildingListing(words, order, noStandings);
  const selection = usePart(view, "selection");
  const overlay = usePart(view, "overlay");
  const labelLines = useMemo(
    () =>
      new Map(
        community.buildings.map((building) => [
          building.id,
          `${heightText(building, t, formats)}${building.storeys === null ? "" : ` · ${t("list.storeysShort", { n: building.storeys })}`}`,
        ]),
      ),
    [community, formats, t],
  );
  const turnPicture = useTurnPicture();
  const keys = {
    "?": () => setHelp(true),
    "/": () => filterBox.current?.focus(),
    "0": () => view.look(usualView.camera),
    m: turnPicture,
    Escape: () => view.select({ kind: "none" }),
  };
  useShortcuts(keys);
  const actions = useFindActions(keys, findable);
  return (
    <TimeFrame>
      <div className={`planner-desk${overlay === "none" ? " dock-folded" : ""}`}>
        <OpenBar onHelp={() => setHelp(true)} find={<FindBox actions={actions} />} />
        <section className="planner-list" aria-label={t("list.buildings")} id="list">
          <BuildingStandingsProvider value={noStandings}>
            <div className="list-tools">
              <FilterBox words={words} onWords={setWords} box={filterBox} />
              <BuildingTools order={order} onOrder={setOrder} />
            </div>
            <BuildingList buildings={buildings} />
          </BuildingStandingsProvider>
        </section>
        <main className="planner-middle">
          <ScenePane labelLines={labelLines}>
            <div className="scene-tools" data-over-scene>
              <PictureSwitch />
              <DevicesSwitch />
              <Button onClick={() => view.look(usualView.camera)}>{t("scene.overview")}</Button>
              <CopyView />
            </div>
          </ScenePane>
          <div className="planner-hour">
            <HourSlider withDay />
            <SunLine />
          </div>
          <OverlayDock />
        </main>
        {selection.kind === "none" ? (
          <section className="selection-card" aria-label={t("open.facts")} tabIndex={0}>
            <header className="card-head">
              <h2>{t("open.facts")}</h2>
            </header>
            <p className="card-note">{say(community.name)}</p>
            <CommunityFacts />
            <PlaceFigures />
            <SunTimes />
          </section>
        ) : (
          <SelectionCard />
        )}
        <ShortcutSheet opened={help} onClose={() => setHelp(false)} shortcuts={shortcuts} />
        <LiveRegion withoutAlerts />
      </div>
    </TimeFrame>
  );
}
