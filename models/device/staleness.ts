import { seconds } from "../quantity.ts";
import type { PointSpec } from "./kind.ts";

/** A point that is silent for this many of its periods is stale. */
const stalePeriods = 3;

export const staleAfterMs = (spec: Pick<PointSpec, "periodS">): number =>
  stalePeriods * spec.periodS * seconds;

/** Whether a value last told at `lastMs` is too old at `nowMs` (both epoch milliseconds of one clock). */
export const isStale = (spec: Pick<PointSpec, "periodS">, lastMs: number, nowMs: number): boolean =>
  nowMs - lastMs > staleAfterMs(spec);
