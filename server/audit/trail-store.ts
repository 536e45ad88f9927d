import { z } from "zod";
import type { Database } from "../store/open-store.ts";
import type { TrailTable } from "../store/tables.ts";
import { hexOf, sealOf, type Head } from "./chain.ts";
import type { KeptTrailEntry, TrailAct, TrailEntry } from "./entry.ts";

export interface Moment {
  readonly atMs: number;
  readonly communityAtMs: number;
}

/** The place the kept entries go on from. */
export async function baseOf(db: Database): Promise<Head> {
  return db.selectFrom("trail_base").select(["seq", "hash"]).executeTakeFirstOrThrow();
}

export async function headOf(db: Database): Promise<Head> {
  const last = await db
    .selectFrom("trail")
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last ?? baseOf(db);
}

/** @param tx a transaction: what follows the head must not change until the entry is in. */
export async function appendTrail(tx: Database, moment: Moment, entry: TrailEntry): Promise<Head> {
  const { seq: before, hash: previous } = await headOf(tx);
  const { act, who, subject } = entry;
  const content = {
    seq: before + 1,
    at_ms: Math.round(moment.atMs),
    community_at_ms: Math.round(moment.communityAtMs),
    act,
    who,
    subject,
    detail: JSON.stringify(entry.detail),
  };
  const hash = sealOf(content, previous);
  await tx
    .insertInto("trail")
    .values({ ...content, previous, hash })
    .execute();
  return { seq: content.seq, hash };
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
    detail: detailOf(row.detail),
  }));
}

const details = z.record(z.string(), z.string());

/** Empty where it was made unreadable: the auditor still sees the line, and the seal does not fit it. */
function detailOf(text: string): Record<string, string> {
  try {
    return details.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** As they are kept, oldest first. */
export async function rowsAfter(db: Database, seq: number | null, limit: number): Promise<TrailTable[]> {
  let query = db.selectFrom("trail").selectAll().orderBy("seq").limit(limit);
  if (seq !== null) query = query.where("seq", ">", seq);
  return query.execute();
}

/** Times of the oldest entry kept; null without one. */
export async function oldestAtMs(db: Database): Promise<number | null> {
  const [row] = await rowsAfter(db, null, 1);
  return row?.at_ms ?? null;
}

/** The last entry of those at the beginning that are all older; null when the first is not. */
export async function lastBefore(db: Database, atMs: number): Promise<Head | null> {
  const younger = await db
    .selectFrom("trail")
    .select(({ fn }) => fn.min<number | null>("seq").as("seq"))
    .where("at_ms", ">=", atMs)
    .executeTakeFirstOrThrow();
  let query = db.selectFrom("trail").select(["seq", "hash"]).orderBy("seq", "desc").limit(1);
  if (younger.seq !== null) query = query.where("seq", "<", younger.seq);
  return (await query.executeTakeFirst()) ?? null;
}

/** Takes away the entries up to a place, which the chain then goes on from. */
export async function dropThrough(tx: Database, { seq, hash }: Head): Promise<void> {
  await tx.updateTable("trail_base").set({ seq, hash }).execute();
  await tx.deleteFrom("trail").where("seq", "<=", seq).execute();
}

/** How the entry that records a shortening names the place. */
export const shortenedDetail = ({ seq, hash }: Head): Readonly<Record<string, string>> => ({
  through: String(seq),
  hash: hexOf(hash),
});
