import { dwellingId, ownChannel } from "../../../models/ids.ts";
import type { TickResult } from "../../../server/twin/twin-reader.ts";
import { planChannels } from "../../../server/stream/channel-plan.ts";
import { Channel } from "../../../server/stream/channel.ts";
import { StreamCounters } from "../../../server/stream/counters.ts";
import type { BusyTwin } from "../busy-twin.ts";

/** Our channels without sessions and sockets: the twin's points in so many channels, in order. */
export class ChannelFrames {
  readonly channels: readonly Channel[];
  readonly #perChannel: number;

  constructor(busy: BusyTwin, count: number) {
    const [plan] = planChannels(busy.twin, () => undefined).values();
    if (plan === undefined) throw new Error("the twin has no points");
    this.#perChannel = Math.ceil(plan.points.length / count);
    const pace = { run: 1, idleTicks: 10, tickMs: 100 };
    this.channels = Array.from({ length: count }, (_, at) => {
      const channel = new Channel(ownChannel(dwellingId(`zone-${at}`)), at, pace, new StreamCounters());
      const points = plan.points.slice(at * this.#perChannel, (at + 1) * this.#perChannel);
      channel.begin({ devices: [], points }, busy.twin.state);
      return channel;
    });
  }

  take({ delta }: TickResult): void {
    for (let row = 0; row < delta.indices.length; row++) {
      const index = delta.indices[row] ?? 0;
      this.channels[Math.floor(index / this.#perChannel)]?.pend(index % this.#perChannel, row);
    }
    for (const channel of this.channels) channel.close(delta);
  }
}
