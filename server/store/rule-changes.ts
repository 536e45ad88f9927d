import { sql, type Kysely } from "kysely";

/** Migration: what of an alarm rule was made otherwise for a place, by whom, when and why. It only grows. */
export async function ruleChangeTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("rule_change")
    .addColumn("seq", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("changes", "text")
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("who", "text", (c) => c.notNull())
    .addColumn("session", "text", (c) => c.notNull())
    .addColumn("community_at_ms", "integer", (c) => c.notNull())
    .execute();
  await sql`create trigger rule_change_stays before update on rule_change
    begin select raise(abort, 'a change of a rule is never changed'); end`.execute(db);
  await sql`create trigger rule_change_keeps before delete on rule_change
    begin select raise(abort, 'a change of a rule is never removed'); end`.execute(db);
}
