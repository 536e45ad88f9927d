import { sql } from "kysely";
import { Audit } from "../../../server/audit/audit.ts";
import type { AnchorFile } from "../../../server/audit/anchor-file.ts";
import type { TrailEntry } from "../../../server/audit/entry.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import type { TrailTable } from "../../../server/store/tables.ts";
import { TestClock } from "../access/door.ts";

/** A trail over a store of its own, and the log beside it. */
export class WrittenTrail {
  readonly store: Store;
  readonly audit: Audit;
  readonly clock: TestClock;
  readonly log: string[] = [];

  private constructor(store: Store, clock: TestClock, anchors: AnchorFile | null) {
    this.store = store;
    this.clock = clock;
    this.audit = new Audit(store.db, store.installation, anchors, {
      nowMs: clock.now,
      communityNowMs: clock.now,
      log: (line) => void this.log.push(line),
    });
  }

  static async open(
    file = ":memory:",
    anchors: AnchorFile | null = null,
    clock = new TestClock(),
  ): Promise<WrittenTrail> {
    const store = await openStore(file, { nowMs: clock.now, onTrouble: () => undefined });
    return new WrittenTrail(store, clock, anchors);
  }

  /** Writes entries with nothing to do. */
  async write(...entries: readonly Partial<TrailEntry>[]): Promise<void> {
    for (const entry of entries) {
      const whole: TrailEntry = { act: "link-made", who: "test", subject: "x", detail: {}, ...entry };
      await this.audit.before(whole, () => Promise.resolve());
    }
  }

  rows(): Promise<TrailTable[]> {
    return this.store.db.selectFrom("trail").selectAll().orderBy("seq").execute();
  }

  /** The rows as somebody left them who got past the database's own refusals; first disarm it. */
  async replaceRows(rows: readonly TrailTable[]): Promise<void> {
    const { db } = this.store;
    await db.deleteFrom("trail").execute();
    if (rows.length > 0) await db.insertInto("trail").values(rows).execute();
  }

  async disarm(): Promise<void> {
    for (const trigger of [
      "trail_follows",
      "trail_stays",
      "trail_keeps",
      "trail_base_advances",
      "trail_base_stays",
      "trail_base_is_one",
    ])
      await sql`drop trigger if exists ${sql.ref(trigger)}`.execute(this.store.db);
  }
}
