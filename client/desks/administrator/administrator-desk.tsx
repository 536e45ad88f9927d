import { useRef, useState } from "react";
import { DeskBar } from "../../components/desk-bar.tsx";
import { SelectionCard } from "../../components/card/selection-card.tsx";
import { LiveRegion } from "../../components/live-region.tsx";
import { ListPanel, type ListTab } from "../../components/list/list-panel.tsx";
import { CommitAtOnce } from "../../components/scene-pane.tsx";
import { TimeFrame } from "../../components/time-frame.tsx";
import { CommunityPanel } from "./community-panel.tsx";
import { HealthPanel } from "./health-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";
import { TrayPanel } from "./tray-panel.tsx";
import "./administrator-desk.css";

/** Running the place: how the server is, who is in, what waits to be mapped; the public's devices as a list. */
export default function AdministratorDesk() {
  const [tab, setTab] = useState<ListTab>("devices");
  const [words, setWords] = useState("");
  const filterBox = useRef<HTMLInputElement>(null);
  return (
    <TimeFrame>
      <div className="administrator-desk">
        <DeskBar />
        <div className="administrator-side">
          <ListPanel tab={tab} onTab={setTab} words={words} onWords={setWords} filterBox={filterBox} />
          <SelectionCard />
        </div>
        <main className="office">
          <HealthPanel />
          <CommunityPanel />
          <TrayPanel />
          <SessionsPanel />
        </main>
        <CommitAtOnce />
        <LiveRegion />
      </div>
    </TimeFrame>
  );
}
