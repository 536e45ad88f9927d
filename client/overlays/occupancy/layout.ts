import { scaleLinear } from "d3";
import type { BuildingId } from "../../../models/ids.ts";
import type { OccupancyBody, OccupancyOfBuilding } from "../../../models/overlay/bodies.ts";

export interface OccupancyMarks {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rows: readonly OccupancyRow[];
  readonly ticks: readonly { readonly xPx: number; readonly persons: number }[];
}

export interface OccupancyRow {
  readonly building: BuildingId;
  readonly status: OccupancyOfBuilding["status"];
  readonly yPx: number;
  readonly rowHeightPx: number;
  /** Where bars begin; the certain part ends at `lowPx`, the band at `highPx`. */
  readonly startPx: number;
  readonly lowPx: number;
  readonly highPx: number;
  readonly band: OccupancyOfBuilding["band"];
}

export const occupancyMargin = { left: 104, right: 66, top: 18, bottom: 4 };
const rowHeightPx = 24;

export const byBand = (buildings: readonly OccupancyOfBuilding[]): readonly OccupancyOfBuilding[] =>
  buildings.toSorted(
    (a, b) =>
      (b.band?.low ?? -1) - (a.band?.low ?? -1) ||
      a.building.localeCompare(b.building, "en", { numeric: true }),
  );

/** Bars of buildings, the fullest first; those not shown stand last with their reason. */
export function layoutOccupancy(body: OccupancyBody, widthPx: number): OccupancyMarks {
  const ordered = byBand(body.buildings);
  const most = Math.max(10, ...ordered.map((each) => each.band?.high ?? each.band?.low ?? 0));
  const { left, right, top, bottom } = occupancyMargin;
  const x = scaleLinear([0, most], [left, widthPx - right]);
  return {
    widthPx,
    heightPx: top + bottom + ordered.length * rowHeightPx,
    rows: ordered.map((each, i) => ({
      building: each.building,
      status: each.status,
      yPx: top + i * rowHeightPx,
      rowHeightPx,
      startPx: left,
      lowPx: x(each.band?.low ?? 0),
      highPx: x(each.band === null ? 0 : (each.band.high ?? most)),
      band: each.band,
    })),
    ticks: x.ticks(3).map((persons) => ({ xPx: x(persons), persons })),
  };
}
