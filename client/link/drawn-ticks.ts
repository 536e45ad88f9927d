import type { ChannelId } from "../../models/ids.ts";
import type { Drawn } from "../../models/stream/messages.ts";
import type { Progress } from "./sink.ts";

/** Ticks drawn before the server is told. */
const tellTicks = 5;

/** How far the server was told that we have drawn, by channel. */
export class DrawnTicks {
  readonly #told = new Map<ChannelId, number>();

  clear(): void {
    this.#told.clear();
  }

  /** What the server must be told now: every fifth tick, every restart, and when `each` every step. */
  due(progress: readonly Progress[], each: boolean): Drawn["channels"] {
    const due = progress.filter(({ channel, tick, restarted }) => {
      const ahead = tick - (this.#told.get(channel) ?? Number.NEGATIVE_INFINITY);
      return restarted || ahead >= tellTicks || (each && ahead > 0);
    });
    for (const { channel, tick } of due) this.#told.set(channel, tick);
    return due.map(({ channel, tick }) => ({ channel, tick }));
  }
}
