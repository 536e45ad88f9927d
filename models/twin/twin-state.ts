/**
 * The state of the twin as columns, and the law of its change: `between`, `apply`, `squash` (SPEC.md).
 * Index i is the same point in every column.
 */
export interface TwinState {
  readonly tick: number;
  /** Community time of the tick, epoch milliseconds. */
  readonly timeMs: number;
  /** In the point's unit; booleans 0/1, enums their ordinal; NaN while missing. */
  readonly values: Float64Array;
  /** See `device/reading.ts`. */
  readonly qualities: Uint8Array;
  /** Source times, epoch milliseconds; 0 while missing. */
  readonly timesMs: Float64Array;
}

/** All that changed from one tick to a later one. Indices ascend and occur once. */
export interface TwinDelta {
  readonly from: number;
  readonly to: number;
  readonly timeMs: number;
  readonly indices: Uint32Array;
  readonly values: Float64Array;
  readonly qualities: Uint8Array;
  readonly timesMs: Float64Array;
}
