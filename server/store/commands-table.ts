import type { Kysely } from "kysely";

/** Migration: what devices were asked to be. */
export async function commandsTable({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("command")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("device", "text", (c) => c.notNull())
    .addColumn("property", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("who", "text", (c) => c.notNull())
    .addColumn("duty", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("community_asked_at_ms", "integer", (c) => c.notNull())
    .addColumn("community_changed_at_ms", "integer", (c) => c.notNull())
    .execute();
  await schema
    .createIndex("command_by_time")
    .on("command")
    .columns(["community", "community_asked_at_ms"])
    .execute();
}
