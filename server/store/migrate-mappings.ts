import type { Kysely } from "kysely";

/** Mappings, and the devices of foreign sources. */
export async function mappings({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("mapping")
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("place", "integer", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("mapping_key", ["community", "part", "id"])
    .execute();
  await schema
    .createTable("foreign_device")
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("source", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("recorded", "integer", (c) => c.notNull())
    .addColumn("shown", "text", (c) => c.notNull())
    .addColumn("last_at_ms", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("foreign_device_key", ["community", "source", "name", "recorded"])
    .execute();
}
