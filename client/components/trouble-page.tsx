import { Button } from "@mantine/core";
import { text } from "../../models/language/text.ts";
import { trouble } from "../language/messages/desk.ts";
import "./trouble-page.css";

export type TroubleKind = "unreachable" | "ended" | "broken" | "slipped";

const sentences = {
  unreachable: [trouble.unreachable, trouble.unreachableDo],
  ended: [trouble.ended, trouble.endedDo],
  broken: [trouble.broken, trouble.brokenDo],
  slipped: [trouble.slipped, trouble.slippedDo],
} as const;
const actions = {
  unreachable: trouble.retry,
  ended: trouble.goOn,
  broken: trouble.reload,
  slipped: trouble.reload,
} as const;
const actionWords = text("中文", "English");

/** What went wrong and what to do, in both languages at once: nobody knows yet who reads it. */
export function TroublePage({ kind, onAct }: { readonly kind: TroubleKind; readonly onAct: () => void }) {
  const [what, now] = sentences[kind];
  return (
    <main className="trouble-page">
      {(["zh-CN", "en"] as const).map((language) => (
        <section key={language} lang={language} aria-label={actionWords[language]}>
          <h1>{what[language]}</h1>
          <p>{now[language]}</p>
          <Button size="sm" onClick={onAct}>
            {actions[kind][language]}
          </Button>
        </section>
      ))}
    </main>
  );
}
