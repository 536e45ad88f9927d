import { may } from "../../models/duty/authority.ts";
import type { Authority } from "../../models/duty/duty.ts";
import type { SessionId } from "../../models/ids.ts";
import type { Company, Look } from "../../models/presence/presence.ts";
import type { Answer } from "../../models/stream/messages.ts";
import type { Presence } from "../presence/presence.ts";
import type { StreamCounters } from "./counters.ts";
import { TokenBucket } from "./token-bucket.ts";

/** What somebody looks at is taken so often; more says nothing more. */
const looksPerSecond = 4;
const looksInStore = 8;

interface Shared {
  readonly presence: Presence;
  readonly counters: StreamCounters;
  readonly timers: { nowMs(): number };
}

/** One connection's part in who is here: nothing for those who are in no control room. */
export class OwnPresence {
  readonly #shared: Shared;
  readonly #signIn: SessionId | null;
  readonly #name: string;
  readonly #looks: TokenBucket;

  constructor(shared: Shared, signIn: SessionId | null, name: string) {
    this.#shared = shared;
    this.#signIn = signIn;
    this.#name = name;
    this.#looks = new TokenBucket(looksPerSecond, looksInStore, shared.timers.nowMs());
  }

  /** A desk of the control room is open: its person is here. */
  enter(authority: Authority): void {
    if (this.#signIn === null || !may(authority, "see-colleagues")) return;
    this.#shared.presence.enter(this.#signIn, { duty: authority.duty, name: this.#name }, this);
  }

  look(look: Look, authority: Authority): Answer<null> {
    const { presence, counters, timers } = this.#shared;
    if (this.#signIn === null || !may(authority, "see-colleagues")) {
      counters.add("refused-not-allowed");
      return { ok: false, code: "not-allowed" };
    }
    if (this.#looks.take(timers.nowMs())) presence.look(this.#signIn, this, look);
    else counters.add("looks-dropped");
    return { ok: true, value: null };
  }

  /** Who else is here; null for who is not. */
  company(authority: Authority): Company | null {
    if (this.#signIn === null || !may(authority, "see-colleagues")) return null;
    return this.#shared.presence.companyOf(this.#signIn);
  }

  /** The sign-in or its duty is over. */
  leave(): void {
    if (this.#signIn !== null) this.#shared.presence.leave(this.#signIn);
  }

  /** The connection is gone. */
  cut(): void {
    if (this.#signIn !== null) this.#shared.presence.cut(this.#signIn, this);
  }
}
