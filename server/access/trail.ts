import type { Database } from "../store/open-store.ts";
import {
  appendTrail,
  dropTrailBefore,
  readTrail,
  type KeptTrailEntry,
  type TrailEntry,
} from "./trail-store.ts";

/** The trail of what happened to access: written in the same transaction as the act, and before it. */
export class Trail {
  readonly #db: Database;
  readonly #nowMs: () => number;
  readonly #communityNowMs: () => number;

  constructor(db: Database, nowMs: () => number, communityNowMs: () => number) {
    this.#db = db;
    this.#nowMs = nowMs;
    this.#communityNowMs = communityNowMs;
  }

  /** @param tx the transaction the act itself is in. */
  append(tx: Database, entry: TrailEntry): Promise<void> {
    return appendTrail(tx, { atMs: this.#nowMs(), communityAtMs: this.#communityNowMs() }, entry);
  }

  before(entry: TrailEntry, act: (tx: Database) => Promise<void>): Promise<void> {
    return this.#db.transaction().execute(async (tx) => {
      await this.append(tx, entry);
      await act(tx);
    });
  }

  /** Newest first; `before` is the sequence number to go on from. */
  read(before: number | null, limit: number): Promise<KeptTrailEntry[]> {
    return readTrail(this.#db, before, limit);
  }

  dropBefore(atMs: number): Promise<void> {
    return dropTrailBefore(this.#db, atMs);
  }
}
