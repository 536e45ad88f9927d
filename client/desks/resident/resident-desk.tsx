import { Button } from "@mantine/core";
import { useState } from "react";
import { communityNow } from "../../components/community-now.ts";
import { SelectionCard } from "../../components/card/selection-card.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { DevicesSwitch } from "../../components/devices-switch.tsx";
import { LiveRegion } from "../../components/live-region.tsx";
import { OpenBar } from "../../components/open-bar.tsx";
import { EnergyPage, OccupancyPage, PowerPage } from "../../components/overlay-dock.tsx";
import { Panel } from "../../components/panel.tsx";
import { PictureSwitch, useTurnPicture } from "../../components/picture-switch.tsx";
import { ScenePane } from "../../components/scene-pane.tsx";
import { ShortcutSheet, type Shortcut } from "../../components/shortcut-sheet.tsx";
import { TimeFrame } from "../../components/time-frame.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { usePart, useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import { MyHome } from "./my-home.tsx";
import { SensorRegister } from "./sensor-register.tsx";
import "./resident-desk.css";

const shortcuts: readonly Shortcut[] = [
  ["keys.picture", "m"],
  ["keys.release", "Esc"],
  ["keys.home", "0"],
  ["keys.camera", "← → ↑ ↓", "+ −", "[ ]"],
  ["keys.help", "?"],
];

/** For everybody, phone first: the place, what it measures in the open, and one's own home. */
export default function ResidentDesk() {
  const { view, usualView, session } = useDesk();
  const { t } = useWords();
  const selection = usePart(view, "selection");
  const [help, setHelp] = useState(false);
  const turnPicture = useTurnPicture();
  useShortcuts({
    "?": () => setHelp(true),
    m: turnPicture,
    Escape: () => view.select({ kind: "none" }),
    "0": () => view.look(usualView.camera),
  });
  return (
    <TimeFrame>
      <div className="resident-desk">
        <OpenBar onHelp={() => setHelp(true)} />
        <ScenePane>
          <div className="scene-tools" data-over-scene>
            <PictureSwitch />
            <DevicesSwitch />
            <Button onClick={() => view.look(usualView.camera)}>{t("scene.overview")}</Button>
          </div>
        </ScenePane>
        <main className="resident-cards" id="list">
          {selection.kind !== "none" && (
            <div className="panel">
              <SelectionCard />
            </div>
          )}
          {session.dwelling !== null && <MyHome home={session.dwelling} />}
          <NowPanel />
          <Panel title={t("open.atHome")} note={t("open.atHomeHow")} className="tall">
            <OccupancyPage />
          </Panel>
          <Panel title={t("open.energy")} note={t("open.energyHow")} className="figures">
            <EnergyPage />
            <PowerPage />
          </Panel>
          <SensorRegister />
        </main>
        <ShortcutSheet opened={help} onClose={() => setHelp(false)} shortcuts={shortcuts} />
        <LiveRegion />
      </div>
    </TimeFrame>
  );
}

function NowPanel() {
  const { replica, beat } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  useSignal(beat);
  const figures = communityNow(replica, { t, say, formats });
  return (
    <Panel title={t("open.now")}>
      <ul className="now-figures">
        {figures.map(({ key, name, value, unit, note, measured }) => (
          <li key={key} className={measured ? undefined : "unmeasured"}>
            <span className="now-name">{name}</span>
            <span className="now-value">
              {value} <small>{unit}</small>
            </span>
            <span className="now-note">{note}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
