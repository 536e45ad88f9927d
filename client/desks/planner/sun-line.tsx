import { getPosition } from "suncalc";
import { useDesk } from "../../components/desk-context.ts";
import { usePart, useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";

/** Where the sun stands at the hour shown. */
export function SunLine() {
  const { community, view, replica, beat } = useDesk();
  const { t } = useWords();
  const clock = usePart(view, "clock");
  useSignal(beat);
  const { place } = community;
  if (place === null) return <p className="sun-line">{t("open.sunUnknown")}</p>;
  const atMs = clock.mode === "at" ? clock.atMs : replica.nowMs();
  const { altitude, azimuth } = getPosition(new Date(atMs), place.latitudeDeg, place.longitudeDeg);
  const sentence =
    altitude < 0
      ? t("open.sunDown")
      : t("open.sunUp", { tilt: Math.round(altitude), heading: Math.round(azimuth) });
  return (
    <p className="sun-line">
      {t("open.sun")}: <b>{sentence}</b>
    </p>
  );
}
