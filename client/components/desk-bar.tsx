import { useDesk } from "./desk-context.ts";
import { CommunityClock } from "./community-clock.tsx";
import { DeskMenu } from "./desk-menu.tsx";
import { LinkSign } from "./link-sign.tsx";
import { useWords } from "../language/use-words.ts";
import { WeatherLine } from "./weather-line.tsx";
import "./desk-bar.css";

/** Where, when, how fresh, what weather; the same place on every desk of the control room. */
export function DeskBar({ onHelp }: { readonly onHelp?: () => void }) {
  const { community } = useDesk();
  const { say } = useWords();
  return (
    <header className="desk-bar">
      <h1>{say(community.name)}</h1>
      <CommunityClock />
      <LinkSign />
      <WeatherLine />
      <DeskMenu {...(onHelp === undefined ? {} : { onHelp })} />
    </header>
  );
}
