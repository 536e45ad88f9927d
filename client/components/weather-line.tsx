import { gather, weather } from "./public-readings.ts";
import { useDesk } from "./desk-context.ts";
import { useFormats } from "./use-formats.ts";
import { useSignal } from "./use-signal.ts";
import { useWords } from "../language/use-words.ts";

const shown = [weather.temperature, weather.wind, weather.rain, weather.pm25] as const;

/** The weather in a line, as the stations that speak say it. */
export function WeatherLine() {
  const { replica, beat } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  useSignal(beat);
  const readings = shown.map((property) => gather(replica, weather.kind, property));
  if (readings.every(({ devices }) => devices === 0)) return null;
  return (
    <p className="weather-line">
      <span className="only-heard">{t("strip.weather")}</span>
      {readings.map(
        ({ spec, mean }) =>
          spec !== null && (
            <span key={spec.property}>
              {say(spec.name)} <b>{formats.quantity(spec, mean)}</b>
            </span>
          ),
      )}
    </p>
  );
}
