import { useEffect, useMemo, useRef } from "react";
import type { AlertInterval, AlertsBody } from "../../../models/overlay/bodies.ts";
import { priorityColour } from "../../look/palette.ts";
import type { FigureProps } from "../figure-props.ts";
import { figureWords } from "../figure-words.ts";
import { MarkList } from "../mark-list.tsx";
import { useSize } from "../use-size.ts";
import { zoneOffsetMs } from "../zone-time.ts";
import { layoutAlerts } from "./layout.ts";
import { paintAlerts } from "./paint.ts";
import "../figure.css";

type AlertsFigureProps = FigureProps & { readonly body: AlertsBody };

/** Times beyond limits as a strip, a lane per priority; a press selects the device. */
export function AlertsFigure(props: AlertsFigureProps) {
  const { body, language } = props;
  // Four empty lanes would look as if all were well.
  if (body.status === "not-measured")
    return <p className="figure-sentence unmeasured">{figureWords.noDevices[language]}</p>;
  return <ShownAlerts {...props} />;
}

function ShownAlerts(props: AlertsFigureProps) {
  const { body, language, timeZone, theme, nameOfDevice, onDevice, selectedDevice } = props;
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
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
  const sentenceOf = useMemo(
    () => (interval: AlertInterval) => {
      const until = interval.untilMs === null ? figureWords.ongoing[language] : time.format(interval.untilMs);
      return `${interval.priority} · ${interval.about?.name[language] ?? nameOfDevice(interval.device)} · ${interval.message[language]} · ${time.format(interval.fromMs)} – ${until}`;
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

  const words = useMemo(
    () => (marks?.bars ?? []).map(({ key, interval }) => ({ key, sentence: sentenceOf(interval) })),
    [marks, sentenceOf],
  );
  return (
    <MarkList
      label={figureWords.alerts[language]}
      idle={(body.intervals.length > 0 ? figureWords.alerts : figureWords.noAlerts)[language]}
      box={box}
      className="figure-ground"
      marks={words}
      onChoose={(key) => {
        const bar = marks?.bars.find((each) => each.key === key);
        if (bar !== undefined) onDevice(bar.interval.device);
      }}
    >
      <svg ref={svg} className="figure" aria-hidden="true" />
    </MarkList>
  );
}
