import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import type { StoreError } from "../../../server/store/store-error.ts";

let folder = "";
let file = "";
let nowMs = 1_000_000;
let troubles: (StoreError | null)[] = [];
const open = (): Promise<Store> =>
  openStore(file, { nowMs: () => nowMs, onTrouble: (trouble) => void troubles.push(trouble) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-store-"));
  file = join(folder, "courtyard.db");
  troubles = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const count = async ({ db }: Store): Promise<number> =>
  (
    await db
      .selectFrom("value_journal")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow()
  ).n;
const append = ({ db }: Pick<Store, "db">, community: string): Promise<unknown> =>
  db
    .insertInto("value_journal")
    .values({ community, data: new Uint8Array(1) })
    .execute();

describe("the store", () => {
  it("counts its runs and keeps the name of the data folder", async () => {
    const first = await open();
    await first.close();
    const second = await open();
    expect([first.run, second.run]).toEqual([1, 2]);
    expect(second.installation).toBe(first.installation);
    expect(second.installation).toMatch(/^[0-9a-f]{8}$/);
    await second.close();
  });

  it("refuses a second opening of the same file", async () => {
    const store = await open();
    await expect(open()).rejects.toMatchObject({ name: "StoreError", code: 5 });
    await store.close();
    expect(troubles).toEqual([]);
  });

  it("commits in full: WAL, synchronous, exclusive", async () => {
    const store = await open();
    const { sql } = await import("kysely");
    const { rows: journal } = await sql`pragma journal_mode`.execute(store.db);
    const { rows: synchronous } = await sql`pragma synchronous`.execute(store.db);
    const { rows: locking } = await sql`pragma locking_mode`.execute(store.db);
    expect([journal[0], synchronous[0], locking[0]]).toEqual([
      { journal_mode: "wal" },
      { synchronous: 2 },
      { locking_mode: "exclusive" },
    ]);
    await store.close();
  });

  it("undoes a transaction that fails", async () => {
    const store = await open();
    const failed = store.db.transaction().execute(async (tx) => {
      await append({ db: tx }, "one");
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await count(store)).toBe(0);
    await store.close();
  });

  it("rejects what waits when its thread dies, and starts another", async () => {
    const store = await open();
    await append(store, "before");
    const waiting = Array.from({ length: 5 }, () => append(store, "waiting"));
    await store.killThread();
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);
    expect(troubles.at(-1)).toMatchObject({ code: 0 });
    await expect(append(store, "too soon")).rejects.toMatchObject({ code: 0 });
    nowMs += 2000;
    await append(store, "after");
    expect(troubles.at(-1)).toBeNull();
    const fulfilled = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(await count(store)).toBeGreaterThanOrEqual(2 + fulfilled);
    await store.close();
  });

  it("never goes on with a transaction in a thread it did not begin in", async () => {
    const store = await open();
    const torn = store.db.transaction().execute(async (tx) => {
      await append({ db: tx }, "first half");
      await store.killThread();
      nowMs += 2000;
      await append({ db: tx }, "second half");
    });
    await expect(torn).rejects.toThrow("in the middle of a transaction");
    expect(await count(store)).toBe(0);
    await store.close();
  });

  it("keeps the order of transactions that are asked for at once", async () => {
    const store = await open();
    const names = ["a", "b", "c", "d"];
    await Promise.all(
      names.map((name) =>
        store.db.transaction().execute(async (tx) => {
          await append({ db: tx }, name);
          await append({ db: tx }, name);
        }),
      ),
    );
    const rows = await store.db.selectFrom("value_journal").select("community").orderBy("seq").execute();
    expect(rows.map(({ community }) => community).join("")).toBe("aabbccdd");
    await store.close();
  });

  it("says what is wrong with a file that is none of its own, or damaged", async () => {
    writeFileSync(file, "this is a letter, not a database, and a rather long one at that".repeat(200));
    await expect(open()).rejects.toMatchObject({ name: "StoreError", code: 26 });
    rmSync(file);
    const store = await open();
    for (let row = 0; row < 200; row += 1) await append(store, "x".repeat(400));
    await store.close();
    truncateSync(file, 20_000);
    await expect(open()).rejects.toMatchObject({ name: "StoreError", code: 11 });
  });

  it("answers nothing once closed", async () => {
    const store = await open();
    await store.close();
    await expect(append(store, "late")).rejects.toThrow();
  });
});
