import { area, select } from "d3";
import type { EnergyUse } from "../../../models/overlay/bodies.ts";
import { type EnergyBand, type EnergyMarks, energyMargin } from "./layout.ts";

export interface EnergyInk {
  colourOf(use: EnergyUse): string;
  nameOf(use: EnergyUse): string;
  timeOf(atMs: number): string;
  numberOf(powerKw: number): string;
}

type Edge = { readonly xPx: number; readonly lowPx: number; readonly highPx: number } | null;

const shape = area<Edge>()
  .defined((edge) => edge !== null)
  .x((edge) => edge?.xPx ?? 0)
  .y0((edge) => edge?.lowPx ?? 0)
  .y1((edge) => edge?.highPx ?? 0);

/** A mean holds for its whole step: flat from its beginning to its end. */
const edgesOf = (bands: readonly EnergyBand[]): readonly Edge[] =>
  bands.flatMap((band): readonly Edge[] => (band === null ? [null] : [band, { ...band, xPx: band.endPx }]));

/** Draws (or redraws) the stacked area into an svg; each layer carries `data-use` for hover and click. */
export function paintEnergy(svg: SVGSVGElement, marks: EnergyMarks, ink: EnergyInk): void {
  const root = select(svg).attr("viewBox", `0 0 ${marks.widthPx} ${marks.heightPx}`);
  paintAxes(svg, marks, ink);
  root
    .selectAll<SVGPathElement, EnergyMarks["layers"][number]>("path.layer")
    .data(marks.layers, (layer) => layer.use)
    .join("path")
    .attr("class", "layer")
    .attr("data-use", (layer) => layer.use)
    .attr("fill", (layer) => ink.colourOf(layer.use))
    .attr("d", (layer) => shape(edgesOf(layer.bands)));
  root
    .selectAll<SVGLineElement, number>("line.zero")
    .data([marks.zeroPx])
    .join("line")
    .attr("class", "zero")
    .attr("x1", energyMargin.left)
    .attr("x2", marks.widthPx - energyMargin.right)
    .attr("y1", (yPx) => yPx)
    .attr("y2", (yPx) => yPx);
  const edgePx = marks.widthPx - energyMargin.right;
  root
    .selectAll<SVGGElement, EnergyMarks["labels"][number]>("g.name")
    .data(marks.labels, (label) => label.use)
    .join((enter) => {
      const label = enter.append("g").attr("class", "name");
      label.append("path");
      label.append("text").attr("dy", "0.35em");
      return label;
    })
    .attr("data-use", (label) => label.use)
    .each(function draw(label) {
      const group = select(this);
      group.select("path").attr("d", `M${edgePx + 1},${label.atPx}L${edgePx + 8},${label.yPx}`);
      group
        .select("text")
        .attr("x", edgePx + 11)
        .attr("y", label.yPx)
        .text(ink.nameOf(label.use));
    });
}

function paintAxes(svg: SVGSVGElement, marks: EnergyMarks, ink: EnergyInk): void {
  const root = select(svg);
  root
    .selectAll<SVGGElement, EnergyMarks["yTicks"][number]>("g.y")
    .data(marks.yTicks)
    .join((enter) => {
      const tick = enter.append("g").attr("class", "y tick");
      tick.append("line");
      tick.append("text").attr("text-anchor", "end").attr("dy", "0.32em");
      return tick;
    })
    .each(function draw(tick) {
      const group = select(this);
      group
        .select("line")
        .attr("x1", energyMargin.left)
        .attr("x2", marks.widthPx - energyMargin.right)
        .attr("y1", tick.yPx)
        .attr("y2", tick.yPx);
      group
        .select("text")
        .attr("x", energyMargin.left - 6)
        .attr("y", tick.yPx)
        .text(tick === marks.yTicks.at(-1) ? `${ink.numberOf(tick.powerKw)} kW` : ink.numberOf(tick.powerKw));
    });
  root
    .selectAll<SVGTextElement, EnergyMarks["xTicks"][number]>("text.x")
    .data(marks.xTicks)
    .join("text")
    .attr("class", "x tick")
    .attr("text-anchor", "middle")
    .attr("x", (tick) => tick.xPx)
    .attr("y", marks.heightPx - 5)
    .text((tick) => ink.timeOf(tick.atMs));
}
