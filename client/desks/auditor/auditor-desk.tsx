import { DeskBar } from "../../components/desk-bar.tsx";
import { LiveRegion } from "../../components/live-region.tsx";
import { CommitAtOnce } from "../../components/commit-at-once.tsx";
import { TimeFrame } from "../../components/time-frame.tsx";
import { ChainPanel } from "./chain-panel.tsx";
import { TrailPanel } from "./trail-panel.tsx";
import "./auditor-desk.css";

/** The trail, and nothing that would have to be trailed. */
export default function AuditorDesk() {
  return (
    <TimeFrame>
      <div className="auditor-desk">
        <DeskBar />
        <main>
          <ChainPanel />
          <TrailPanel />
        </main>
        <CommitAtOnce />
        <LiveRegion />
      </div>
    </TimeFrame>
  );
}
