import { seconds } from "../../models/quantity.ts";
import type { Channel } from "./channel.ts";
import type { Position } from "./fan-out.ts";

/** A client owing so many ticks of what it was sent gets nothing more … */
const parkAtTicks = 20;
/** … until it owes fewer than these. */
const resumeBelowTicks = 5;
/** Parked and silent for so long, it is closed. */
const giveUpAfterMs = 30 * seconds;

/** What one client was sent of one channel, and what it has drawn of that. */
export class Credit implements Position {
  readonly channel: Channel;
  sent: number | null;
  /** The last tick it said it has drawn. */
  #drawn: number;
  /** The tick of its last KEY or catch-up after a pause: the window counts from there. */
  #from = -1;

  /** @param held the tick the client says it is at; null, or one that has not been yet, for nothing. */
  constructor(channel: Channel, held: number | null) {
    this.channel = channel;
    this.sent = held !== null && held <= channel.tick ? held : null;
    this.#drawn = this.sent ?? -1;
  }

  get spent(): boolean {
    return this.sent !== null && this.sent - Math.max(this.#drawn, this.#from) >= parkAtTicks;
  }

  get restored(): boolean {
    return this.sent === null || this.sent - this.#drawn < resumeBelowTicks;
  }

  /** @returns whether the client got any further; a tick it was never sent does not count. */
  draw(tick: number): boolean {
    if (this.sent === null || tick > this.sent || tick <= this.#drawn) return false;
    this.#drawn = tick;
    return true;
  }

  /** The client has been sent all there is. */
  reach(countingAnew: boolean): void {
    if (this.sent === null || countingAnew) this.#from = this.channel.tick;
    this.sent = this.channel.tick;
  }
}

/** Whether a client that has been parked since then, and last got further then, is to be given up. */
export const isGivenUp = (parkedMs: number, drawnMs: number, nowMs: number): boolean =>
  nowMs - Math.max(parkedMs, drawnMs) >= giveUpAfterMs;
