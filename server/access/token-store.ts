import type { Database } from "../store/open-store.ts";
import type { Credential, CredentialUse } from "./access.ts";

export interface KeptToken extends Credential {
  /** SHA-256 of the token. */
  readonly hash: Uint8Array;
  readonly madeAtMs: number;
  /** When it ends, or has ended; null for one that lasts until somebody ends it. */
  readonly endsAtMs: number | null;
}

export async function keepToken(db: Database, token: KeptToken): Promise<void> {
  const { hash, name, use, madeAtMs, endsAtMs } = token;
  await db
    .insertInto("token")
    .values({ hash, name, use, made_at_ms: madeAtMs, ended_at_ms: endsAtMs })
    .execute();
}

export async function endToken(db: Database, hash: Uint8Array, atMs: number): Promise<void> {
  await db.updateTable("token").set({ ended_at_ms: atMs }).where("hash", "=", hash).execute();
}

export async function openTokens(db: Database, nowMs: number): Promise<KeptToken[]> {
  const rows = await db
    .selectFrom("token")
    .selectAll()
    .where((where) => where.or([where("ended_at_ms", "is", null), where("ended_at_ms", ">", nowMs)]))
    .execute();
  return rows.map(({ hash, name, use, made_at_ms, ended_at_ms }) => ({
    ...{ hash, name, use: use as CredentialUse, madeAtMs: made_at_ms, endsAtMs: ended_at_ms },
  }));
}
