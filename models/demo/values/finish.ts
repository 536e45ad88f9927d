import type { PointSpec } from "../../device/kind.ts";
import { dequantise, quantise } from "../../quantity.ts";
import type { Values } from "./reader.ts";

/** A value as the device would tell it: within its range, in whole steps of its resolution. */
function told(spec: PointSpec, value: number): number {
  const clamped = Math.min(spec.max, Math.max(spec.min, value));
  return dequantise(quantise(clamped, spec.resolution), spec.resolution) + 0;
}

export function finished(points: readonly PointSpec[], values: Values): Values {
  const out: Record<string, number | boolean | string> = {};
  for (const spec of points) {
    const value = values[spec.property];
    if (value !== undefined) out[spec.property] = typeof value === "number" ? told(spec, value) : value;
  }
  return out;
}
