import { applyFrame, type ChannelState, emptyChannelState } from "../../../models/stream/channel-state.ts";
import { decodeFrame } from "../../../models/stream/frame-decode.ts";
import { Frame, FrameKind } from "../../../models/stream/frame.ts";
import type { Seen } from "../contender.ts";

/** All clients of a process decode one after the other. */
const frame = new Frame();

/** The client's side of our frames: the columns of one channel, or of several that divide the points in order. */
export class FrameColumns {
  readonly #seen: Seen;
  readonly #channels: readonly ChannelState[];

  constructor(seen: Seen, heads: readonly { epoch: number; epochStartMs: number; points: number }[]) {
    this.#seen = seen;
    this.#channels = heads.map((head) => emptyChannelState(head.points, head.epoch, head.epochStartMs));
  }

  /** The tick each channel is at, in order; a channel without changes stays behind. */
  get ticks(): readonly (number | null)[] {
    return this.#channels.map(({ tick }) => tick);
  }

  /** The tick of the last frame; null before the first KEY of every channel. */
  get tick(): number | null {
    const { ticks } = this;
    return ticks.includes(null) ? null : Math.max(...ticks.map((tick) => tick ?? 0));
  }

  /** @returns whether a KEY or a CATCHUP was among the frames. */
  take(bytes: Uint8Array): boolean {
    let restarted = false;
    for (let at = 0; at < bytes.length; ) {
      at = decodeFrame(bytes, at, frame);
      const state = this.#channels[frame.channel];
      const misfit = state === undefined ? "channel" : applyFrame(state, frame);
      if (misfit !== null) throw new Error(`a frame that does not apply: ${misfit}`);
      restarted ||= frame.kind === FrameKind.key || frame.kind === FrameKind.catchUp;
    }
    if (this.tick !== null) this.#seen.at(this.tick);
    return restarted;
  }

  counts(): Float64Array {
    return Float64Array.from(this.#channels.flatMap(({ q }) => Array.from(q)));
  }
}

/** Columns for a channel of which nothing is known but its first KEY. */
export function columnsFor(bytes: Uint8Array, seen: Seen): FrameColumns {
  decodeFrame(bytes, 0, frame);
  return new FrameColumns(seen, [{ epoch: frame.epoch, epochStartMs: 0, points: frame.count }]);
}
