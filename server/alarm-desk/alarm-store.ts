import { type Alarm, type AlarmState, stateOf } from "../../models/alarm/alarm.ts";
import type { AlarmEvent } from "../../models/alarm/transition.ts";
import type { AlertedDevice } from "../../models/device/device.ts";
import type { ActionId, AlarmId, CommunityId, SessionId } from "../../models/ids.ts";
import type { Database } from "../store/open-store.ts";

/** A transition and what it made of the alarm; who asked for it and by which request, where somebody did. */
export interface KeptTransition {
  readonly alarm: Alarm;
  readonly event: AlarmEvent;
  /** Somebody had to be told. */
  readonly announced: boolean;
  /** What and where its device was then; null for one nobody knew. */
  readonly about: AlertedDevice | null;
  readonly action: ActionId | null;
  readonly who: SessionId | null;
}

/** SQLite binds a limited number of values in one statement. */
const rowsAtOnce = 500;

/** Keeps transitions in their order, and each episode as the last of them left it. */
export async function keepTransitions(
  db: Database,
  community: CommunityId,
  kept: readonly KeptTransition[],
): Promise<void> {
  const newest = new Map(kept.map((transition) => [transition.alarm.id, transition]));
  const episodes = [...newest.values()].map(({ alarm, about }) => ({
    community,
    id: alarm.id,
    alarm: alarm.alarm,
    version: alarm.version,
    state: stateOf(alarm),
    community_from_ms: Math.round(alarm.fromMs),
    community_changed_ms: Math.round(alarm.changedAtMs),
    body: JSON.stringify(alarm),
    about: about === null ? null : JSON.stringify(about),
  }));
  for (let at = 0; at < episodes.length; at += rowsAtOnce) {
    await db
      .insertInto("alarm_episode")
      .values(episodes.slice(at, at + rowsAtOnce))
      .onConflict((conflict) =>
        conflict.columns(["community", "id"]).doUpdateSet((row) => ({
          version: row.ref("excluded.version"),
          state: row.ref("excluded.state"),
          community_changed_ms: row.ref("excluded.community_changed_ms"),
          body: row.ref("excluded.body"),
          about: row.ref("excluded.about"),
        })),
      )
      .execute();
  }
  const transitions = kept.map(({ alarm, event, announced, action, who }) => ({
    community,
    alarm: alarm.alarm,
    version: alarm.version,
    action,
    who,
    community_at_ms: Math.round(alarm.changedAtMs),
    event: JSON.stringify(event),
    state: stateOf(alarm),
    priority: alarm.priority,
    announced: announced ? 1 : 0,
  }));
  for (let at = 0; at < transitions.length; at += rowsAtOnce)
    await db
      .insertInto("alarm_transition")
      .values(transitions.slice(at, at + rowsAtOnce))
      .execute();
}

const normal: AlarmState = "normal";

/** Alarms that are not normal. */
export async function openEpisodes(db: Database, community: CommunityId): Promise<Alarm[]> {
  const rows = await db
    .selectFrom("alarm_episode")
    .select("body")
    .where("community", "=", community)
    .where("state", "!=", normal)
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Alarm);
}

/** The version each alarm has reached. */
export async function versionsReached(
  db: Database,
  community: CommunityId,
): Promise<ReadonlyMap<AlarmId, number>> {
  const rows = await db
    .selectFrom("alarm_transition")
    .select(({ fn }) => ["alarm", fn.max("version").as("version")])
    .where("community", "=", community)
    .groupBy("alarm")
    .execute();
  return new Map(rows.map(({ alarm, version }) => [alarm as AlarmId, version]));
}

/** Which alarm a request was about, and who made it; null for one that was never done. */
export async function transitionBy(
  db: Database,
  community: CommunityId,
  action: ActionId,
): Promise<{ readonly alarm: AlarmId; readonly who: string | null; readonly event: AlarmEvent } | null> {
  const row = await db
    .selectFrom("alarm_transition")
    .select(["alarm", "who", "event"])
    .where("community", "=", community)
    .where("action", "=", action)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { alarm: row.alarm as AlarmId, who: row.who, event: JSON.parse(row.event) as AlarmEvent };
}
