import { useRef, useState } from "react";
import { DeskBar } from "../../components/desk-bar.tsx";
import { SelectionCard } from "../../components/card/selection-card.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { LiveRegion } from "../../components/live-region.tsx";
import { ListPanel, type ListTab } from "../../components/list/list-panel.tsx";
import { useMeasured } from "../../components/measured.ts";
import { CommitAtOnce } from "../../components/commit-at-once.tsx";
import { TimeFrame } from "../../components/time-frame.tsx";
import { usePart } from "../../components/use-signal.ts";
import { CommunityFilePanel } from "./community-file-panel.tsx";
import { CommunityPanel } from "./community-panel.tsx";
import { HealthPanel } from "./health-panel.tsx";
import { MappingPage } from "./mapping/mapping-page.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";
import { TrayPanel } from "./tray-panel.tsx";
import "./administrator-desk.css";

/** Running the place: how the server is, who is in, what waits to be mapped; the public's devices as a list. */
export default function AdministratorDesk() {
  const { view } = useDesk();
  const [chosenTab, setTab] = useState<ListTab | null>(null);
  const [words, setWords] = useState("");
  const [mapping, setMapping] = useState(false);
  const filterBox = useRef<HTMLInputElement>(null);
  const measured = useMeasured();
  const chosen = usePart(view, "selection").kind !== "none";
  return (
    <TimeFrame>
      <div className="administrator-desk">
        <DeskBar />
        <div className={chosen ? "administrator-side with-card" : "administrator-side"}>
          <ListPanel
            tab={chosenTab ?? (measured === "no" ? "buildings" : "devices")}
            onTab={setTab}
            words={words}
            onWords={setWords}
            filterBox={filterBox}
          />
          {chosen && <SelectionCard />}
        </div>
        {mapping ? (
          <MappingPage onClose={() => setMapping(false)} />
        ) : (
          <main className="office" tabIndex={0}>
            <div className="office-column">
              <HealthPanel />
            </div>
            <div className="office-column">
              <TrayPanel onMap={() => setMapping(true)} />
              <SessionsPanel />
              <CommunityFilePanel />
              <CommunityPanel />
            </div>
          </main>
        )}
        <CommitAtOnce />
        <LiveRegion />
      </div>
    </TimeFrame>
  );
}
