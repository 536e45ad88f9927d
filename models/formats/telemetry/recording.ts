import type { KindId } from "../../ids.ts";
import type { Text } from "../../language/text.ts";
import type { Skipped } from "../../community/community.ts";

/** Measured rows of a file, ready to be played through devices of catalogue kinds. */
export interface Recording {
  readonly devices: readonly RecordedDevice[];
  /** In the file's order; `atOffsetMs` never falls. */
  readonly rows: readonly RecordedRow[];
  /** Usual distance between the rows of one device, ms. */
  readonly stepMs: number;
  /** When the first and the last row were written, in the file's own words. */
  readonly span: readonly [first: string, last: string];
  readonly skipped: readonly Skipped[];
}

export interface RecordedDevice {
  /** Distinguishes the devices of one file: `1`, `2` for its nodes, empty when there is one. */
  readonly key: string;
  readonly kind: KindId;
  readonly name: Text;
}

export interface RecordedRow {
  /** Index into `devices`. */
  readonly device: number;
  /** Milliseconds after the first row. */
  readonly atOffsetMs: number;
  /** When the row was written, in the file's own words; no zone unless it says one. */
  readonly originalTime: string;
  /** By property of the kind; what the row leaves empty is not there: missing is not zero. */
  readonly values: Readonly<Record<string, number | boolean>>;
}
