import { select } from "d3";
import type { Priority } from "../../../models/device/kind.ts";
import { priorityShape } from "../../look/palette.ts";
import { type AlertBar, type AlertMarks, alertMargin } from "./layout.ts";

export interface AlertInk {
  colourOf(priority: Priority): string;
  timeOf(atMs: number): string;
  selected: string | null;
}

/** Draws the strip; each bar carries `data-key` for hover and click. */
export function paintAlerts(svg: SVGSVGElement, marks: AlertMarks, ink: AlertInk): void {
  const root = select(svg).attr("viewBox", `0 0 ${marks.widthPx} ${marks.heightPx}`);
  const lanes = root
    .selectAll<SVGGElement, AlertMarks["lanes"][number]>("g.lane")
    .data(marks.lanes)
    .join((enter) => {
      const lane = enter.append("g").attr("class", "lane");
      lane.append("rect");
      lane.append("path");
      lane.append("text").attr("dy", "0.35em");
      return lane;
    });
  lanes.each(function draw(lane, i) {
    const group = select(this);
    const middlePx = lane.yPx + lane.heightPx / 2;
    group
      .select("rect")
      .attr("class", i % 2 === 0 ? "even" : "odd")
      .attr("x", alertMargin.left)
      .attr("y", lane.yPx)
      .attr("width", marks.widthPx - alertMargin.left - alertMargin.right)
      .attr("height", lane.heightPx);
    group
      .select("path")
      .attr("d", priorityShape[lane.priority])
      .attr("transform", `translate(9,${middlePx}) scale(5)`)
      .attr("class", lane.open > 0 ? "lit" : "quiet")
      .attr("fill", lane.open > 0 ? ink.colourOf(lane.priority) : null);
    group.select("text").attr("x", 19).attr("y", middlePx).text(lane.priority);
  });
  root
    .selectAll<SVGTextElement, AlertMarks["xTicks"][number]>("text.x")
    .data(marks.xTicks)
    .join("text")
    .attr("class", "x tick")
    .attr("text-anchor", "middle")
    .attr("x", (tick) => tick.xPx)
    .attr("y", marks.heightPx - 4)
    .text((tick) => ink.timeOf(tick.atMs));
  root
    .selectAll<SVGRectElement, AlertBar>("rect.bar")
    .data(marks.bars, (bar) => bar.key)
    .join("rect")
    .attr("class", "bar")
    .attr("data-key", (bar) => bar.key)
    .classed("ended", (bar) => bar.interval.untilMs !== null)
    .classed("selected", (bar) => bar.interval.device === ink.selected)
    .attr("fill", (bar) => ink.colourOf(bar.interval.priority))
    .attr("x", (bar) => bar.xPx)
    .attr("y", (bar) => bar.yPx)
    .attr("width", (bar) => bar.widthPx)
    .attr("height", (bar) => bar.heightPx);
}
