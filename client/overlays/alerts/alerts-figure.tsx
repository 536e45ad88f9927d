import { useEffect, useMemo, useRef, useState } from "react";
import type { DeviceId } from "../../../models/ids.ts";
import type { AlertInterval, AlertsBody } from "../../../models/overlay/bodies.ts";
import { priorityColour } from "../../look/palette.ts";
import type { FigureProps } from "../figure-props.ts";
import { figureWords } from "../figure-words.ts";
import { useSize } from "../use-size.ts";
import { zoneOffsetMs } from "../zone-time.ts";
import { layoutAlerts } from "./layout.ts";
import { paintAlerts } from "./paint.ts";
import "../figure.css";

type AlertsFigureProps = FigureProps & { readonly body: AlertsBody };

/** Times beyond limits as a strip, a lane per priority; a press selects the device. */
export function AlertsFigure(props: AlertsFigureProps) {
  const { body, language, timeZone, theme, nameOfDevice, onDevice, selectedDevice } = props;
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  const [pointed, setPointed] = useState<string | null>(null);
  const time = useMemo(
    () =>
      new Intl.DateTimeFormat(language, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    [language, timeZone],
  );
  const offsetMs = zoneOffsetMs(timeZone, body.fromMs);
  const marks = useMemo(
    () => size && layoutAlerts(body, size.widthPx, size.heightPx, offsetMs),
    [body, size, offsetMs],
  );
  const titleOf = useMemo(
    () => (interval: AlertInterval) => {
      const until = interval.untilMs === null ? figureWords.ongoing[language] : time.format(interval.untilMs);
      return `${interval.priority} · ${nameOfDevice(interval.device)} · ${interval.message[language]} · ${time.format(interval.fromMs)} – ${until}`;
    },
    [language, nameOfDevice, time],
  );
  useEffect(() => {
    if (svg.current === null || marks === null) return;
    paintAlerts(svg.current, marks, {
      colourOf: (priority) => priorityColour[theme][priority],
      timeOf: (atMs) => time.format(atMs),
      selected: selectedDevice,
    });
  }, [marks, theme, time, selectedDevice]);

  const barOf = (target: EventTarget): Element | null => (target as Element).closest("[data-key]");
  const said = marks?.bars.find((bar) => bar.key === pointed)?.interval;
  const open = body.intervals.filter((interval) => interval.untilMs === null);
  return (
    <div className="alerts-figure">
      <div
        ref={box}
        className="figure-ground"
        role="presentation"
        onPointerMove={(event) => setPointed(barOf(event.target)?.getAttribute("data-key") ?? null)}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const device = barOf(event.target)?.getAttribute("data-device");
          if (device != null) onDevice(device as DeviceId);
        }}
      >
        <svg ref={svg} className="figure" role="img" aria-label={figureWords.alerts[language]} />
        <ul className="only-heard">
          {open.map((interval) => (
            <li key={`${interval.point} ${interval.limit}`}>{titleOf(interval)}</li>
          ))}
        </ul>
      </div>
      <p className="figure-said" aria-hidden="true">
        {said === undefined
          ? body.intervals.length === 0
            ? figureWords.noAlerts[language]
            : figureWords.alerts[language]
          : titleOf(said)}
      </p>
    </div>
  );
}
