/** Kinds of frame; low nibble of the first byte. */
export const FrameKind = { key: 0, delta: 1, catchUp: 2, idle: 3, resync: 4 } as const;
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];

/** High nibble of the first byte. */
export const frameVersion = 1;
/** Bits of the second byte. Bit 0 is kept free for another body coding. */
export const FrameFlag = { quality: 2, times: 4, check: 8 } as const;

/**
 * A frame as numbers. On the wire (little endian, varint = unsigned LEB128, zz = zigzag):
 * u8 version and kind · u8 flags · varint channel · varint epoch · varint tick · varint back (tick − base) ·
 * varint time (ms since the epoch's start) · varint n · body · [quality section] · [time section] · [u32 check].
 *
 * DELTA body: n × (gap, zz(q − q before)); CATCHUP: n × (gap, zz(q)); KEY: n = all, n × zz(q), no gaps.
 * gap = index − previous index − 1. q = value / resolution, rounded. IDLE and RESYNC have no body.
 *
 * Both sections are runs over the points of the body: varint runs, runs × (varint 2 × skipped + (length > 1 ? 1 : 0),
 * [varint length − 2], what holds for the run). Quality: u8, a point in no run is good. Times: zz(ms the source time
 * lies before the frame's time); runs skip over missing points without counting them, and a point in no run was
 * reported at the frame's own time, that is, within its tick.
 */
export interface FrameHeader {
  readonly kind: FrameKind;
  readonly channel: number;
  readonly epoch: number;
  readonly tick: number;
  /** DELTA applies only to a replica at exactly this tick; CATCHUP to any at or after it; KEY to any. */
  readonly base: number;
  /** Milliseconds since the epoch's start. */
  readonly timeMs: number;
  readonly count: number;
}

/**
 * A frame's header and body in columns, made once and filled again and again. `count` rows are valid, ascending by
 * `indices` (KEY: 0 … count − 1).
 */
export class Frame implements FrameHeader {
  kind: FrameKind = FrameKind.idle;
  channel = 0;
  epoch = 0;
  tick = 0;
  base = 0;
  timeMs = 0;
  count = 0;
  /** Check sum of the channel after this frame; null when the frame carries none. */
  check: number | null = null;

  indices = new Uint32Array(64);
  /** DELTA: differences; KEY and CATCHUP: counts. */
  q = new Float64Array(64);
  qualities = new Uint8Array(64);
  /** Milliseconds the source time lies before the frame's time; 0 for missing points. */
  beforeMs = new Float64Array(64);

  /** Makes room for `rows`, keeping what is there. */
  reserve(rows: number): void {
    if (rows <= this.indices.length) return;
    const room = Math.max(rows, this.indices.length * 2);
    const { indices, q, qualities, beforeMs } = this;
    this.indices = new Uint32Array(room);
    this.q = new Float64Array(room);
    this.qualities = new Uint8Array(room);
    this.beforeMs = new Float64Array(room);
    this.indices.set(indices);
    this.q.set(q);
    this.qualities.set(qualities);
    this.beforeMs.set(beforeMs);
  }

  add(index: number, q: number, quality: number, beforeMs: number): void {
    const row = this.count;
    if (row >= this.indices.length) this.reserve(row + 1);
    this.indices[row] = index;
    this.q[row] = q;
    this.qualities[row] = quality;
    this.beforeMs[row] = beforeMs;
    this.count = row + 1;
  }
}
