import { getTimes } from "suncalc";
import { Fact, Facts } from "../../components/card/facts.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { useFormats } from "../../components/use-formats.ts";
import { usePart, useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";

/** When the sun rises, stands highest and sets on the day shown, as the community's clock says it. */
export function SunTimes() {
  const { community, view, replica, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const clock = usePart(view, "clock");
  useSignal(beat);
  const { place } = community;
  if (place === null) return null;
  const atMs = clock.mode === "at" ? clock.atMs : replica.nowMs();
  if (!(atMs > 0)) return null;
  const { sunrise, solarNoon, sunset } = getTimes(new Date(atMs), place.latitudeDeg, place.longitudeDeg);
  const hour = (at: Date | null): string => (at === null ? "–" : formats.hour(at.getTime()));
  const lengthMs = sunrise === null || sunset === null ? null : sunset.getTime() - sunrise.getTime();
  return (
    <section className="place-figure">
      <h3>{t("open.sun")}</h3>
      <Facts>
        <Fact name={t("open.sunrise")}>{hour(sunrise)}</Fact>
        <Fact name={t("open.noon")}>{hour(solarNoon)}</Fact>
        <Fact name={t("open.sunset")}>{hour(sunset)}</Fact>
        {lengthMs !== null && (
          <Fact name={t("open.daylight")}>{formats.number(lengthMs / 3_600_000, 0.1)} h</Fact>
        )}
      </Facts>
    </section>
  );
}
