import type { Channel } from "./channel.ts";

/** The channels of one or many sessions, and the one message they all get on a tick. */
export class SubscriptionSet {
  readonly channels: readonly Channel[];
  #bytes: Uint8Array | null = null;
  #tick = -1;

  constructor(channels: readonly Channel[]) {
    this.channels = channels;
  }

  /** This tick's frames of all its channels end to end; null when none has one. */
  bytes(tick: number): Uint8Array | null {
    if (this.#tick !== tick) {
      this.#tick = tick;
      this.#bytes = endToEnd(this.channels.map((channel) => channel.frame()));
    }
    return this.#bytes;
  }
}

/** Where a session is in one of its channels. */
export interface Position {
  readonly channel: Channel;
  /** The tick the client is at once it has all it was sent; null when it has nothing of this epoch. */
  readonly sent: number | null;
}

/** Makes one message per set and tick, and one per set of catch-ups and tick, however many sessions get it. */
export class FanOut {
  readonly #sets = new Map<string, SubscriptionSet>();
  readonly #catchUps = new Map<string, Uint8Array | null>();
  #tick = -1;

  begin(tick: number): void {
    this.#tick = tick;
    this.#catchUps.clear();
  }

  setOf(channels: readonly Channel[]): SubscriptionSet {
    const key = channels.map((channel) => channel.id).join(" ");
    const set = this.#sets.get(key) ?? new SubscriptionSet(channels);
    this.#sets.set(key, set);
    return set;
  }

  frames(set: SubscriptionSet): Uint8Array | null {
    return set.bytes(this.#tick);
  }

  /** One message that brings each position to the present tick; null when all are there. */
  catchUp(positions: readonly Position[]): Uint8Array | null {
    const key = positions.map(({ channel, sent }) => `${channel.id} ${sent}`).join(" ");
    let bytes = this.#catchUps.get(key);
    if (bytes === undefined) {
      bytes = endToEnd(positions.map(({ channel, sent }) => channel.catchUp(sent)));
      this.#catchUps.set(key, bytes);
    }
    return bytes;
  }
}

/** Frames end to end in one message; a single one as it is. */
function endToEnd(frames: readonly (Uint8Array | null)[]): Uint8Array | null {
  const some = frames.filter((frame) => frame !== null);
  const [only] = some;
  if (only === undefined || some.length === 1) return only ?? null;
  const joined = new Uint8Array(some.reduce((length, frame) => length + frame.length, 0));
  let at = 0;
  for (const frame of some) {
    joined.set(frame, at);
    at += frame.length;
  }
  return joined;
}
