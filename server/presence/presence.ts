import type { Person } from "../../models/duty/person.ts";
import type { SessionId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import { atTheMap, type Company, type Look } from "../../models/presence/presence.ts";

/** How long somebody stays whose connection was cut. */
export const graceMs = 8 * seconds;
/** How often changes are told at most. */
const tellEveryMs = 250;
/** So many people are told by name. */
export const mostNamed = 40;

/** A person who is here, through one connection or several. */
interface Here {
  readonly number: number;
  readonly person: Person;
  /** Each connection by whatever stands for it. */
  readonly connections: Set<object>;
  look: Look;
  /** When the last connection was cut; null while there is one. */
  cutAtMs: number | null;
}

/** Who is in the control room and looks at what. The law is `SPEC.md`. */
export class Presence {
  readonly #allowed: (look: Look) => Look;
  readonly #nowMs: () => number;
  readonly #here = new Map<SessionId, Here>();
  #last = 0;
  #changed = false;
  #toldAtMs = Number.NEGATIVE_INFINITY;

  /**
   * @param allowed what of a look everybody here may be told.
   * @param nowMs monotonic milliseconds.
   */
  constructor(allowed: (look: Look) => Look, nowMs: () => number) {
    this.#allowed = allowed;
    this.#nowMs = nowMs;
  }

  enter(session: SessionId, person: Person, connection: object): void {
    const here = this.#here.get(session);
    if (here === undefined) {
      const connections = new Set([connection]);
      this.#here.set(session, { number: ++this.#last, person, connections, look: atTheMap, cutAtMs: null });
    } else {
      here.connections.add(connection);
      here.cutAtMs = null;
    }
    // Who has just come must be told, too.
    this.#changed = true;
  }

  /** What a connection says its person looks at; of several tabs the last to say something counts. */
  look(session: SessionId, connection: object, look: Look): void {
    const here = this.#here.get(session);
    if (here?.connections.has(connection) !== true) return;
    here.look = this.#allowed(look);
    this.#changed = true;
  }

  /** A connection is gone; its person stays for a while. */
  cut(session: SessionId, connection: object): void {
    const here = this.#here.get(session);
    if (here?.connections.delete(connection) === true && here.connections.size === 0)
      here.cutAtMs = this.#nowMs();
  }

  /** They may be here no longer. */
  leave(session: SessionId): void {
    if (this.#here.delete(session)) this.#changed = true;
  }

  /** Whether those who are here must be told now. */
  takeChange(): boolean {
    const nowMs = this.#nowMs();
    for (const [session, { cutAtMs }] of this.#here)
      if (cutAtMs !== null && nowMs - cutAtMs >= graceMs) this.leave(session);
    if (!this.#changed || nowMs - this.#toldAtMs < tellEveryMs) return false;
    this.#changed = false;
    this.#toldAtMs = nowMs;
    return true;
  }

  /** Who is here besides somebody who is; null for who is not. */
  companyOf(session: SessionId): Company | null {
    if (!this.#here.has(session)) return null;
    const others = [...this.#here].filter(([of]) => of !== session).map(([, here]) => here);
    return {
      colleagues: others.slice(0, mostNamed).map(({ number, person, look }) => ({ number, person, look })),
      more: Math.max(0, others.length - mostNamed),
    };
  }
}
