import type { Database } from "./open-store.ts";

/**
 * Makes a restored database another run's: nobody has seen its numbers, whatever was told since the backup; everybody
 * signs in anew. @param leap how far to go beyond the last run it knows of.
 */
export async function beginAnew(tx: Database, leap: number, atMs: number): Promise<void> {
  const { last } = await tx
    .selectFrom("run")
    .select((query) => query.fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const run = { number: last + leap, started_at_ms: atMs, ended_at_ms: atMs };
  await tx.insertInto("run").values(run).execute();
  await tx
    .updateTable("session")
    .set({ ended_at_ms: atMs, end_reason: "restored" })
    .where("ended_at_ms", "is", null)
    .execute();
  await tx.deleteFrom("link").execute();
}
