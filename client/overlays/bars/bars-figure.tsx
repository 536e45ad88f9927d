import { select } from "d3";
import { useEffect, useMemo, useRef } from "react";
import { fitText } from "../fit-text.ts";
import { useSize } from "../use-size.ts";
import { barRowPx, layoutBars, type Bar, type BarMarks } from "./layout.ts";
import "../figure.css";

function paintBars(svg: SVGSVGElement, marks: BarMarks): void {
  const rows = select(svg)
    .attr("viewBox", `0 0 ${marks.widthPx} ${marks.heightPx}`)
    .selectAll<SVGGElement, BarMarks["rows"][number]>("g.share")
    .data(marks.rows, (row) => row.bar.key)
    .join((enter) => {
      const row = enter.append("g").attr("class", "share");
      row.append("rect").attr("class", "sure");
      row.append("text").attr("class", "name").attr("dy", "0.35em");
      row.append("text").attr("class", "said").attr("dy", "0.35em");
      return row;
    });
  rows.each(function draw({ bar, yPx, startPx, endPx }) {
    const group = select(this);
    const middlePx = yPx + barRowPx / 2;
    group
      .select("rect")
      .attr("x", startPx)
      .attr("y", yPx + 5)
      .attr("width", endPx - startPx)
      .attr("height", barRowPx - 10);
    group
      .select("text.name")
      .attr("x", 0)
      .attr("y", middlePx)
      .text(fitText(bar.name, startPx - 6));
    group
      .select("text.said")
      .attr("x", endPx + 6)
      .attr("y", middlePx)
      .text(bar.said);
  });
}

interface BarsFigureProps {
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** A few quantities of one kind, side by side; said as one sentence to who does not see. */
export function BarsFigure({ label, bars }: BarsFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  const marks = useMemo(() => size && layoutBars(bars, size.widthPx), [bars, size]);
  useEffect(() => {
    if (svg.current !== null && marks !== null) paintBars(svg.current, marks);
  }, [marks]);
  const sentence = `${label}: ${bars.map(({ name, said }) => `${name} ${said}`).join(", ")}`;
  return (
    <div
      ref={box}
      className="bars-figure"
      role="img"
      aria-label={sentence}
      style={{ height: `${(bars.length * barRowPx) / 16}rem` }}
    >
      <svg ref={svg} className="figure" aria-hidden="true" />
    </div>
  );
}
