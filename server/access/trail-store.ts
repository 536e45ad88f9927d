import type { Database } from "../store/open-store.ts";

/** What happens to access, each a line of the trail. */
export type TrailAct =
  | "link-made"
  | "signed-in"
  | "refused"
  | "session-ended"
  | "duty-changed"
  | "token-made"
  | "mapping-saved"
  | "mapping-removed"
  | "mapping-imported";

export interface TrailEntry {
  readonly act: TrailAct;
  /** Session or program that acted; `""` for nobody signed in. */
  readonly who: string;
  /** Session, link or token it was done to. */
  readonly subject: string;
  /** Duty, reason, address …; nothing secret. */
  readonly detail: Readonly<Record<string, string>>;
}

export interface KeptTrailEntry extends TrailEntry {
  readonly seq: number;
  /** Wall time and community time, epoch milliseconds. */
  readonly atMs: number;
  readonly communityAtMs: number;
}

export interface Moment {
  readonly atMs: number;
  readonly communityAtMs: number;
}

export async function appendTrail(db: Database, moment: Moment, entry: TrailEntry): Promise<void> {
  const { act, who, subject } = entry;
  const row = { at_ms: moment.atMs, community_at_ms: moment.communityAtMs, act, who, subject };
  await db
    .insertInto("trail")
    .values({ ...row, detail: JSON.stringify(entry.detail) })
    .execute();
}

/** Newest first; `before` is the sequence number to go on from. */
export async function readTrail(
  db: Database,
  before: number | null,
  limit: number,
): Promise<KeptTrailEntry[]> {
  let query = db.selectFrom("trail").selectAll().orderBy("seq", "desc").limit(limit);
  if (before !== null) query = query.where("seq", "<", before);
  const rows = await query.execute();
  return rows.map((row) => ({
    seq: row.seq,
    atMs: row.at_ms,
    communityAtMs: row.community_at_ms,
    act: row.act as TrailAct,
    who: row.who,
    subject: row.subject,
    detail: JSON.parse(row.detail) as Record<string, string>,
  }));
}

export async function dropTrailBefore(db: Database, atMs: number): Promise<void> {
  await db.deleteFrom("trail").where("at_ms", "<", atMs).execute();
}
