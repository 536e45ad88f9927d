import type { Kysely } from "kysely";

/** Communities handed in by an administrator; the files lie in the data folder. */
export async function uploads({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("community_upload")
    .addColumn("number", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("file", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("bytes", "integer", (c) => c.notNull())
    .addColumn("at_ms", "integer", (c) => c.notNull())
    .addColumn("instead_of", "text", (c) => c.notNull())
    .addColumn("ended_at_ms", "integer")
    .execute();
}
