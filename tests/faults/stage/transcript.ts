import { channelsOf } from "../../../models/duty/authority.ts";
import type { Authority } from "../../../models/duty/duty.ts";
import { decodeFrame } from "../../../models/stream/frame-decode.ts";
import { Frame } from "../../../models/stream/frame.ts";
import type { Welcome } from "../../../models/stream/messages.ts";

/** All that one connection was sent, held against the channels its person is in. */
export class Transcript {
  /** Whose eyes it is for; changed when their duty is. */
  authority: Authority;
  /** What went out that should not have. */
  readonly trespasses: string[] = [];
  readonly #frame = new Frame();
  /** Numbers of the channels this person was welcomed to. */
  #mine: ReadonlySet<number> = new Set();
  #words = "";

  constructor(authority: Authority) {
    this.authority = authority;
  }

  welcome(welcome: Welcome): void {
    this.text(welcome);
    const allowed = channelsOf(this.authority);
    for (const { channel } of welcome.channels) {
      if (!allowed.includes(channel)) this.trespasses.push(`welcomed to ${channel}`);
    }
    this.#mine = new Set(welcome.channels.map(({ index }) => index));
  }

  answer(event: string, answer: unknown): void {
    const value = typeof answer === "object" && answer !== null && "value" in answer ? answer.value : null;
    if (event === "hello" && value !== null) this.welcome(value as Welcome);
    else this.text(answer);
  }

  text(said: unknown): void {
    this.#words += `${JSON.stringify(said)}\n`;
  }

  frames(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      at = decodeFrame(bytes, at, this.#frame);
      if (!this.#mine.has(this.#frame.channel))
        this.trespasses.push(`a frame of channel ${this.#frame.channel}`);
    }
  }

  speaksOf(word: string): boolean {
    return this.#words.includes(word);
  }
}
