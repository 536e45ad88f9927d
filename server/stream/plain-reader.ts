import type { Channel } from "./channel.ts";
import type { SubscriptionSet } from "./fan-out.ts";
import type { Moment } from "./moment.ts";
import { isClogged } from "./moment.ts";
import { isGivenUp } from "./credit.ts";
import type { ReadingsJson } from "./readings-json.ts";
import type { Outgoing, Wire } from "./wire.ts";

/** A client that never said hello: JSON readings once a second, the first time all of them in several messages. */
export class PlainReader {
  readonly #set: SubscriptionSet;
  #waiting: readonly Outgoing[] = [];
  #since: number | null = null;
  #cloggedMs: number | null = null;
  #startTick: number | null = null;

  constructor(set: SubscriptionSet) {
    this.#set = set;
  }

  reads(channel: Channel): boolean {
    return this.#set.channels.includes(channel);
  }

  /** @returns false when the client has not read for so long that it must go. */
  tick(moment: Moment, readings: ReadingsJson, wire: Wire): boolean {
    if (isClogged(wire, moment)) {
      this.#cloggedMs ??= moment.nowMs;
      return !isGivenUp(this.#cloggedMs, this.#cloggedMs, moment.nowMs);
    }
    this.#cloggedMs = null;
    // A client of frames says hello within this second, and should not be sent readings it cannot use.
    this.#startTick ??= moment.tick + moment.ticksPerSecond;
    if (moment.tick < this.#startTick) return true;
    if (this.#waiting.length === 0 && moment.tick % moment.ticksPerSecond === 0) {
      this.#waiting = readings.messages(this.#set, this.#since, moment.timeMs);
      this.#since = moment.tick;
    }
    const [next, ...rest] = this.#waiting;
    if (next === undefined) return true;
    this.#waiting = rest;
    moment.counters.add("json-messages");
    wire.send(next);
    return true;
  }
}
