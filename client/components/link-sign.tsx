import type { LinkState } from "../../models/stream/link-state.ts";
import { refusalNames } from "../language/names/place-names.ts";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { useFormats } from "./use-formats.ts";
import { useSignal } from "./use-signal.ts";
import "./link-sign.css";

const shapes: Readonly<Record<LinkState["state"], string>> = {
  live: "M-1 0A1 1 0 1 1 1 0 1 1 0 1 1-1 0Z",
  connecting: "M0-1A1 1 0 0 1 0 1V.6A.6.6 0 0 0 0-.6Z",
  stale: "M-.9-1H-.2V1H-.9ZM.2-1H.9V1H.2Z",
  reconnecting: "M-1 0 0-1 1 0 0 1Z",
  refused: "M-1-.65-.65-1 0-.35.65-1 1-.65.35 0 1 .65.65 1 0 .35-.65 1-1 .65-.35 0Z",
};

/** The link in plain sight: sign, word, and how old what one sees is. */
export function LinkSign() {
  const { link, clock, beat } = useDesk();
  const { t } = useWords();
  const state = useSignal(link);
  useSignal(beat);
  return (
    <span className={`link-sign link-${state.state}`}>
      <svg viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true">
        <path d={shapes[state.state]} />
      </svg>
      <span className="only-heard">{t("link.name")}: </span>
      <b>{t(`link.${state.state}`)}</b>
      <LinkDetail state={state} nowMs={clock.now()} />
    </span>
  );
}

function LinkDetail({ state, nowMs }: { readonly state: LinkState; readonly nowMs: number }) {
  const { t, say, language } = useWords();
  const formats = useFormats();
  switch (state.state) {
    case "live": {
      const lagS = Math.max(0, nowMs - state.lastFrameAtMs) / 1000;
      const shown = `${formats.number(lagS, 0.1)}${language === "en" ? " s" : " 秒"}`;
      return <span className="link-detail">{t("link.lag", { age: shown })}</span>;
    }
    case "stale":
      return (
        <span className="link-detail">
          {t("link.lastFrame", { age: formats.age(nowMs - state.lastFrameAtMs) })}
        </span>
      );
    case "reconnecting":
      return (
        <span className="link-detail">
          {state.lastFrameAtMs === null
            ? t("link.attempt", { n: state.attempt })
            : t("link.lastFrame", { age: formats.age(nowMs - state.lastFrameAtMs) })}
        </span>
      );
    case "refused":
      return <span className="link-detail">{say(refusalNames[state.reason])}</span>;
    case "connecting":
      return null;
  }
}
