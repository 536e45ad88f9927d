import { scaleLinear, select } from "d3";
import { fitText } from "../fit-text.ts";
import type { BuildingId } from "../../../models/ids.ts";
import type { EnergyBody } from "../../../models/overlay/bodies.ts";

export interface PowerBars {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rows: readonly {
    readonly building: BuildingId;
    readonly yPx: number;
    readonly widthPx: number;
    readonly powerKw: number | null;
    readonly status: EnergyBody["status"];
  }[];
}

const powerMargin = { left: 104, right: 64 };
const rowHeightPx = 24;

type Rows = EnergyBody["buildings"];

export const byPower = (buildings: Rows): Rows =>
  buildings.toSorted(
    (a, b) =>
      (b.powerKw ?? -1) - (a.powerKw ?? -1) || a.building.localeCompare(b.building, "en", { numeric: true }),
  );

/** Buildings by their power, the largest first; those not shown stand last with their reason. */
export function layoutPowerBars(buildings: EnergyBody["buildings"], widthPx: number): PowerBars {
  const ordered = buildings.toSorted(
    (a, b) =>
      (b.powerKw ?? -1) - (a.powerKw ?? -1) || a.building.localeCompare(b.building, "en", { numeric: true }),
  );
  const most = Math.max(1, ...ordered.map(({ powerKw }) => powerKw ?? 0));
  const width = scaleLinear(
    [0, most],
    [0, Math.max(0, widthPx - powerMargin.left - powerMargin.right)],
  ).clamp(true);
  return {
    widthPx,
    heightPx: ordered.length * rowHeightPx,
    rows: ordered.map(({ building, powerKw, status }, i) => ({
      building,
      powerKw,
      status,
      yPx: i * rowHeightPx,
      widthPx: powerKw === null ? 0 : width(powerKw),
    })),
  };
}

export interface PowerInk {
  nameOf(building: BuildingId): string;
  powerOf(row: PowerBars["rows"][number]): string;
  selected: BuildingId | null;
}

/** Draws the bars; each row carries `data-key` for hover and click. */
export function paintPowerBars(svg: SVGSVGElement, bars: PowerBars, ink: PowerInk): void {
  select(svg)
    .attr("viewBox", `0 0 ${bars.widthPx} ${bars.heightPx}`)
    .selectAll<SVGGElement, PowerBars["rows"][number]>("g.row")
    .data(bars.rows, (row) => row.building)
    .join((enter) => {
      const row = enter.append("g").attr("class", "row");
      row.append("rect").attr("class", "hit");
      row.append("rect").attr("class", "sure");
      row.append("text").attr("class", "name").attr("text-anchor", "end").attr("dy", "0.35em");
      row.append("text").attr("class", "band").attr("dy", "0.35em");
      return row;
    })
    .attr("data-key", (row) => row.building)
    .classed("selected", (row) => row.building === ink.selected)
    .classed("withheld", (row) => row.powerKw === null)
    .order()
    .each(function draw(row) {
      const group = select(this);
      const middlePx = row.yPx + rowHeightPx / 2;
      group
        .select("rect.hit")
        .attr("x", 0)
        .attr("y", row.yPx)
        .attr("width", bars.widthPx)
        .attr("height", rowHeightPx);
      group
        .select("rect.sure")
        .attr("x", powerMargin.left)
        .attr("y", row.yPx + 5)
        .attr("width", row.widthPx)
        .attr("height", rowHeightPx - 10);
      group
        .select("text.name")
        .attr("x", powerMargin.left - 6)
        .attr("y", middlePx)
        .text(fitText(ink.nameOf(row.building), powerMargin.left - 8));
      group
        .select("text.band")
        .attr("x", powerMargin.left + row.widthPx + 6)
        .attr("y", middlePx)
        .text(ink.powerOf(row));
    });
}
