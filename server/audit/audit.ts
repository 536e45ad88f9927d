import type { Text } from "../../models/language/text.ts";
import { days } from "../../models/quantity.ts";
import type { Log } from "../log/log.ts";
import type { Database } from "../store/open-store.ts";
import type { AnchorFile } from "./anchor-file.ts";
import { headText, type Head } from "./chain.ts";
import { sentenceOf, type Finding } from "./finding.ts";
import type { Append, KeptTrailEntry, TrailEntry } from "./entry.ts";
import {
  appendTrail,
  dropThrough,
  headOf,
  lastBefore,
  oldestAtMs,
  readTrail,
  shortenedDetail,
} from "./trail-store.ts";
import { verifyTrail, type Mark } from "./verify-trail.ts";

export interface AuditDoor {
  /** Wall time. */
  readonly nowMs: () => number;
  readonly communityNowMs: () => number;
  /** For what the trail's head was, where nobody who can write the database can write. */
  readonly log: Log;
}

const keptMs = 400 * days;
/** At most so much goes at a time, so that a clock set wrong for an hour does not empty the trail. */
const shortenedAtOnceMs = 2 * days;

/** The last look at the whole trail. */
export interface Checked {
  /** Wall time. */
  readonly atMs: number;
  readonly entries: number;
  /** As the log writes it. */
  readonly head: string;
  readonly finding: Finding | null;
  /** What was found, in a sentence; null when the trail is whole. */
  readonly sentence: Text | null;
  /** The entry from which on there are anchors, when there were none before it. */
  readonly anchoredFrom: number | null;
}

/** The trail of what somebody may have to answer for: written in the transaction of the act, and before it. */
export class Audit {
  readonly #db: Database;
  readonly #installation: string;
  readonly #anchors: AnchorFile | null;
  readonly #door: AuditDoor;
  #checked: Checked | null = null;
  #marked = 0;
  /** Shortening and checking wait for each other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param anchors null for a trail that does not outlive the process. */
  constructor(db: Database, installation: string, anchors: AnchorFile | null, door: AuditDoor) {
    this.#db = db;
    this.#installation = installation;
    this.#anchors = anchors;
    this.#door = door;
  }

  /** Takes up the chain where it was left. A chain without its anchors says so itself, for ever. */
  async begin(): Promise<void> {
    const found = this.#anchors === null ? [] : await this.#anchors.read();
    const head = await headOf(this.#db);
    if (found === null && head.seq > 0)
      await this.before({ act: "anchors-begun", who: "server", subject: "trail", detail: {} }, () =>
        Promise.resolve(),
      );
    await this.mark();
  }

  /** What `act` appends and does is kept together or not at all. */
  async transaction<Result>(act: (tx: Database, append: Append) => Promise<Result>): Promise<Result> {
    let reached: Head | null = null;
    const result = await this.#db.transaction().execute((tx) =>
      act(tx, async (entry) => {
        const moment = { atMs: this.#door.nowMs(), communityAtMs: this.#door.communityNowMs() };
        reached = await appendTrail(tx, moment, entry);
      }),
    );
    if (reached !== null) this.#anchors?.reach(reached);
    return result;
  }

  /** Writes the entry, then acts; an act whose entry cannot be written is not done. */
  before<Result>(entry: TrailEntry, act: (tx: Database) => Promise<Result>): Promise<Result> {
    return this.transaction(async (tx, append) => {
      await append(entry);
      return act(tx);
    });
  }

  /** Newest first; `before` is the sequence number to go on from. */
  read(before: number | null, limit: number): Promise<KeptTrailEntry[]> {
    return readTrail(this.#db, before, limit);
  }

  get checked(): Checked | null {
    return this.#checked;
  }

  /** Goes over the whole trail. @param named a head that somebody wrote down elsewhere. */
  check(named: Mark | null = null): Promise<Checked> {
    return this.#inTurn(async () => {
      // Looked at first: an entry written from now on may come before its anchor.
      const { seq } = await headOf(this.#db);
      const anchors = await this.#marks();
      const marks = [...(anchors ?? []), ...(named === null ? [] : [named])];
      const verified = await verifyTrail(this.#db, this.#installation, marks);
      const unanchored = anchors === null && verified.finding === null && seq > 0;
      const finding: Finding | null = unanchored ? { what: "no-anchors" } : verified.finding;
      this.#checked = {
        atMs: this.#door.nowMs(),
        entries: verified.entries,
        head: headText(verified.head),
        finding,
        sentence: finding && sentenceOf(finding),
        anchoredFrom: verified.anchoredFrom,
      };
      return this.#checked;
    });
  }

  /** Drops what has been kept long enough, with an entry that says so. */
  shorten(): Promise<void> {
    return this.#inTurn(async () => {
      const oldestMs = await oldestAtMs(this.#db);
      if (oldestMs === null) return;
      const beforeMs = Math.min(this.#door.nowMs() - keptMs, oldestMs + shortenedAtOnceMs);
      const last = await lastBefore(this.#db, beforeMs);
      if (last === null) return;
      const detail = shortenedDetail(last);
      await this.before({ act: "trail-shortened", who: "server", subject: "trail", detail }, (tx) =>
        dropThrough(tx, last),
      );
    });
  }

  /** Writes the head into the log when it has moved; a chain rewritten as a whole still shows by it. */
  async mark(): Promise<void> {
    const head = await headOf(this.#db);
    if (head.seq === this.#marked) return;
    this.#marked = head.seq;
    const about = { level: "info", room: "audit", event: "head", fields: { head: headText(head) } } as const;
    this.#door.log(`audit head ${headText(head)}`, about);
  }

  async close(): Promise<void> {
    await this.mark();
    await this.#anchors?.settled();
  }

  async #marks(): Promise<readonly Mark[] | null> {
    if (this.#anchors === null) return [];
    await this.#anchors.settled();
    return this.#anchors.read();
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const mine = this.#turn.then(act);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
