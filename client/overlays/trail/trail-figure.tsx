import { select } from "d3";
import { useEffect, useMemo, useRef } from "react";
import { hours } from "../../../models/quantity.ts";
import type { Language } from "../../../models/language/text.ts";
import { useSize } from "../use-size.ts";
import { zoneOffsetMs } from "../zone-time.ts";
import { laneRowPx, layoutTrail, type Deed, type TrailMarks } from "./layout.ts";
import "../figure.css";

/** From here on an hour alone would not say which. */
const dayAndHalfMs = 36 * hours;

interface TrailFigureProps {
  readonly label: string;
  readonly deeds: readonly Deed[];
  readonly acts: readonly { readonly act: string; readonly name: string }[];
  readonly nowMs: number;
  readonly language: Language;
  readonly timeZone: string;
}

interface TrailInk {
  nameOf(act: string): string;
  timeOf(atMs: number): string;
}

function paintTrail(svg: SVGSVGElement, marks: TrailMarks, ink: TrailInk): void {
  const root = select(svg).attr("viewBox", `0 0 ${marks.widthPx} ${marks.heightPx}`);
  const lanes = root
    .selectAll<SVGGElement, TrailMarks["lanes"][number]>("g.act")
    .data(marks.lanes, (lane) => lane.act)
    .join((enter) => {
      const lane = enter.append("g").attr("class", "act");
      lane.append("line").attr("class", "grid");
      lane.append("text").attr("class", "name").attr("dy", "0.35em");
      lane.append("text").attr("class", "count").attr("dy", "0.35em").attr("text-anchor", "end");
      return lane;
    });
  lanes.each(function draw(lane) {
    const group = select(this);
    const middlePx = lane.yPx + laneRowPx / 2;
    group
      .select("line")
      .attr("x1", marks.leftPx)
      .attr("x2", marks.widthPx)
      .attr("y1", lane.yPx + laneRowPx - 2)
      .attr("y2", lane.yPx + laneRowPx - 2);
    group.select("text.name").attr("x", 0).attr("y", middlePx).text(ink.nameOf(lane.act));
    group
      .select("text.count")
      .attr("x", marks.leftPx - 10)
      .attr("y", middlePx)
      .text(lane.count);
    group
      .selectAll<SVGRectElement, (typeof lane.bars)[number]>("rect.sure")
      .data(lane.bars)
      .join("rect")
      .attr("class", "sure")
      .attr("x", (bar) => bar.xPx)
      .attr("y", (bar) => bar.yPx)
      .attr("width", marks.barPx)
      .attr("height", (bar) => bar.heightPx);
  });
  root
    .selectAll<SVGTextElement, TrailMarks["xTicks"][number]>("text.x")
    .data(marks.xTicks)
    .join("text")
    .attr("class", "x tick")
    .attr("text-anchor", "middle")
    .attr("x", (tick) => tick.xPx)
    .attr("y", marks.heightPx - 3)
    .text((tick) => ink.timeOf(tick.atMs));
}

/** What was done, by act over time: a burst of refusals stands out before anybody reads a line. */
export function TrailFigure({ label, deeds, acts, nowMs, language, timeZone }: TrailFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  const marks = useMemo(
    () => size && layoutTrail(deeds, acts, nowMs, size.widthPx, zoneOffsetMs(timeZone, nowMs)),
    [deeds, acts, nowMs, size, timeZone],
  );
  const longTrail = (marks?.spanMs ?? 0) > dayAndHalfMs;
  const time = useMemo(() => {
    const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    const day = { month: "2-digit", day: "2-digit", hour: "2-digit", hourCycle: "h23" } as const;
    return new Intl.DateTimeFormat(language, { timeZone, ...(longTrail ? day : hour) });
  }, [language, timeZone, longTrail]);
  useEffect(() => {
    if (svg.current === null || marks === null) return;
    paintTrail(svg.current, marks, {
      nameOf: (act) => acts.find((each) => each.act === act)?.name ?? act,
      timeOf: (atMs) => time.format(atMs),
    });
  }, [marks, acts, time]);
  const said = (marks?.lanes ?? []).map(
    ({ act, count }) => `${acts.find((each) => each.act === act)?.name ?? act} ${count}`,
  );
  return (
    <div
      ref={box}
      className="trail-figure"
      role="img"
      aria-label={`${label}: ${said.join(", ")}`}
      style={{ height: `${(acts.length * laneRowPx + 16) / 16}rem` }}
    >
      <svg ref={svg} className="figure" aria-hidden="true" />
    </div>
  );
}
