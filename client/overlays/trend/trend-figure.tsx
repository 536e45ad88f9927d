import { select } from "d3";
import { useEffect, useRef } from "react";
import type { Trend } from "../../../models/trend/trend.ts";
import { useSize } from "../use-size.ts";
import { layoutTrend, type TrendLines, type TrendMarks } from "./layout.ts";
import "./trend.css";

interface TrendFigureProps extends TrendLines {
  /** What it shows, in words. */
  readonly label: string;
  readonly trend: Trend;
}

function paintTrend(svg: SVGSVGElement, marks: TrendMarks): void {
  const { widthPx, heightPx, normal, last } = marks;
  const root = select(svg).attr("viewBox", `0 0 ${widthPx} ${heightPx}`);
  root
    .selectAll<SVGRectElement, NonNullable<TrendMarks["normal"]>>("rect.normal")
    .data(normal === null ? [] : [normal])
    .join((enter) => enter.insert("rect", ":first-child").attr("class", "normal"))
    .attr("width", widthPx)
    .attr("y", ({ yPx }) => yPx)
    .attr("height", (band) => band.heightPx);
  root
    .selectAll<SVGLineElement, number>("line.limit")
    .data(marks.limitsPx)
    .join("line")
    .attr("class", "limit")
    .attr("x2", widthPx)
    .attr("y1", (yPx) => yPx)
    .attr("y2", (yPx) => yPx);
  root
    .selectAll("path.reach")
    .data([marks.reach])
    .join("path")
    .attr("class", "reach")
    .attr("d", (d) => d);
  root
    .selectAll("path.line")
    .data([marks.line])
    .join("path")
    .attr("class", "line")
    .attr("d", (d) => d);
  root
    .selectAll<SVGCircleElement, NonNullable<TrendMarks["last"]>>("circle")
    .data(last === null ? [] : [last])
    .join("circle")
    .attr("class", ({ isOutside }) => (isOutside ? "last outside" : "last"))
    .attr("r", 2.5)
    .attr("cx", ({ xPx }) => xPx)
    .attr("cy", ({ yPx }) => yPx);
}

/** How a value went, as small as a word. */
export function TrendFigure({ label, trend, normal, limits }: TrendFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  useEffect(() => {
    if (svg.current === null || size === null) return;
    paintTrend(svg.current, layoutTrend(trend, { normal, limits }, size.widthPx, size.heightPx));
  }, [trend, normal, limits, size]);
  return (
    <div ref={box} className="trend-figure" role="img" aria-label={label}>
      <svg ref={svg} aria-hidden="true" />
    </div>
  );
}
