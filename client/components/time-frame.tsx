import type { ReactNode } from "react";
import { drillPlans } from "../../models/drill/drill.ts";
import { useWords } from "../language/use-words.ts";
import { recordedShape } from "../look/sign-shapes.ts";
import { useDesk } from "./desk-context.ts";
import { useHeard } from "./use-heard.ts";
import { usePart, useSignal } from "./use-signal.ts";
import "./time-frame.css";

/** The frame round the whole view: whether what one sees is now, and whether real devices say it. */
export function TimeFrame({ children }: { readonly children: ReactNode }) {
  const { link, badges, drill, view } = useDesk();
  const { t, say } = useWords();
  const state = useSignal(link).state;
  const shown = useSignal(badges);
  const playing = useSignal(drill);
  const anotherHour = usePart(view, "clock").mode === "at";
  const heard = useHeard();
  const live = state === "live" && heard;
  const recorded = shown.includes("RECORDED");
  return (
    <div className={`time-frame ${live ? (recorded ? "frame-recorded" : "frame-live") : "frame-not-live"}`}>
      <section className="frame-words" aria-label={t("desk.frame")}>
        <span className="frame-word">
          {live ? t("desk.live") : t(heard ? "desk.notLive" : "desk.notHeard")}
        </span>
        {shown.includes("DEMO") && (
          <span className="frame-badge" title={t("desk.demoMeans")}>
            {t("desk.demo")}
          </span>
        )}
        {playing !== null && (
          <span className="frame-badge" title={t("drill.badgeMeans")}>
            {t("drill.badge", { name: say(drillPlans[playing].title) })}
          </span>
        )}
        {recorded && (
          <span className="frame-badge badge-recorded" title={t("desk.recordedMeans")}>
            <svg viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true">
              <path d={recordedShape} fillRule="evenodd" />
            </svg>
            {t("desk.recorded")}
          </span>
        )}
        {anotherHour && <span className="frame-badge">{t("desk.look")}</span>}
      </section>
      <div className="frame-inside">{children}</div>
    </div>
  );
}
