import type { Kysely } from "kysely";

/** Migration: alarms, their transitions, and the names people go by. */
export async function alarmTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("link").addColumn("name", "text").execute();
  await schema.alterTable("session").addColumn("name", "text").execute();
  await schema
    .createTable("alarm_episode")
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("alarm", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("community_from_ms", "integer", (c) => c.notNull())
    .addColumn("community_changed_ms", "integer", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("alarm_episode_key", ["community", "id"])
    .execute();
  await schema
    .createIndex("alarm_episode_by_time")
    .on("alarm_episode")
    .columns(["community", "community_from_ms"])
    .execute();
  await schema
    .createTable("alarm_transition")
    .addColumn("community", "text", (c) => c.notNull())
    .addColumn("alarm", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("action", "text")
    .addColumn("who", "text")
    .addColumn("community_at_ms", "integer", (c) => c.notNull())
    .addColumn("event", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("alarm_transition_key", ["community", "alarm", "version"])
    .execute();
  await schema
    .createIndex("alarm_transition_by_action")
    .on("alarm_transition")
    .columns(["community", "action"])
    .unique()
    .execute();
  await schema
    .createIndex("alarm_transition_by_time")
    .on("alarm_transition")
    .columns(["community", "community_at_ms"])
    .execute();
}

/** Migration: what each transition made of its alarm, and what the alarm was of. */
export async function alarmPast({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("alarm_episode").addColumn("about", "text").execute();
  await schema
    .createIndex("alarm_episode_by_alarm")
    .on("alarm_episode")
    .columns(["community", "alarm", "version"])
    .execute();
  for (const [column, type] of [
    ["state", "text"],
    ["priority", "text"],
    ["announced", "integer"],
  ] as const)
    await schema.alterTable("alarm_transition").addColumn(column, type).execute();
}
