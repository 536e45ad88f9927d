import type { Duty } from "../../models/duty/duty.ts";
import type { Database } from "../store/open-store.ts";

export interface Link {
  readonly hash: Uint8Array;
  readonly duty: Duty;
  /** Whom it is for; null when nobody said. */
  readonly name: string | null;
  readonly madeAtMs: number;
  readonly expiresAtMs: number;
}

export async function keepLink(db: Database, link: Link): Promise<void> {
  const { hash, duty, name } = link;
  const row = {
    hash,
    duty,
    name,
    made_at_ms: link.madeAtMs,
    expires_at_ms: link.expiresAtMs,
    used_at_ms: null,
  };
  await db.insertInto("link").values(row).execute();
}

export type TakenLink = Pick<Link, "duty" | "name"> | { readonly refused: "unknown" | "used" | "expired" };

/** Uses the link up; of two who come at once only one gets its duty. */
export async function takeLink(db: Database, hash: Uint8Array, nowMs: number): Promise<TakenLink> {
  const taken = await db
    .updateTable("link")
    .set({ used_at_ms: nowMs })
    .where("hash", "=", hash)
    .where("used_at_ms", "is", null)
    .where("expires_at_ms", ">", nowMs)
    .returning(["duty", "name"])
    .executeTakeFirst();
  if (taken !== undefined) return { duty: taken.duty as Duty, name: taken.name };
  const known = await db.selectFrom("link").select("used_at_ms").where("hash", "=", hash).executeTakeFirst();
  if (known === undefined) return { refused: "unknown" };
  return { refused: known.used_at_ms === null ? "expired" : "used" };
}

export async function dropLinksBefore(db: Database, expiredAtMs: number): Promise<void> {
  await db.deleteFrom("link").where("expires_at_ms", "<", expiredAtMs).execute();
}
