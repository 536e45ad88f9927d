import type { Database } from "../store/open-store.ts";
import type { Credential, CredentialUse } from "./access.ts";

export interface KeptToken extends Credential {
  /** SHA-256 of the token. */
  readonly hash: Uint8Array;
}

export async function keepToken(db: Database, token: KeptToken, madeAtMs: number): Promise<void> {
  const { hash, name, use } = token;
  await db.insertInto("token").values({ hash, name, use, made_at_ms: madeAtMs, ended_at_ms: null }).execute();
}

export async function openTokens(db: Database): Promise<KeptToken[]> {
  const rows = await db.selectFrom("token").selectAll().where("ended_at_ms", "is", null).execute();
  return rows.map(({ hash, name, use }) => ({ hash, name, use: use as CredentialUse }));
}
