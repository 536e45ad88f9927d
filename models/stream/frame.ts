/** Kinds of frame; low nibble of the first byte. */
export const FrameKind = { key: 0, delta: 1, catchUp: 2, idle: 3, resync: 4 } as const;
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];

/**
 * A frame as numbers. On the wire (little endian, varint = unsigned LEB128, zz = zigzag):
 * u8 version and kind · u8 flags · varint channel · varint epoch · varint tick · varint back (tick − base) ·
 * varint time (ms since the epoch's start) · varint n · body · [quality section] · [time section] · [u32 check].
 *
 * DELTA body: n × (gap, zz(q − q before)); CATCHUP: n × (gap, zz(q)); KEY: n = all, n × zz(q), no gaps.
 * gap = index − previous index − 1. q = value / resolution, rounded.
 */
export interface FrameHeader {
  readonly kind: FrameKind;
  readonly channel: number;
  readonly epoch: number;
  readonly tick: number;
  /** DELTA applies only to a replica at exactly this tick; CATCHUP to any at or after it; KEY to any. */
  readonly base: number;
  readonly timeMs: number;
  readonly count: number;
}
