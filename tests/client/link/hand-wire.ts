import type { LinkWire, WireEvents } from "../../../client/link/wire.ts";
import { epoch, publicChannel } from "../../../models/ids.ts";
import type {
  ChannelDictionary,
  ChannelHead,
  RefusalCode,
  Welcome,
} from "../../../models/stream/messages.ts";

/** A server by hand: every connection the link opens, and all it said on it. */
export class Connection implements LinkWire {
  readonly said: [string, unknown][] = [];
  readonly answers: ((answer: never) => void)[] = [];
  closed = false;
  readonly events: WireEvents;

  constructor(events: WireEvents) {
    this.events = events;
  }
  ask(event: string, payload: unknown, answered: (answer: never) => void): void {
    this.said.push([event, payload]);
    this.answers.push(answered);
  }
  tell(event: string, payload: unknown): void {
    this.said.push([event, payload]);
  }
  close(): void {
    this.closed = true;
  }
  answer(value: unknown): void {
    this.answers.shift()?.({ ok: true, value } as never);
  }
  refuse(code: RefusalCode): void {
    this.answers.shift()?.({ ok: false, code } as never);
  }
}

const head = (generation: number): ChannelHead => ({
  index: 0,
  channel: publicChannel,
  epoch: epoch(generation),
  epochStartMs: 0,
  dictionary: `/d?epoch=${generation}`,
  points: 0,
});
export const welcome = (generation = 1, run = 3): Welcome => ({
  protocol: 1,
  community: "town",
  run,
  duty: "public",
  desk: "resident",
  channels: [head(generation)],
  clock: { atMs: 0, rate: 1 },
  tickMs: 100,
  badges: [],
  drill: null,
});
export const watching = (seq: number, whole = true) => ({ records: [], run: 3, seq, whole });
export const frames = Uint8Array.of(1);

export const dictionary = (generation: number): ChannelDictionary => {
  return { channel: publicChannel, epoch: generation, epochStartMs: 0, devices: [], points: 0 };
};
