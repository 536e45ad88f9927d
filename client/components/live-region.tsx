import { standsOut } from "../../models/alarm/alarm.ts";
import { useEffect, useState } from "react";
import { useWords } from "../language/use-words.ts";
import { sameSelection } from "../view/view-store.ts";
import { alertFacts } from "./alert-facts.ts";
import { useDesk } from "./desk-context.ts";
import { foremost } from "./device-counts.ts";
import { useNameOf } from "./use-names.ts";

/**
 * The page's one polite voice: what was selected, which picture is shown, when the link is lost or back, and new alerts where the desk shows
 * them.
 */
export function LiveRegion({ withoutAlerts = false }: { readonly withoutAlerts?: boolean }) {
  const { link, view, replica } = useDesk();
  const { t, language } = useWords();
  const nameOf = useNameOf();
  const [sentence, setSentence] = useState("");

  useEffect(() => {
    let before = view.get();
    return view.subscribe(() => {
      const { selection, picture } = view.get();
      const [same, turned] = [sameSelection(selection, before.selection), picture !== before.picture];
      before = view.get();
      if (turned) setSentence(t(`${picture}.name`));
      if (same) return;
      const name = nameOf(selection);
      setSentence(name === null ? t("scene.released") : t("scene.selected", { name }));
    });
  }, [view, nameOf, t]);

  useEffect(() => {
    let before = link.get().state;
    return link.subscribe(() => {
      const { state } = link.get();
      if (state === "live" && before !== "live" && before !== "connecting")
        setSentence(t("link.announceBack"));
      if (state !== "live" && before === "live") setSentence(t("link.announceLost"));
      before = state;
    });
  }, [link, t]);

  useEffect(() => {
    if (withoutAlerts) return;
    let known = new Set(replica.alerts.get().map(({ id }) => id));
    return replica.alerts.subscribe(() => {
      const all = replica.alerts.get();
      const fresh = all.filter((alert) => standsOut(alert) && !known.has(alert.id));
      const first = foremost(fresh);
      const told = known.size > 0 && first !== null;
      known = new Set(all.map(({ id }) => id));
      const message = told ? alertFacts(first, replica)?.message : null;
      if (told)
        setSentence(t("strip.announce", { n: fresh.length, message: message?.[language] ?? first.limit }));
    });
  }, [replica, t, language, withoutAlerts]);

  return (
    <div className="only-heard" role="status" aria-live="polite">
      {sentence}
    </div>
  );
}
