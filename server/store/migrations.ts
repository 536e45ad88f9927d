import { sql, type Kysely, type Migration } from "kysely";
import { alarmPast, alarmTables } from "./alarm-tables.ts";
import { chainTrail } from "./chain-trail.ts";
import { uploads } from "./migrate-uploads.ts";
import { commandsTable } from "./commands-table.ts";
import { ruleChangeTable } from "./rule-changes.ts";
import { mappings } from "./migrate-mappings.ts";

/** In the order of their names; one that has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-first": { up: first },
  "0002-audit-chain": { up: chainTrail },
  "0005-uploads": { up: uploads },
  "0003-commands": { up: commandsTable },
  "0006-mappings": { up: mappings },
  "0007-tray-times": { up: trayTimes },
  "0008-alarms": { up: alarmTables },
  "0009-alarm-past": { up: alarmPast },
  "0010-rule-changes": { up: ruleChangeTable },
};

/** When what waits in the tray was measured, for the day its point is known. */
async function trayTimes({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("tray").addColumn("source_at_ms", "integer").execute();
}

async function first(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("run")
    .addColumn("number", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("started_at_ms", "integer", (c) => c.notNull())
    .addColumn("ended_at_ms", "integer")
    .execute();
  await schema
    .createTable("installation")
    .addColumn("id", "text", (c) => c.primaryKey())
    .execute();
  await sql`insert into installation (id) values (lower(hex(randomblob(4))))`.execute(db);
  await access(db);
  await twin(db);
}

async function access({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("link")
    .addColumn("hash", "blob", (c) => c.primaryKey().notNull())
    .addColumn("duty", "text", (c) => c.notNull())
    .addColumn("made_at_ms", "integer", (c) => c.notNull())
    .addColumn("expires_at_ms", "integer", (c) => c.notNull())
    .addColumn("used_at_ms", "integer")
    .execute();
  await schema
    .createTable("session")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("hash", "blob", (c) => c.notNull().unique())
    .addColumn("duty", "text", (c) => c.notNull())
    .addColumn("dwelling", "text")
    .addColumn("began_at_ms", "integer", (c) => c.notNull())
    .addColumn("expires_at_ms", "integer", (c) => c.notNull())
    .addColumn("ended_at_ms", "integer")
    .addColumn("end_reason", "text")
    .execute();
  await schema
    .createTable("token")
    .addColumn("hash", "blob", (c) => c.primaryKey().notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("use", "text", (c) => c.notNull())
    .addColumn("made_at_ms", "integer", (c) => c.notNull())
    .addColumn("ended_at_ms", "integer")
    .execute();
  await schema
    .createTable("trail")
    .addColumn("seq", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("at_ms", "integer", (c) => c.notNull())
    .addColumn("community_at_ms", "integer", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("who", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("detail", "text", (c) => c.notNull())
    .execute();
}

async function twin({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("mapped_device")
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("device", "text", (c) => c.notNull())
    .addColumn("describe", "text", (c) => c.notNull())
    .addColumn("first_at_ms", "integer", (c) => c.notNull())
    .addColumn("last_at_ms", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("mapped_device_key", ["community", "device"])
    .execute();
  await schema
    .createTable("tray")
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("device", "text", (c) => c.notNull())
    .addColumn("property", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("first_at_ms", "integer", (c) => c.notNull())
    .addColumn("last_at_ms", "integer", (c) => c.notNull())
    .addColumn("seen", "integer", (c) => c.notNull())
    .addColumn("last_topic", "text", (c) => c.notNull())
    .addColumn("shape", "text", (c) => c.notNull())
    .addColumn("last_payload", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("tray_key", ["community", "device", "property"])
    .execute();
  await schema
    .createTable("value_page")
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("page", "integer", (c) => c.notNull())
    .addColumn("points", "text", (c) => c.notNull())
    .addColumn("data", "blob", (c) => c.notNull())
    .addPrimaryKeyConstraint("value_page_key", ["community", "page"])
    .execute();
  await schema
    .createTable("value_journal")
    .addColumn("seq", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("data", "blob", (c) => c.notNull())
    .execute();
}
