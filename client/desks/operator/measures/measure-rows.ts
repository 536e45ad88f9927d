import type { JudgedMeasure } from "../../../../models/alarm/measures/bounds.ts";
import type { Priority } from "../../../../models/device/kind.ts";
import type { Span } from "../../../../models/alarm/measures/report.ts";
import type { MessageKey } from "../../../language/messages.ts";

/** Announcements over time: on average, now and at most. */
export const rateRows = [
  { measure: "perTenMinutes", span: "tenMinutes", name: "measures.perTenMinutes" },
  { measure: "perHour", span: "hour", name: "measures.perHour" },
  { measure: "perDay", span: "day", name: "measures.perDay" },
] as const satisfies readonly { measure: JudgedMeasure; span: Span; name: MessageKey }[];

interface CountedRow {
  readonly measure: JudgedMeasure;
  readonly name: MessageKey;
  /** Of 1. */
  readonly isShare: boolean;
}

/** What else tells how the position is doing. Priorities and suppressions stand by themselves. */
export const countedRows: readonly CountedRow[] = [
  { measure: "busyTenMinutes", name: "measures.busyTenMinutes", isShare: true },
  { measure: "busyHours", name: "measures.busyHours", isShare: true },
  { measure: "flood", name: "measures.flood", isShare: true },
  { measure: "peakTenMinutes", name: "measures.peakTenMinutes", isShare: false },
  { measure: "frequent", name: "measures.frequentShare", isShare: true },
  { measure: "chattering", name: "measures.chattering", isShare: false },
  { measure: "fleeting", name: "measures.fleeting", isShare: false },
  { measure: "stale", name: "measures.stale", isShare: false },
  { measure: "standing", name: "measures.standing", isShare: false },
  { measure: "shelved", name: "measures.shelved", isShare: false },
];

/** The bounds of a priority's share; the lowest has only its target. */
export const mixMeasures = {
  P1: "shareP1",
  P2: "shareP2",
  P3: "shareP3",
} as const satisfies Partial<Record<Priority, JudgedMeasure>>;

/** What people have to answer for. */
export const auditMeasures = ["unauthorisedSuppressions"] as const satisfies readonly JudgedMeasure[];
