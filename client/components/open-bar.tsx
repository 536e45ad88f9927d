import type { ReactNode } from "react";
import { useWords } from "../language/use-words.ts";
import { CommunityClock } from "./community-clock.tsx";
import { DeskMenu } from "./desk-menu.tsx";
import { useDesk } from "./desk-context.ts";
import { LinkSign } from "./link-sign.tsx";
import "./open-bar.css";

/** The head of the friendlier desks. */
export function OpenBar({ onHelp, find }: { readonly onHelp?: () => void; readonly find?: ReactNode }) {
  const { community } = useDesk();
  const { say } = useWords();
  return (
    <header className="open-bar">
      <h1>{say(community.name)}</h1>
      <CommunityClock />
      <LinkSign />
      {find}
      <DeskMenu {...(onHelp === undefined ? {} : { onHelp })} />
    </header>
  );
}
