import type { ChannelId, DeviceId, PropertyId } from "../../models/ids.ts";
import type { Trend } from "../../models/trend/trend.ts";
import { TrendMaker } from "../../models/trend/trend-maker.ts";
import type { Past } from "./past.ts";

export interface TrendWish {
  readonly channel: ChannelId;
  readonly device: DeviceId;
  readonly properties: readonly PropertyId[];
  readonly fromMs: number;
  readonly untilMs: number;
  readonly buckets: number;
}

/** More than these need not wait; they are asked to come again. */
const mostWaiting = 8;

/** Trends of recorded points, one after the other, so that however many ask, the twin's tick is never far. */
export class Trends {
  readonly #past: Pick<Past, "trace">;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(past: Pick<Past, "trace">) {
    this.#past = past;
  }

  /** One for each property; null when too many wait already. */
  async of(wish: TrendWish): Promise<readonly Trend[] | null> {
    if (this.#waiting >= mostWaiting) return null;
    this.#waiting += 1;
    const mine = this.#last.then(() => this.#make(wish)).finally(() => (this.#waiting -= 1));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #make({ channel, device, properties, buckets, ...span }: TrendWish): Promise<Trend[]> {
    // Whole milliseconds, so that the last bucket ends where it should; the first one gives way.
    const { untilMs } = span;
    const bucketMs = Math.max(1, Math.ceil((untilMs - span.fromMs) / buckets));
    const fromMs = untilMs - buckets * bucketMs;
    const makers = properties.map(() => new TrendMaker({ fromMs, bucketMs, buckets }));
    await this.#past.trace(channel, { device, properties }, fromMs, untilMs, (k, value, atMs) =>
      makers[k]?.take(value, atMs),
    );
    return makers.map((maker) => maker.until(untilMs));
  }
}
