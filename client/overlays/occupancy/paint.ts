import { select } from "d3";
import { fitText } from "../fit-text.ts";
import type { BuildingId } from "../../../models/ids.ts";
import { type OccupancyMarks, type OccupancyRow, occupancyMargin } from "./layout.ts";

export interface OccupancyInk {
  nameOf(building: BuildingId): string;
  bandOf(row: OccupancyRow): string;
  selected: BuildingId | null;
}

/** Draws the bars; each row carries `data-key` for hover and click. */
export function paintOccupancy(svg: SVGSVGElement, marks: OccupancyMarks, ink: OccupancyInk): void {
  const root = select(svg).attr("viewBox", `0 0 ${marks.widthPx} ${marks.heightPx}`);
  root
    .selectAll<SVGLineElement, OccupancyMarks["ticks"][number]>("line.grid")
    .data(marks.ticks)
    .join("line")
    .attr("class", "grid")
    .attr("x1", (tick) => tick.xPx)
    .attr("x2", (tick) => tick.xPx)
    .attr("y1", occupancyMargin.top - 3)
    .attr("y2", marks.heightPx - occupancyMargin.bottom);
  root
    .selectAll<SVGTextElement, OccupancyMarks["ticks"][number]>("text.x")
    .data(marks.ticks)
    .join("text")
    .attr("class", "x tick")
    .attr("text-anchor", "middle")
    .attr("x", (tick) => tick.xPx)
    .attr("y", 10)
    .text((tick) => tick.persons);
  const rows = root
    .selectAll<SVGGElement, OccupancyRow>("g.row")
    .data(marks.rows, (row) => row.building)
    .join((enter) => {
      const row = enter.append("g").attr("class", "row");
      row.append("rect").attr("class", "hit");
      row.append("rect").attr("class", "reach");
      row.append("rect").attr("class", "sure");
      row.append("text").attr("class", "name").attr("text-anchor", "end").attr("dy", "0.35em");
      row.append("text").attr("class", "band").attr("dy", "0.35em");
      return row;
    })
    .attr("data-key", (row) => row.building)
    .classed("selected", (row) => row.building === ink.selected)
    .classed("withheld", (row) => row.status !== "shown")
    .order();
  rows.each(function draw(row) {
    const group = select(this);
    const middlePx = row.yPx + row.rowHeightPx / 2;
    group
      .select("rect.hit")
      .attr("x", 0)
      .attr("y", row.yPx)
      .attr("width", marks.widthPx)
      .attr("height", row.rowHeightPx);
    const bar = (name: string, fromPx: number, toPx: number) =>
      group
        .select(`rect.${name}`)
        .attr("x", fromPx)
        .attr("y", row.yPx + 5)
        .attr("width", Math.max(0, toPx - fromPx))
        .attr("height", row.rowHeightPx - 10);
    bar("sure", row.startPx, row.lowPx);
    bar("reach", row.startPx, row.highPx);
    group
      .select("text.name")
      .attr("x", row.startPx - 6)
      .attr("y", middlePx)
      .text(fitText(ink.nameOf(row.building), occupancyMargin.left - 8));
    group
      .select("text.band")
      .attr("x", row.highPx + 6)
      .attr("y", middlePx)
      .text(ink.bandOf(row));
  });
}
