import type { ChannelId } from "../../models/ids.ts";
import { epoch } from "../../models/ids.ts";
import { applyFrame, type ChannelState } from "../../models/stream/channel-state.ts";
import { type Frame, FrameKind } from "../../models/stream/frame.ts";
import type { ChannelDictionary, ChannelHead } from "../../models/stream/messages.ts";
import { type Columns, windowOf } from "./columns.ts";

/** How far one channel is. */
export interface ChannelProgress {
  readonly channel: ChannelId;
  readonly tick: number;
  /** True when a KEY or a CATCHUP was applied since this was last told. */
  readonly restarted: boolean;
}

/** Why the replica cannot go on by itself: frames that do not follow on, or a dictionary that is not theirs. */
export type Trouble = "frames" | "dictionary";

/** One channel of the replica: a window into its columns, and where it is with the server. */
export class ChannelReplica {
  readonly channel: ChannelId;
  /** Stands for the channel in frames. */
  readonly index: number;
  readonly offset: number;
  readonly state: ChannelState;
  #restarted = false;
  /** What was missing has been asked for; until it comes, frames that do not follow on are no news. */
  #asked = true;

  constructor(
    dictionary: ChannelDictionary,
    heads: readonly ChannelHead[],
    columns: Columns,
    offset: number,
  ) {
    this.channel = dictionary.channel;
    this.index = heads.find((head) => head.channel === dictionary.channel)?.index ?? -1;
    this.offset = offset;
    this.state = windowOf(
      columns,
      offset,
      dictionary.points,
      epoch(dictionary.epoch),
      dictionary.epochStartMs,
    );
  }

  /** Goes on from where a former window of the same epoch was; its values must have been carried over. */
  goOnFrom(former: ChannelReplica | undefined): void {
    if (former?.state.epoch !== this.state.epoch) return;
    this.state.tick = former.state.tick;
    this.state.timeMs = former.state.timeMs;
  }

  /** The tick to resume from, about to be asked for; null when nothing of this epoch is held. */
  resume(): number | null {
    this.#asked = true;
    return this.state.tick;
  }

  /** @returns "applied", a trouble to be told, or null for a frame that can be passed over. */
  apply(frame: Frame): "applied" | Trouble | null {
    if (frame.kind === FrameKind.resync) return null;
    const misfit = applyFrame(this.state, frame);
    if (misfit === null) {
      this.#asked = false;
      if (frame.kind === FrameKind.key || frame.kind === FrameKind.catchUp) this.#restarted = true;
      return "applied";
    }
    if (this.#asked && misfit !== "check") return null;
    this.#asked = true;
    return misfit === "epoch" ? "dictionary" : "frames";
  }

  /** Tells how far it is, once per restart; null while it has nothing. */
  progress(): ChannelProgress | null {
    if (this.state.tick === null) return null;
    const progress = { channel: this.channel, tick: this.state.tick, restarted: this.#restarted };
    this.#restarted = false;
    return progress;
  }
}
