import type { Visibility } from "../../models/device/kind.ts";

/** What of one visibility is kept. */
export interface HistoryFigures {
  readonly segments: number;
  readonly bytes: number;
  /** Community time of the earliest moment; null when there is none. */
  readonly earliestMs: number | null;
  readonly keepDays: number;
}

/** How the rooms are, in numbers that are read where they live, at the moment somebody asks. */
export interface Figures {
  /** Wall time. */
  readonly startedAtMs: number;
  readonly memoryBytes: number;
  readonly twin: {
    readonly openAlerts: number;
    /** The largest of the last minute. */
    readonly worstLateMs: number;
    readonly worstTookMs: number;
    readonly ticks: number;
  };
  readonly ingest: { readonly waiting: number; readonly inTray: number };
  readonly broker: {
    readonly kind: "embedded" | "external" | "none";
    /** Connections of devices; null where the broker is not ours. */
    readonly clients: number | null;
  };
  readonly stream: {
    readonly clients: number;
    readonly writtenBytes: number;
    readonly parked: number;
    readonly closedTooSlow: number;
  };
  readonly store: {
    readonly bytes: number;
    /** Last values not on the disk yet. */
    readonly waiting: number;
    /** Of the disk the data folder lies on; null when it does not say. */
    readonly freeBytes: number | null;
  };
  readonly history: {
    readonly kept: Readonly<Record<Visibility, HistoryFigures>>;
    readonly writtenBytes: number;
    readonly droppedChunks: number;
  };
}
