import type { LimitCondition, PointSpec } from "../kind.ts";
import type { Unit } from "../../quantity.ts";
import { decimalsOf } from "../../quantity.ts";

/** Counts and durations jump; they hover around no limit. */
const jumping: ReadonlySet<Unit> = new Set<Unit>(["", "state", "persons", "s", "h"]);

/** Share of the span, by what is measured (usual starting values: temperature 1 %, pressure 2 %, flow and level 5 %). */
const shareOfUnit: Partial<Record<Unit, number>> = {
  "°C": 0.01,
  K: 0.01,
  "K/min": 0.01,
  "m³/h": 0.05,
  "L/h": 0.05,
  "L/s": 0.05,
  "m/s": 0.05,
  m: 0.05,
  cm: 0.05,
};
const usualShare = 0.02;

/** How far it is from a limit to the far end of what is healthy; the deadband takes at most half of that way. */
function wayBack(condition: LimitCondition, low: number, high: number): number {
  switch (condition.when) {
    case "above":
    case "mean-above":
      return condition.value - low;
    case "below":
    case "mean-below":
      return high - condition.value;
    case "outside":
      return condition.high - condition.low;
    case "rising":
    case "falling":
      return condition.by;
    case "is":
    case "unchanged":
    case "silent":
    case "together":
      return 0;
  }
}

/**
 * The deadband a limit of a kind has: a share of the point's span (its normal band, else all it can say), in whole steps
 * of the point, at least one.
 */
export function usualDeadband(spec: PointSpec, condition: LimitCondition): number {
  if (spec.type !== "number" || jumping.has(spec.unit)) return 0;
  const { low, high } = spec.normal ?? { low: spec.min, high: spec.max };
  const way = wayBack(condition, low, high);
  if (way <= 0) return 0;
  const wished = Math.min((high - low) * (shareOfUnit[spec.unit] ?? usualShare), way / 2);
  const steps = Math.max(1, Math.round(wished / spec.resolution));
  return Number((steps * spec.resolution).toFixed(decimalsOf(spec.resolution)));
}
