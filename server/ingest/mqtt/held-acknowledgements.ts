import type { Writable } from "node:stream";
import type { Timers } from "../doors.ts";

type Connection = Pick<Writable, "cork" | "uncork" | "destroy">;

export interface HeldAcknowledgementsOptions {
  readonly timers: Pick<Timers, "soon">;
  /** Resolves once all that was taken so far will outlive us. */
  readonly settled: () => Promise<void>;
}

/**
 * Acknowledges messages of somebody else's broker once they will outlive us. The MQTT client acknowledges a message as
 * soon as we are done with it, and hands on the next only then. So we are done at once but cork the connection: what
 * it writes stays here, and leaves together when the batch has settled. A message that comes while one settles waits.
 */
export class HeldAcknowledgements {
  readonly #options: HeldAcknowledgementsOptions;
  #corked: Connection | null = null;
  #settling = false;
  #next: (() => void) | null = null;

  constructor(options: HeldAcknowledgementsOptions) {
    this.#options = options;
  }

  /** A message that was taken from this connection; `done` makes the client acknowledge it. */
  hold(connection: Connection, done: () => void): void {
    if (this.#settling) {
      this.#next = () => this.hold(connection, done);
      return;
    }
    if (this.#corked === null) {
      this.#corked = connection;
      connection.cork();
      // All that came with it goes with it.
      this.#options.timers.soon(() => void this.#settle(connection));
    }
    done();
  }

  async #settle(connection: Connection): Promise<void> {
    this.#settling = true;
    try {
      await this.#options.settled();
      connection.uncork();
    } catch {
      // Without an acknowledgement the broker keeps the messages and brings them again.
      connection.destroy();
    }
    this.#corked = null;
    this.#settling = false;
    const next = this.#next;
    this.#next = null;
    next?.();
  }
}
