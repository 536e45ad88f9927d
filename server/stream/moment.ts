import type { StreamCounters } from "./counters.ts";
import type { Wire } from "./wire.ts";

/** What every session is told of the present tick. */
export interface Moment {
  readonly tick: number;
  /** Community time, epoch milliseconds. */
  readonly timeMs: number;
  /** Monotonic milliseconds of the machine. */
  readonly nowMs: number;
  readonly ticksPerSecond: number;
  /** Bytes one client may have waiting before it gets nothing more; less when many clients are slow at once. */
  readonly bufferedBytes: number;
  readonly counters: StreamCounters;
}

const waitingMessages = 4;

export const isClogged = (wire: Wire, moment: Moment): boolean =>
  wire.waitingMessages > waitingMessages || wire.bufferedBytes > moment.bufferedBytes;
