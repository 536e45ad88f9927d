import { SegmentedControl, Tabs } from "@mantine/core";
import { useMemo, useState } from "react";
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
import { usePart, useSignal } from "./use-signal.ts";
import "./overlay-dock.css";

/** What every figure is told, from the desk it stands on. */
function useFigureProps(): FigureProps {
  const { community, looks, view } = useDesk();
  const { language } = useWords();
  const theme = useSignal(looks.theme);
  const nameOf = useNameOf();
  const selection = usePart(view, "selection");
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
  const overlay = usePart(view, "overlay");
  const open = (to: string | null): void =>
    view.show(overlays.find((each): each is Overlay => each === to) ?? "none");
  return (
    <section
      className={overlay === "none" ? "overlay-dock folded" : "overlay-dock"}
      aria-label={t("figure.dock")}
    >
      <Tabs
        keepMounted={false}
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
        </Tabs.List>
        <button
          type="button"
          className="plain-button dock-fold"
          onClick={() => open(overlay === "none" ? "energy" : "none")}
        >
          {overlay === "none" ? t("figure.unfold") : t("figure.fold")}
        </button>
        <Tabs.Panel value="energy" className="dock-page">
          <EnergyPages />
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
function useFetched<Body>(signal: Signal<Fetched<Body>>): { body: Body | null; sentence: string } {
  const { t } = useWords();
  const fetched = useSignal(signal);
  if (fetched.state === "here") return { body: fetched.body, sentence: "" };
  return { body: null, sentence: t(fetched.state === "loading" ? "figure.loading" : "figure.failed") };
}

type EnergySide = "use" | "building";

/** Electricity by use over time, or by building now: one at a time where there is little height. */
function EnergyPages() {
  const { t } = useWords();
  const [side, setSide] = useState<EnergySide>("use");
  const fetched = useSignal(useDesk().overlays.energy);
  const both =
    fetched.state === "here" && fetched.body.status === "shown" && fetched.body.buildings.length > 0;
  return (
    <>
      {both && (
        <SegmentedControl
          className="dock-sides"
          orientation="vertical"
          aria-label={t("figure.energy")}
          value={side}
          data={[
            { value: "use", label: t("figure.byUse") },
            { value: "building", label: t("figure.byBuilding") },
          ]}
          onChange={(to) => setSide(to === "building" ? "building" : "use")}
        />
      )}
      {both && side === "building" ? <PowerPage /> : <EnergyPage />}
    </>
  );
}

export function EnergyPage() {
  const props = useFigureProps();
  const { body, sentence } = useFetched(useDesk().overlays.energy);
  if (body === null) return <p className="figure-sentence">{sentence}</p>;
  return <EnergyFigure {...props} body={body} />;
}

export function PowerPage() {
  const props = useFigureProps();
  const { body } = useFetched(useDesk().overlays.energy);
  return body === null || body.status !== "shown" || body.buildings.length === 0 ? null : (
    <PowerFigure {...props} body={body} />
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
