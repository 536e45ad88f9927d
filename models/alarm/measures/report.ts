import type { Priority } from "../../device/kind.ts";
import type { AlarmId } from "../../ids.ts";
import type { Flood } from "../flood.ts";
import type { Judged, JudgedMeasure, Load } from "./bounds.ts";
import type { Peak } from "./rolling-count.ts";

/** An alarm, and how often whatever the list is of happened to it. */
export interface Often {
  readonly alarm: AlarmId;
  readonly times: number;
}

/** An alarm that is active, and since when without a break. */
export interface Since {
  readonly alarm: AlarmId;
  readonly sinceMs: number;
}

/** The measures of one operator position at a moment; times are community time. */
export interface MeasuresReport {
  readonly position: string;
  readonly fromMs: number;
  readonly untilMs: number;
  /** Whole days of data, and how many it takes to judge by them. */
  readonly days: number;
  readonly daysNeeded: number;
  /** Announcements in the window. */
  readonly announced: number;
  readonly judged: Readonly<Record<JudgedMeasure, Judged>>;
  /** Null while there is too little data. */
  readonly load: Load | null;
  readonly rolling: Readonly<Record<Span, number>>;
  readonly peaks: Readonly<Record<Span, Peak | null>>;
  /** In the window, the oldest first. */
  readonly floods: readonly Flood[];
  /** The ten announced most often, with what they make of all. */
  readonly frequent: readonly (Often & { readonly share: number })[];
  readonly chattering: readonly Often[];
  readonly fleeting: readonly Often[];
  readonly stale: readonly Since[];
  readonly standing: readonly Since[];
  readonly suppressed: number;
  readonly outOfService: number;
  readonly priorities: Readonly<
    Record<Priority, { readonly times: number; readonly share: number; readonly target: number }>
  >;
  readonly acknowledging: {
    readonly times: number;
    readonly meanMs: number | null;
    readonly p90Ms: number | null;
  };
}

export type Span = "tenMinutes" | "hour" | "day";
