import type { Channel } from "./channel.ts";
import { type Credit, isGivenUp } from "./credit.ts";
import type { FanOut, SubscriptionSet } from "./fan-out.ts";
import { isClogged, type Moment } from "./moment.ts";
import type { AudienceLog } from "./records.ts";
import type { Wire } from "./wire.ts";

/** How a client gets on with its frames. */
type Pace =
  /** It is sent each tick's frames as they are. */
  | { readonly at: "in-step" }
  /** It needs a KEY or a CATCHUP before it is in step. */
  | { readonly at: "behind"; readonly countingAnew: boolean }
  /** It has not drawn what it was sent, and gets nothing. */
  | { readonly at: "parked"; readonly sinceMs: number };

/** A client that speaks frames and has said which channels it watches: its window, and its way in and out of step. */
export class Watcher {
  readonly log: AudienceLog;
  readonly #fanOut: FanOut;
  #credits: readonly Credit[];
  #set: SubscriptionSet;
  #pace: Pace = { at: "behind", countingAnew: true };
  #drawnMs = Number.NEGATIVE_INFINITY;

  constructor(credits: readonly Credit[], log: AudienceLog, fanOut: FanOut) {
    this.log = log;
    this.#fanOut = fanOut;
    this.#credits = credits;
    this.#set = fanOut.setOf(credits.map((credit) => credit.channel));
  }

  get parked(): boolean {
    return this.#pace.at === "parked";
  }

  watches(channel: Channel): boolean {
    return this.#credits.some((credit) => credit.channel === channel);
  }

  /** Its columns of this channel are over; it will ask anew once it has the new dictionary. */
  leave(channel: Channel): void {
    this.#credits = this.#credits.filter((credit) => credit.channel !== channel);
    this.#set = this.#fanOut.setOf(this.#credits.map((credit) => credit.channel));
  }

  drawn({ channels }: DrawnNames, nowMs: number): void {
    for (const { channel, tick } of channels) {
      const credit = this.#credits.find((each) => each.channel.id === channel);
      if (credit?.draw(tick) === true) this.#drawnMs = nowMs;
    }
  }

  /** @returns false when the client has drawn nothing for so long that it must go. */
  tick(moment: Moment, divisor: number, wire: Wire): boolean {
    this.#park(moment, wire);
    if (this.#pace.at === "parked") return !isGivenUp(this.#pace.sinceMs, this.#drawnMs, moment.nowMs);
    if (this.#pace.at === "in-step" && divisor === 1) {
      this.#write(this.#fanOut.frames(this.#set), false, moment, wire);
      return true;
    }
    const countingAnew = this.#pace.at === "behind" && this.#pace.countingAnew;
    // From here on it misses frames, so that only a catch-up can bring it into step again.
    this.#pace = { at: "behind", countingAnew };
    if (!countingAnew && moment.tick % divisor !== 0) return true;
    this.#write(this.#fanOut.catchUp(this.#credits), countingAnew, moment, wire);
    this.#pace = divisor === 1 ? { at: "in-step" } : { at: "behind", countingAnew: false };
    return true;
  }

  #park(moment: Moment, wire: Wire): void {
    const clogged = isClogged(wire, moment);
    if (this.#pace.at === "parked") {
      if (!clogged && this.#credits.every((credit) => credit.restored)) {
        this.#pace = { at: "behind", countingAnew: true };
      }
    } else if (clogged || this.#credits.some((credit) => credit.spent)) {
      this.#pace = { at: "parked", sinceMs: moment.nowMs };
      moment.counters.add("parked");
    }
  }

  #write(bytes: Uint8Array | null, countingAnew: boolean, moment: Moment, wire: Wire): void {
    for (const credit of this.#credits) credit.reach(countingAnew);
    if (bytes === null) return;
    moment.counters.add("writes");
    moment.counters.add("bytes-written", bytes.length);
    wire.write(bytes);
  }
}

interface DrawnNames {
  readonly channels: readonly { readonly channel: string; readonly tick: number }[];
}
