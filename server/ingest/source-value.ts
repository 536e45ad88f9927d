import type { PointSpec } from "../../models/device/kind.ts";
import { goodQuality, qualityByte } from "../../models/device/reading.ts";

/** A value travels as a count of its resolution in 32 bits. */
const widestCount = 2 ** 31 - 1;

const spelledNotFinite = /^[+-]?(nan|inf(inity)?)$/i;

/**
 * The value of a point as a finite number (booleans 0/1, enums their ordinal; −0 is 0), or why it is none. Numbers in
 * quotes are text, not numbers. Numbers too large to count in steps of the point's resolution are refused here; those
 * merely out of the point's range are for the twin to judge.
 */
export function valueFromSource(
  spec: PointSpec,
  raw: unknown,
): number | "not-a-number" | "wrong-type" | "out-of-range" {
  switch (spec.type) {
    case "number":
      return numberFromSource(spec, raw);
    case "boolean":
      if (raw === true || raw === 1) return 1;
      return raw === false || raw === 0 ? 0 : "wrong-type";
    case "enum": {
      const ordinal = typeof raw === "string" ? spec.values.indexOf(raw) : raw;
      if (typeof ordinal !== "number" || !Number.isInteger(ordinal)) return "wrong-type";
      return ordinal >= 0 && ordinal < spec.values.length ? ordinal + 0 : "wrong-type";
    }
    case "event":
      return "wrong-type";
  }
}

function numberFromSource(
  spec: PointSpec,
  raw: unknown,
): number | "not-a-number" | "wrong-type" | "out-of-range" {
  if (typeof raw === "number") {
    if (!Number.isFinite(raw)) return "not-a-number";
    // Adding zero turns −0 into 0.
    return Math.abs(raw) / spec.resolution <= widestCount ? raw + 0 : "out-of-range";
  }
  // JSON has no NaN: programs that serialise one send null.
  if (raw === null || (typeof raw === "string" && spelledNotFinite.test(raw))) return "not-a-number";
  return "wrong-type";
}

const withZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Epoch milliseconds of a time as sources write it; `arrivedMs` when they wrote none, NaN when it cannot be read. */
export function timeFromSource(at: unknown, arrivedMs: number): number {
  if (at === undefined || at === null) return arrivedMs;
  if (typeof at === "number") return Number.isFinite(at) ? Math.round(at) : Number.NaN;
  return typeof at === "string" && withZone.test(at) ? Date.parse(at) : Number.NaN;
}

const reported = {
  good: goodQuality,
  uncertain: qualityByte("uncertain", "reported-by-device"),
  bad: qualityByte("bad", "reported-by-device"),
} as const;

/** Quality byte of the word a source uses; null for a word that is none. */
export function qualityFromSource(quality: unknown): number | null {
  if (quality === undefined || quality === null) return goodQuality;
  return typeof quality === "string" && Object.hasOwn(reported, quality)
    ? reported[quality as keyof typeof reported]
    : null;
}
