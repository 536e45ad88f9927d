import { decodeFrame } from "../../../models/stream/frame-decode.ts";
import { Frame, FrameKind } from "../../../models/stream/frame.ts";
import type { Answer, Welcome } from "../../../models/stream/messages.ts";
import { sessionId } from "../../../models/ids.ts";
import type { Authority } from "../../../models/duty/duty.ts";
import type { Session } from "../../../server/stream/session.ts";
import type { Outgoing, Wire } from "../../../server/stream/wire.ts";
import type { Town } from "./town.ts";

/** A client by hand: keeps all it was sent, and says only what the test lets it say. */
export class RecordingWire implements Wire {
  readonly messages: Uint8Array[] = [];
  readonly events: Outgoing[] = [];
  closed = false;
  waitingMessages = 0;
  bufferedBytes = 0;
  readonly session: Session;

  constructor(town: Town, authority: Authority, signIn = sessionId("somebody")) {
    this.session = town.hub.join(this, authority, signIn);
  }

  write(bytes: Uint8Array): void {
    this.messages.push(bytes);
  }
  send(message: Outgoing): void {
    this.events.push(message);
  }
  close(): void {
    this.closed = true;
  }

  say(event: string, payload: unknown): Answer<unknown> {
    let heard: Answer<unknown> | null = null;
    this.session.receive(event, payload, (answer) => (heard = answer));
    return heard ?? { ok: false, code: "bad-message" };
  }

  hello(): Welcome {
    const answer = this.say("hello", { protocol: 1, frames: 1 });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value as Welcome;
  }

  /** Hello, then all channels from nothing or from the ticks given. */
  watchAll(ticks: readonly (number | null)[] = []): Answer<unknown> {
    const channels = this.hello().channels.map(({ channel, epoch }, at) => ({
      channel,
      epoch,
      tick: ticks[at] ?? null,
    }));
    return this.say("watch", { channels, records: null });
  }

  /** Kind, channel, base and tick of every frame of the messages, in order. */
  frames(
    messages: readonly Uint8Array[] = this.messages,
  ): { kind: string; channel: number; base: number; tick: number }[] {
    const frame = new Frame();
    const found = [];
    for (const message of messages) {
      for (let at = 0; at < message.length; ) {
        at = decodeFrame(message, at, frame);
        const kind = Object.entries(FrameKind).find(([, ordinal]) => ordinal === frame.kind)?.[0] ?? "";
        found.push({ kind, channel: frame.channel, base: frame.base, tick: frame.tick });
      }
    }
    return found;
  }

  /** What came since this was last asked. */
  taken(): ReturnType<RecordingWire["frames"]> {
    return this.frames(this.messages.splice(0));
  }
}
