import { CommunityClock } from "../../components/community-clock.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { DeskMenu } from "../../components/desk-menu.tsx";
import { LinkSign } from "../../components/link-sign.tsx";
import { LiveRegion } from "../../components/live-region.tsx";
import { ScenePane } from "../../components/scene-pane.tsx";
import { TimeFrame } from "../../components/time-frame.tsx";
import { WeatherLine } from "../../components/weather-line.tsx";
import { useWords } from "../../language/use-words.ts";
import { useGaze } from "./use-gaze.ts";
import { WallAlarms } from "./wall-alarms.tsx";
import { WallCounts } from "./wall-counts.tsx";
import "./wall-desk.css";

/** The wall of a control room: the community and what is open in it, to be read from four metres; nothing to be done. */
export default function WallDesk() {
  const { community } = useDesk();
  const { say } = useWords();
  useGaze();
  return (
    <TimeFrame>
      <div className="wall-desk">
        <header className="wall-head">
          <h1>{say(community.name)}</h1>
          <CommunityClock large />
          <LinkSign />
          <WallCounts />
        </header>
        <main className="wall-picture">
          <ScenePane />
        </main>
        <WallAlarms />
        <footer className="wall-foot">
          <WeatherLine />
          <DeskMenu />
        </footer>
        <LiveRegion />
      </div>
    </TimeFrame>
  );
}
