import { sql } from "kysely";
import type { Alarm, AlarmState } from "../../models/alarm/alarm.ts";
import type { Trace } from "../../models/alarm/measures/trace.ts";
import type { PastTransition } from "../../models/alarm/past.ts";
import type { AlarmEvent } from "../../models/alarm/transition.ts";
import type { AlertedDevice } from "../../models/device/device.ts";
import type { Priority } from "../../models/device/kind.ts";
import type { AlarmId, CommunityId } from "../../models/ids.ts";
import { days } from "../../models/quantity.ts";
import type { Database } from "../store/open-store.ts";

/** An episode as it is kept. */
export interface KeptEpisode {
  readonly alarm: Alarm;
  readonly about: AlertedDevice | null;
}

/** The last episode that was told; the next ones began before it, or at the same time and have a lower id. */
export interface PastMark {
  readonly fromMs: number;
  readonly id: string;
}

export interface EpisodeQuery {
  readonly before: PastMark | null;
  /** Episodes of which something lies in between; community time. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  /** Null for any. */
  readonly states: readonly AlarmState[] | null;
  readonly limit: number;
}

/** Newest first. */
export async function episodesBefore(
  db: Database,
  community: CommunityId,
  { before, fromMs, untilMs, states, limit }: EpisodeQuery,
): Promise<KeptEpisode[]> {
  let query = db.selectFrom("alarm_episode").select(["body", "about"]).where("community", "=", community);
  if (before !== null)
    query = query.where((eb) =>
      eb.or([
        eb("community_from_ms", "<", before.fromMs),
        eb.and([eb("community_from_ms", "=", before.fromMs), eb("id", "<", before.id)]),
      ]),
    );
  if (untilMs !== null) query = query.where("community_from_ms", "<", untilMs);
  if (fromMs !== null)
    query = query.where((eb) => eb.or([eb("state", "!=", normal), eb("community_changed_ms", ">=", fromMs)]));
  if (states !== null) query = query.where("state", "in", states);
  const rows = await query.orderBy("community_from_ms", "desc").orderBy("id", "desc").limit(limit).execute();
  return rows.map(keptEpisode);
}

const normal: AlarmState = "normal";

const keptEpisode = ({
  body,
  about,
}: {
  readonly body: string;
  readonly about: string | null;
}): KeptEpisode => ({
  alarm: JSON.parse(body) as Alarm,
  about: about === null ? null : (JSON.parse(about) as AlertedDevice),
});

/** The last episode of an alarm; null for one that never was. */
export async function lastEpisode(
  db: Database,
  community: CommunityId,
  alarm: AlarmId,
): Promise<KeptEpisode | null> {
  const row = await db
    .selectFrom("alarm_episode")
    .select(["body", "about"])
    .where("community", "=", community)
    .where("alarm", "=", alarm)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : keptEpisode(row);
}

/** Of one alarm through all its episodes, newest first. @param before a version; null for the newest. */
export async function transitionsOf(
  db: Database,
  community: CommunityId,
  alarm: AlarmId,
  before: number | null,
  limit: number,
): Promise<PastTransition[]> {
  let query = db
    .selectFrom("alarm_transition")
    .select(["version", "community_at_ms", "event", "state", "priority"])
    .where("community", "=", community)
    .where("alarm", "=", alarm);
  if (before !== null) query = query.where("version", "<", before);
  const rows = await query.orderBy("version", "desc").limit(limit).execute();
  return rows.map(({ version, community_at_ms: atMs, event, state, priority }) => ({
    ...{ version, atMs, event: JSON.parse(event) as AlarmEvent },
    ...{ state: state as AlarmState | null, priority: priority as Priority | null },
  }));
}

/** When the first transition was that is kept; null where there is none up to then. */
export async function firstTransitionMs(
  db: Database,
  community: CommunityId,
  nowMs: number,
): Promise<number | null> {
  const row = await db
    .selectFrom("alarm_transition")
    .select(({ fn }) => fn.min("community_at_ms").as("atMs"))
    .where("community", "=", community)
    .where("community_at_ms", "<=", nowMs)
    .executeTakeFirst();
  return row?.atMs ?? null;
}

const tracesAtOnce = 2000;
/** Grows with every row, whatever its times are. */
const inOrderKept = sql<number>`rowid`;

/** Transitions in the order they were kept in, by how many are read at a time; without those of before traces were. */
export async function* tracesBetween(
  db: Database,
  community: CommunityId,
  fromMs: number,
  untilMs: number,
): AsyncGenerator<Trace> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("alarm_transition")
      .select([
        "alarm",
        "community_at_ms",
        "event",
        "state",
        "priority",
        "announced",
        inOrderKept.as("place"),
      ])
      .where("community", "=", community)
      .where("community_at_ms", ">=", fromMs)
      .where("community_at_ms", "<=", untilMs)
      .where(inOrderKept, ">", after)
      .orderBy(inOrderKept)
      .limit(tracesAtOnce)
      .execute();
    for (const { alarm, community_at_ms: atMs, event, state, priority, announced } of rows) {
      if (state === null) continue;
      yield {
        ...{ alarm: alarm as AlarmId, atMs, state: state as AlarmState, priority: priority as Priority },
        ...{ announced: announced === 1, event: JSON.parse(event) as AlarmEvent },
      };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.place;
  }
}

const keptMs = 400 * days;
/** At most so much goes at a time, so that a clock set wrong for an hour does not empty the past. */
const droppedAtOnceMs = 2 * days;

/** Drops episodes that ended so long ago, and transitions that are of none that is left. */
export async function dropOldEpisodes(db: Database, community: CommunityId, nowMs: number): Promise<void> {
  const firstMs = await firstTransitionMs(db, community, nowMs);
  if (firstMs === null || firstMs >= nowMs - keptMs) return;
  const beforeMs = Math.min(nowMs - keptMs, firstMs + droppedAtOnceMs);
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom("alarm_episode")
      .where("community", "=", community)
      .where("state", "=", normal)
      .where("community_changed_ms", "<", beforeMs)
      .execute();
    await tx
      .deleteFrom("alarm_transition")
      .where("community", "=", community)
      .where("community_at_ms", "<", beforeMs)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("alarm_episode")
              .select("alarm_episode.id")
              .whereRef("alarm_episode.community", "=", "alarm_transition.community")
              .whereRef("alarm_episode.alarm", "=", "alarm_transition.alarm")
              .whereRef("alarm_episode.community_from_ms", "<=", "alarm_transition.community_at_ms"),
          ),
        ),
      )
      .execute();
  });
}
