import { useMemo, useRef, useState, useEffect, type KeyboardEvent, type PointerEvent } from "react";
import type { EnergyBody, EnergyUse } from "../../../models/overlay/bodies.ts";
import { colourOfUse } from "../../look/palette.ts";
import type { FigureProps } from "../figure-props.ts";
import { energyEmpty, figureWords, useNames } from "../figure-words.ts";
import { useSize } from "../use-size.ts";
import { zoneOffsetMs } from "../zone-time.ts";
import { EnergyReadout } from "./energy-readout.tsx";
import { columnAt, energyMargin, layoutEnergy } from "./layout.ts";
import { paintEnergy } from "./paint.ts";
import "../figure.css";

type EnergyFigureProps = FigureProps & { readonly body: EnergyBody };

/** Mean power by use as a stacked area; the step under the pointer (or the last) is read out in numbers. */
export function EnergyFigure(props: EnergyFigureProps) {
  const { body, language } = props;
  if (body.status !== "shown" || body.steps.length === 0) {
    const why = body.status === "shown" ? "not-yet" : body.status;
    return <p className="figure-sentence">{energyEmpty[why][language]}</p>;
  }
  return <ShownEnergy {...props} />;
}

function ShownEnergy({ body, language, timeZone, mood, theme, onDevice, selectedDevice }: EnergyFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  const [pointed, setPointed] = useState<number | null>(null);
  const offsetMs = zoneOffsetMs(timeZone, body.steps[0]?.fromMs ?? 0);
  const marks = useMemo(
    () => size && layoutEnergy(body, size.widthPx, size.heightPx, offsetMs),
    [body, size, offsetMs],
  );
  const hour = useMemo(
    () =>
      new Intl.DateTimeFormat(language, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    [language, timeZone],
  );
  const number = useMemo(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }), [language]);

  useEffect(() => {
    if (svg.current === null || marks === null) return;
    paintEnergy(svg.current, marks, {
      colourOf: (use) => colourOfUse(use, mood, theme),
      nameOf: (use) => useNames[use][language],
      timeOf: (atMs) => hour.format(atMs),
      numberOf: (powerKw) => number.format(powerKw),
    });
  }, [marks, mood, theme, language, hour, number]);

  const at = Math.min(pointed ?? body.steps.length - 1, body.steps.length - 1);
  const point = (event: PointerEvent): void => {
    if (marks === null || size === null) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    setPointed(columnAt(marks, (event.clientX - left) / size.scale));
  };
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setPointed(Math.max(0, Math.min(body.steps.length - 1, at + by)));
  };
  /** Presses on one use walk through its sources, one after another. */
  const choose = (use: EnergyUse): void => {
    const devices = body.sources.find((source) => source.use === use)?.devices ?? [];
    const now = selectedDevice === null ? -1 : devices.indexOf(selectedDevice);
    const next = devices[(now + 1) % Math.max(1, devices.length)];
    if (next !== undefined) onDevice(next);
  };
  const column = marks?.columns[at];
  return (
    <div className="energy-figure">
      <div
        ref={box}
        className="figure-ground"
        role="slider"
        tabIndex={0}
        aria-label={`${figureWords.energy[language]}, ${figureWords.step[body.step][language]}`}
        aria-valuemin={0}
        aria-valuemax={body.steps.length - 1}
        aria-valuenow={at}
        aria-valuetext={hour.format(body.steps[at]?.fromMs ?? 0)}
        onPointerMove={point}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={step}
        onClick={(event) => {
          const use = (event.target as Element).closest("[data-use]")?.getAttribute("data-use");
          if (use != null) choose(use as EnergyUse);
        }}
      >
        <svg ref={svg} className="figure" aria-hidden="true" />
        {pointed !== null && column !== undefined && size !== null && (
          <span
            className="figure-rule"
            style={{
              left: column.xPx * size.scale,
              width: Math.max(1, (column.endPx - column.xPx) * size.scale),
              bottom: energyMargin.bottom * size.scale,
            }}
          />
        )}
      </div>
      <EnergyReadout
        body={body}
        at={at}
        language={language}
        time={(atMs) => hour.format(atMs)}
        number={(value) => number.format(value)}
        colour={(use) => colourOfUse(use, mood, theme)}
        onChoose={choose}
      />
    </div>
  );
}
