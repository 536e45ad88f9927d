import { Tabs } from "@mantine/core";
import { useMemo } from "react";
import { overlays, type Overlay } from "../../models/view/view-state.ts";
import { useWords } from "../language/use-words.ts";
import { AlertsFigure } from "../overlays/alerts/alerts-figure.tsx";
import { EnergyFigure } from "../overlays/energy/energy-figure.tsx";
import { PowerFigure } from "../overlays/energy/power-figure.tsx";
import type { FigureProps } from "../overlays/figure-props.ts";
import type { Fetched } from "../overlays/overlay-feed.ts";
import { OccupancyFigure } from "../overlays/occupancy/occupancy-figure.tsx";
import type { Signal } from "../../models/signal.ts";
import { useDesk } from "./desk-context.ts";
import { useNameOf } from "./use-names.ts";
import { useSignal } from "./use-signal.ts";
import "./overlay-dock.css";

/** What every figure is told, from the desk it stands on. */
export function useFigureProps(): FigureProps {
  const { community, looks, view } = useDesk();
  const { language } = useWords();
  const theme = useSignal(looks.theme);
  const nameOf = useNameOf();
  const { selection } = useSignal(view);
  return useMemo(
    () => ({
      language,
      timeZone: community.timeZone,
      mood: looks.mood,
      theme,
      selectedDevice: selection.kind === "device" ? selection.device : null,
      selectedBuilding: selection.kind === "building" ? selection.building : null,
      nameOfBuilding: (building) => nameOf({ kind: "building", building, storey: null }) ?? building,
      nameOfDevice: (device) => nameOf({ kind: "device", device }) ?? device,
      onDevice: view.selectDevice,
      onBuilding: (building) => view.selectBuilding(building),
    }),
    [language, community, looks, theme, selection, nameOf, view],
  );
}

const tabs = ["energy", "occupancy", "alerts"] as const;

/** The figures below the scene, one at a time; which one is part of the view. */
export function OverlayDock() {
  const { view } = useDesk();
  const { t } = useWords();
  const { overlay } = useSignal(view);
  const open = (to: string | null): void =>
    view.show(overlays.find((each): each is Overlay => each === to) ?? "none");
  return (
    <section
      className={overlay === "none" ? "overlay-dock folded" : "overlay-dock"}
      aria-label={t("figure.dock")}
    >
      <Tabs
        value={overlay === "none" ? null : overlay}
        onChange={open}
        allowTabDeactivation
        className="dock-tabs"
      >
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`figure.${tab}`)}
            </Tabs.Tab>
          ))}
          <button
            type="button"
            className="plain-button dock-fold"
            onClick={() => open(overlay === "none" ? "energy" : "none")}
          >
            {overlay === "none" ? t("figure.unfold") : t("figure.fold")}
          </button>
        </Tabs.List>
        <Tabs.Panel value="energy" className="dock-page">
          <EnergyPage />
        </Tabs.Panel>
        <Tabs.Panel value="occupancy" className="dock-page">
          <OccupancyPage />
        </Tabs.Panel>
        <Tabs.Panel value="alerts" className="dock-page">
          <AlertsPage />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

/** The body of a figure, or the sentence that stands for it. */
export function useFetched<Body>(signal: Signal<Fetched<Body>>): { body: Body | null; sentence: string } {
  const { t } = useWords();
  const fetched = useSignal(signal);
  if (fetched.state === "here") return { body: fetched.body, sentence: "" };
  return { body: null, sentence: t(fetched.state === "loading" ? "figure.loading" : "figure.failed") };
}

export function EnergyPage() {
  const props = useFigureProps();
  const { body, sentence } = useFetched(useDesk().overlays.energy);
  if (body === null) return <p className="figure-sentence">{sentence}</p>;
  return (
    <>
      <EnergyFigure {...props} body={body} />
      {body.status === "shown" && body.buildings.length > 0 && <PowerFigure {...props} body={body} />}
    </>
  );
}

export function OccupancyPage() {
  const props = useFigureProps();
  const { body, sentence } = useFetched(useDesk().overlays.occupancy);
  if (body === null) return <p className="figure-sentence">{sentence}</p>;
  return <OccupancyFigure {...props} body={body} />;
}

function AlertsPage() {
  const props = useFigureProps();
  const { body, sentence } = useFetched(useDesk().overlays.alerts);
  if (body === null) return <p className="figure-sentence">{sentence}</p>;
  return <AlertsFigure {...props} body={body} />;
}
