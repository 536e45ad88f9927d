import type { Priority } from "../../device/kind.ts";

/** Days of data without which nothing is judged (ISA-18.2). */
export const daysNeeded = 30;

/** Up to where a number is acceptable, and to where it can still be managed; null where the source names no such band. */
interface Bounds {
  readonly acceptable: number;
  readonly manageable: number | null;
  /** The official texts were not read: the numbers are those in which public transcriptions of them agree. */
  readonly source: string;
}

const isa = "ISA-18.2";
const both = "ISA-18.2, EEMUA 191";

/** Shares are of 1. What a source says is "below" a whole number is here up to the one before it. */
export const bounds = {
  perTenMinutes: { acceptable: 1, manageable: 2, source: both },
  perHour: { acceptable: 6, manageable: 12, source: isa },
  perDay: { acceptable: 150, manageable: 300, source: "ISA-18.2-2009" },
  busyTenMinutes: { acceptable: 0.01, manageable: null, source: isa },
  busyHours: { acceptable: 0.01, manageable: null, source: isa },
  peakTenMinutes: { acceptable: 10, manageable: null, source: both },
  flood: { acceptable: 0.01, manageable: null, source: isa },
  frequent: { acceptable: 0.05, manageable: null, source: isa },
  chattering: { acceptable: 0, manageable: null, source: isa },
  fleeting: { acceptable: 0, manageable: null, source: isa },
  stale: { acceptable: 4, manageable: null, source: isa },
  standing: { acceptable: 9, manageable: null, source: "EEMUA 191" },
  shelved: { acceptable: 29, manageable: null, source: "EEMUA 191" },
  shareP1: { acceptable: 0.01, manageable: null, source: both },
  shareP2: { acceptable: 0.05, manageable: null, source: both },
  shareP3: { acceptable: 0.15, manageable: null, source: both },
  unauthorisedSuppressions: { acceptable: 0, manageable: null, source: isa },
} as const satisfies Record<string, Bounds>;
export type JudgedMeasure = keyof typeof bounds;

/** How the announcements should be spread over the priorities. */
export const priorityTargets: Readonly<Record<Priority, number>> = { P1: 0.01, P2: 0.05, P3: 0.15, P4: 0.8 };

export type Verdict = "acceptable" | "manageable" | "beyond";

export interface Judged extends Bounds {
  readonly value: number;
  /** Null while there is too little data. */
  readonly verdict: Verdict | null;
}

/** @param enough whether there is enough data to judge by. */
export function judged(measure: JudgedMeasure, value: number, enough: boolean): Judged {
  const { acceptable, manageable, source }: Bounds = bounds[measure];
  return { value, acceptable, manageable, source, verdict: enough ? verdictOf() : null };

  function verdictOf(): Verdict {
    if (value <= acceptable) return "acceptable";
    return manageable !== null && value <= manageable ? "manageable" : "beyond";
  }
}

/** What so many announcements in 10 minutes, on average, mean for one person (EEMUA 191). */
export const loads = [
  "very-likely-acceptable",
  "manageable",
  "likely-over-demanding",
  "very-likely-unacceptable",
] as const;
export type Load = (typeof loads)[number];

export function loadOf(perTenMinutes: number): Load {
  if (perTenMinutes <= 1) return "very-likely-acceptable";
  if (perTenMinutes <= 2) return "manageable";
  return perTenMinutes <= 10 ? "likely-over-demanding" : "very-likely-unacceptable";
}
