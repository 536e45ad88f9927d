import { scaleLinear, stack, stackOffsetDiverging } from "d3";
import type { EnergyBody, EnergyUse } from "../../../models/overlay/bodies.ts";
import { hours, minutes } from "../../../models/quantity.ts";
import { timeAxis } from "../zone-time.ts";
import { spread } from "./spread.ts";

export interface EnergyMarks {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly layers: readonly { readonly use: EnergyUse; readonly bands: readonly EnergyBand[] }[];
  /** Each step, as drawn; the figure answers a pointer by the step it is in. */
  readonly columns: readonly { readonly xPx: number; readonly endPx: number }[];
  readonly zeroPx: number;
  readonly yTicks: readonly { readonly yPx: number; readonly powerKw: number }[];
  readonly xTicks: readonly { readonly xPx: number; readonly atMs: number }[];
  /** Names beside the last step, apart from each other. */
  readonly labels: readonly { readonly use: EnergyUse; readonly yPx: number; readonly atPx: number }[];
}

/** One step of one use; null where nothing was read, so that a gap stays a gap. */
export type EnergyBand = {
  readonly xPx: number;
  readonly endPx: number;
  readonly lowPx: number;
  readonly highPx: number;
  readonly powerKw: number;
} | null;

export const energyMargin = { left: 64, right: 92, top: 8, bottom: 20 };
const labelPx = 13;
const leastLabelledPx = 5;
const headroom = 1.04;
const stepMs = { minute: minutes, hour: hours } as const;

/** Consumption stacks up from zero; what the community makes itself hangs below it. */
export function layoutEnergy(
  body: EnergyBody,
  widthPx: number,
  heightPx: number,
  offsetMs: number,
): EnergyMarks {
  const { left, right, top, bottom } = energyMargin;
  const signed = body.steps.map((step) => {
    const row: Record<string, number> = {};
    body.uses.forEach((use, i) => {
      const power = step.powerKw[i] ?? 0;
      row[use] = use === "pv" ? -power : power;
    });
    return row;
  });
  const series = stack<Record<string, number>>().keys(body.uses).offset(stackOffsetDiverging)(signed);
  let low = 0;
  let high = 1;
  for (const layer of series) {
    for (const band of layer) {
      low = Math.min(low, band[0], band[1]);
      high = Math.max(high, band[0], band[1]);
    }
  }
  const lengthMs = stepMs[body.step];
  const firstMs = body.steps[0]?.fromMs ?? 0;
  const endMs = (body.steps.at(-1)?.fromMs ?? firstMs) + lengthMs;
  const x = timeAxis(firstMs, endMs, left, widthPx - right, offsetMs);
  const y = scaleLinear([low * headroom, high * headroom], [heightPx - bottom, top]);
  const columns = body.steps.map((step) => ({ xPx: x(step.fromMs), endPx: x(step.fromMs + lengthMs) }));
  const layers = series.map((layer, i) => ({
    use: layer.key as EnergyUse,
    bands: layer.map((band, at): EnergyBand => {
      const column = columns[at];
      const powerKw = body.steps[at]?.powerKw[i] ?? null;
      return column === undefined || powerKw === null
        ? null
        : { ...column, lowPx: y(band[0]), highPx: y(band[1]), powerKw };
    }),
  }));
  return {
    widthPx,
    heightPx,
    layers,
    columns,
    zeroPx: y(0),
    yTicks: y.ticks(4).map((powerKw) => ({ yPx: y(powerKw), powerKw })),
    xTicks: x.ticks,
    labels: labelsOf(layers, top, heightPx - bottom),
  };
}

function labelsOf(layers: EnergyMarks["layers"], topPx: number, bottomPx: number): EnergyMarks["labels"] {
  const wanted = layers.flatMap(({ use, bands }) => {
    const last = bands.at(-1);
    if (last == null || Math.abs(last.lowPx - last.highPx) < leastLabelledPx) return [];
    return [{ use, atPx: (last.lowPx + last.highPx) / 2 }];
  });
  const placed = spread(
    wanted.map(({ atPx }) => atPx),
    labelPx,
    topPx + labelPx / 2,
    bottomPx - labelPx / 2,
  );
  return wanted.map((label, i) => ({ ...label, yPx: placed[i] ?? label.atPx }));
}

/** The step a place is in, or the nearest to it; null when there is none. */
export function columnAt(marks: EnergyMarks, xPx: number): number | null {
  if (marks.columns.length === 0) return null;
  const after = marks.columns.findIndex((column) => xPx < column.endPx);
  return after < 0 ? marks.columns.length - 1 : after;
}
