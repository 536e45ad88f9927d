import { wallClock } from "../../../client/clock.ts";
import { socketIoWire } from "../../../client/link/socket-io-wire.ts";
import type { LinkWire } from "../../../client/link/wire.ts";
import type { AlarmAnswer, AlarmRequest } from "../../../models/alarm/request.ts";
import type { CommandRecord, CommandRequest } from "../../../models/command/command.ts";
import { type Answer, protocol, type RecordEvent, type Watching } from "../../../models/stream/messages.ts";

interface Heard {
  readonly record?: (event: RecordEvent) => void;
  readonly command?: (command: CommandRecord) => void;
  /** What there was when the line was opened. */
  readonly watching?: (watching: Watching) => void;
}

const nothing = (): void => undefined;

/** An operator's line to the server: opened anew whenever it is asked for after it was cut. */
export class DeskLine {
  readonly #base: string;
  readonly #cookie: string;
  readonly #heard: Heard;
  readonly #unanswered = new Set<() => void>();
  #wire: Promise<LinkWire | null> | null = null;

  constructor(base: string, cookie: string, heard: Heard) {
    this.#base = base;
    this.#cookie = cookie;
    this.#heard = heard;
  }

  /** Null while the server cannot be reached. */
  open(): Promise<LinkWire | null> {
    this.#wire ??= this.#connect();
    return this.#wire;
  }

  /** Null when the line is cut before the answer comes. */
  command(request: CommandRequest): Promise<Answer<CommandRecord> | null> {
    return this.#ask((wire, answer) => wire.ask("command", request, answer));
  }

  /** Null when the line is cut before the answer comes. */
  alarm(request: AlarmRequest): Promise<Answer<AlarmAnswer> | null> {
    return this.#ask((wire, answer) => wire.ask("alarm", request, answer));
  }

  async close(): Promise<void> {
    (await this.#wire)?.close();
  }

  async #ask<T>(put: (wire: LinkWire, answer: (answer: T) => void) => void): Promise<T | null> {
    const wire = await this.open();
    if (wire === null) return null;
    return new Promise((resolve) => {
      const gone = (): void => resolve(null);
      this.#unanswered.add(gone);
      put(wire, (answer) => {
        this.#unanswered.delete(gone);
        resolve(answer);
      });
    });
  }

  async #connect(): Promise<LinkWire | null> {
    const { record = nothing, command = nothing, watching = nothing } = this.#heard;
    const extraHeaders = { cookie: this.#cookie, origin: this.#base };
    const wire = await new Promise<LinkWire | null>((resolve) => {
      const made: LinkWire = socketIoWire(this.#base, { clock: wallClock, extraHeaders })({
        ...{ frames: nothing, welcome: nothing, overlay: nothing, company: nothing, refused: nothing },
        command,
        record,
        opened: () => resolve(made),
        closed: () => {
          this.#wire = null;
          for (const gone of this.#unanswered) gone();
          this.#unanswered.clear();
          resolve(null);
        },
      });
    });
    wire?.ask("hello", { protocol, frames: 1 }, nothing);
    wire?.ask("watch", { channels: [], records: null }, (answer) => {
      if (!answer.ok) return;
      for (const told of answer.value.records) record(told);
      watching(answer.value);
    });
    return wire;
  }
}
