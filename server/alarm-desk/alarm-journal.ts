import type { CommunityId } from "../../models/ids.ts";
import type { Audit } from "../audit/audit.ts";
import type { TrailEntry } from "../audit/entry.ts";
import { keepTransitions, type KeptTransition } from "./alarm-store.ts";

/** What somebody did, and the trail's entry of it. */
interface Done {
  readonly transition: KeptTransition;
  readonly entry: TrailEntry;
}

/**
 * Transitions on their way to the store, in the order they happened. What the server itself notices is written a little
 * later; what a person does is written, with all that happened before it and its entry in the trail, or not at all.
 */
export class AlarmJournal {
  readonly #audit: Pick<Audit, "transaction">;
  readonly #community: CommunityId;
  #waiting: KeptTransition[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(audit: Pick<Audit, "transaction">, community: CommunityId) {
    this.#audit = audit;
    this.#community = community;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  put(transition: KeptTransition): void {
    this.#waiting.push(transition);
  }

  /** Writes what waits now. @throws when the store does; it waits on. */
  flush(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#waiting.length > 0) await this.#write(null);
    });
  }

  /** @throws when it could not be written; nothing of it is then. */
  keep(done: Done): Promise<void> {
    return this.#inTurn(() => this.#write(done));
  }

  async #write(done: Done | null): Promise<void> {
    const before = this.#waiting;
    this.#waiting = [];
    try {
      await this.#audit.transaction(async (tx, append) => {
        if (done !== null) await append(done.entry);
        const all = done === null ? before : [...before, done.transition];
        await keepTransitions(tx, this.#community, all);
      });
    } catch (error) {
      this.#waiting = [...before, ...this.#waiting];
      throw error;
    }
  }

  async #inTurn(act: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(act);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
