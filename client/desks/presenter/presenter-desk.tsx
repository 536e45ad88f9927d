import { Button } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { CommunityClock } from "../../components/community-clock.tsx";
import { communityNow } from "../../components/community-now.ts";
import { DeskMenu } from "../../components/desk-menu.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { DevicesSwitch } from "../../components/devices-switch.tsx";
import { HourSlider } from "../../components/hour-slider.tsx";
import { ListPanel, type ListTab } from "../../components/list/list-panel.tsx";
import { LinkSign } from "../../components/link-sign.tsx";
import { LiveRegion } from "../../components/live-region.tsx";
import { presetViews } from "../../components/preset-views.ts";
import { useTurnPicture } from "../../components/picture-switch.tsx";
import { ScenePane } from "../../components/scene-pane.tsx";
import { ShortcutSheet, type Shortcut } from "../../components/shortcut-sheet.tsx";
import { TimeFrame } from "../../components/time-frame.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import { SelectedTitle } from "./selected-title.tsx";
import "./presenter-desk.css";

const shortcuts: readonly Shortcut[] = [
  ["open.tour", "PageDown", "PageUp", "1 … 5"],
  ["open.hide", "h"],
  ["open.list", "l"],
  ["keys.picture", "m"],
  ["keys.release", "Esc"],
  ["keys.home", "0"],
  ["keys.camera", "← → ↑ ↓", "+ −", "[ ]"],
  ["keys.help", "?"],
];

/** The stage: the scene from edge to edge, few words, large numbers; nothing personal can be here. */
export default function PresenterDesk() {
  const { community, view, usualView } = useDesk();
  const { t, say } = useWords();
  const [bare, setBare] = useState(false);
  const [help, setHelp] = useState(false);
  const [list, setList] = useState(false);
  const [at, setAt] = useState(0);
  const presets = useMemo(() => presetViews(community, usualView.camera), [community, usualView]);
  const go = (to: number): void => {
    const next = (to + presets.length) % presets.length;
    const preset = presets[next];
    if (preset === undefined) return;
    setAt(next);
    view.look(preset.camera);
  };
  const digits = Object.fromEntries(presets.map((_, i) => [String(i + 1), () => go(i)]));
  const turnPicture = useTurnPicture();
  useShortcuts({
    ...digits,
    "?": () => setHelp(true),
    h: () => setBare((was) => !was),
    l: () => setList((was) => !was),
    PageDown: () => go(at + 1),
    PageUp: () => go(at - 1),
    m: turnPicture,
    "0": () => go(0),
    Escape: () => view.select({ kind: "none" }),
  });
  return (
    <TimeFrame>
      <div className={bare ? "presenter-desk bare" : "presenter-desk"}>
        <ScenePane />
        <header className="stage-title" data-over-scene>
          <h1>{say(community.name)}</h1>
          <CommunityClock large />
        </header>
        <section className="stage-menu" aria-label={t("open.stageMenu")} data-over-scene>
          <LinkSign />
          <Button onClick={() => setList(!list)} aria-pressed={list}>
            {t("open.list")}
          </Button>
          <Button onClick={() => setBare(!bare)}>{t(bare ? "open.unhide" : "open.hide")}</Button>
          <DeskMenu onHelp={() => setHelp(true)} />
        </section>
        <main className="stage-foot">
          <StageFigures />
          <div className="stage-controls">
            <HourSlider />
            <div className="stage-views">
              <DevicesSwitch />
            </div>
            <div className="stage-views" role="group" aria-label={t("open.tour")}>
              {presets.map(({ name }, i) => (
                <Button key={name} onClick={() => go(i)} aria-pressed={i === at}>
                  {t(name)}
                </Button>
              ))}
            </div>
          </div>
        </main>
        {list && <StageList />}
        <SelectedTitle />
        <ShortcutSheet opened={help} onClose={() => setHelp(false)} shortcuts={shortcuts} />
        <LiveRegion withoutAlerts />
      </div>
    </TimeFrame>
  );
}

/** All of the scene in words, for who cannot see it or wants to find something; always there without a picture. */
function StageList() {
  const [tab, setTab] = useState<ListTab>("buildings");
  const [words, setWords] = useState("");
  const filterBox = useRef<HTMLInputElement>(null);
  return (
    <aside className="stage-list" data-over-scene>
      <ListPanel tab={tab} onTab={setTab} words={words} onWords={setWords} filterBox={filterBox} />
    </aside>
  );
}

const onStage = new Set(["temperature", "pm25", "wind", "solar", "parking"]);

function StageFigures() {
  const { replica, beat } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  useSignal(beat);
  const figures = communityNow(replica, { t, say, formats }).filter(({ key }) => onStage.has(key));
  return (
    <section className="stage-figures" aria-label={t("open.now")}>
      {figures.map(({ key, name, value, unit, note, measured, partly }) => (
        <div key={key} className={measured ? "stage-figure" : "stage-figure unmeasured"}>
          <span className="stage-name">{name}</span>
          <span className="stage-value">
            {value}
            <small>{unit}</small>
          </span>
          {partly && <span className="stage-note">{note}</span>}
        </div>
      ))}
    </section>
  );
}
