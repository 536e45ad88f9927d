import { useEffect } from "react";
import { seconds } from "../../../models/quantity.ts";
import { goToAlert } from "../../components/alert-facts.ts";
import { useDesk } from "../../components/desk-context.ts";
import { foremost } from "../../components/device-counts.ts";
import { presetViews } from "../../components/preset-views.ts";

/** How long each look of the round lasts. */
const lookMs = 60 * seconds;

/** Where the wall looks by itself: at the gravest alarm while there is an urgent one, else round the community. */
export function useGaze(): void {
  const { community, replica, view, usualView, clock } = useDesk();
  useEffect(() => {
    let shown: string | null = null;
    const lookAtGravest = (): void => {
      const alert = foremost(replica.alerts.get());
      const urgent = alert !== null && (alert.priority === "P1" || alert.priority === "P2") ? alert : null;
      if ((urgent?.id ?? null) === shown) return;
      shown = urgent?.id ?? null;
      if (urgent !== null) return goToAlert(urgent, replica, view);
      view.select({ kind: "none" });
      view.look(usualView.camera);
    };
    lookAtGravest();
    return replica.alerts.subscribe(lookAtGravest);
  }, [replica, view, usualView]);
  useEffect(() => {
    const round = presetViews(community, usualView.camera);
    let at = 0;
    return clock.every(lookMs, () => {
      if (view.get().selection.kind !== "none") return;
      at = (at + 1) % round.length;
      const next = round[at];
      if (next !== undefined) view.look(next.camera);
    });
  }, [community, view, usualView, clock]);
}
