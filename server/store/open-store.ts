import { Kysely, Migrator, sql } from "kysely";
import { migrations } from "./migrations.ts";
import { SqliteThreadDialect } from "./sqlite-dialect.ts";
import { SqliteThread, type TroubleListener } from "./sqlite-thread.ts";
import { StoreError } from "./store-error.ts";
import type { Tables } from "./tables.ts";

/** What rooms write their `*-store.ts` against: the database itself or a transaction in it. */
export type Database = Kysely<Tables>;

export interface Store {
  readonly db: Database;
  /** Counts the starts of the server on this data folder. */
  readonly run: number;
  /** Eight hex digits that tell this data folder from any other. */
  readonly installation: string;
  /** The thread dies as if it had crashed; the next call starts another. */
  readonly killThread: () => Promise<void>;
  close(): Promise<void>;
}

export interface StoreDoor {
  /** Wall time. */
  readonly nowMs: () => number;
  readonly onTrouble: TroubleListener;
}

/**
 * Opens the database, brings it to the newest form and begins a run. `file` may be `:memory:`.
 * @throws StoreError when another process holds it (code 5), it is damaged (11, 26) or cannot be opened.
 */
export async function openStore(file: string, door: StoreDoor): Promise<Store> {
  const thread = new SqliteThread(file, door.nowMs, door.onTrouble);
  const db = new Kysely<Tables>({ dialect: new SqliteThreadDialect(thread) });
  try {
    await thread.open();
    await migrate(db);
    await checkAfterCrash(db);
    const run = await beginRun(db, door.nowMs());
    const { id: installation } = await db.selectFrom("installation").select("id").executeTakeFirstOrThrow();
    const close = async (): Promise<void> => {
      // A store that is lost or full stays marked as not cleanly ended; the next start checks it.
      await endRun(db, run, door.nowMs()).catch(() => undefined);
      await db.destroy();
    };
    return { db, run, installation, killThread: () => thread.kill(), close };
  } catch (error) {
    await thread.close();
    throw error;
  }
}

async function migrate(db: Database): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  // Each adds what is its own alone, so a folder may meet them in another order than their names have.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Looks the whole file over when the last run did not end by itself. */
async function checkAfterCrash(db: Database): Promise<void> {
  const last = await db
    .selectFrom("run")
    .select("ended_at_ms")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.ended_at_ms !== null) return;
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check`.execute(db);
  const findings = rows.map((row) => row.quick_check).filter((finding) => finding !== "ok");
  if (findings.length > 0) throw new StoreError(11, findings.slice(0, 3).join("; "));
}

async function beginRun(db: Database, startedAtMs: number): Promise<number> {
  const row = { started_at_ms: startedAtMs, ended_at_ms: null };
  const { number } = await db.insertInto("run").values(row).returning("number").executeTakeFirstOrThrow();
  return number;
}

async function endRun(db: Database, run: number, endedAtMs: number): Promise<void> {
  await db.updateTable("run").set({ ended_at_ms: endedAtMs }).where("number", "=", run).execute();
}
