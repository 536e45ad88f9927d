import { dwellingId, sessionId, type SessionId } from "../../models/ids.ts";
import type { Authority, Duty } from "../../models/duty/duty.ts";
import type { Database } from "../store/open-store.ts";

export interface Session {
  readonly session: SessionId;
  /** SHA-256 of the cookie's secret. */
  readonly hash: Uint8Array;
  readonly authority: Authority;
  /** What colleagues call them: the name of their link, or a number beside the duty. */
  readonly name: string;
  /** Wall time. */
  readonly beganAtMs: number;
  readonly expiresAtMs: number;
}

export type EndReason = "signed-out" | "replaced" | "expired" | "ended-by-administrator";

export async function keepSession(db: Database, session: Session): Promise<void> {
  const { hash, authority, name } = session;
  const times = { began_at_ms: session.beganAtMs, expires_at_ms: session.expiresAtMs };
  const open = { ended_at_ms: null, end_reason: null };
  const row = {
    id: session.session,
    hash,
    duty: authority.duty,
    name,
    dwelling: authority.dwelling,
    ...times,
    ...open,
  };
  await db.insertInto("session").values(row).execute();
}

export async function endSession(
  db: Database,
  session: SessionId,
  atMs: number,
  reason: EndReason,
): Promise<void> {
  await db
    .updateTable("session")
    .set({ ended_at_ms: atMs, end_reason: reason })
    .where("id", "=", session)
    .where("ended_at_ms", "is", null)
    .execute();
}

export async function changeAuthority(db: Database, session: SessionId, authority: Authority): Promise<void> {
  const { duty, dwelling } = authority;
  await db.updateTable("session").set({ duty, dwelling }).where("id", "=", session).execute();
}

/** Sessions that have not ended, also those whose time is over. */
export async function openSessions(db: Database): Promise<Session[]> {
  const rows = await db.selectFrom("session").selectAll().where("ended_at_ms", "is", null).execute();
  return rows.map((row) => ({
    session: sessionId(row.id),
    hash: row.hash,
    authority: { duty: row.duty as Duty, dwelling: row.dwelling === null ? null : dwellingId(row.dwelling) },
    name: row.name ?? "",
    beganAtMs: row.began_at_ms,
    expiresAtMs: row.expires_at_ms,
  }));
}

export async function dropSessionsBefore(db: Database, endedAtMs: number): Promise<void> {
  await db.deleteFrom("session").where("ended_at_ms", "<", endedAtMs).execute();
}
