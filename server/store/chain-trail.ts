import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";

interface Unchained {
  readonly seq: number;
  readonly at_ms: number;
  readonly community_at_ms: number;
  readonly act: string;
  readonly who: string;
  readonly subject: string;
  readonly detail: string;
}

/** Migration: the trail becomes a chain of seals that the database itself only lets grow. */
export async function chainTrail(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable("trail").renameTo("trail_unchained").execute();
  await schema
    .createTable("trail")
    .addColumn("seq", "integer", (c) => c.primaryKey())
    .addColumn("at_ms", "integer", (c) => c.notNull())
    .addColumn("community_at_ms", "integer", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("who", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("detail", "text", (c) => c.notNull())
    .addColumn("previous", "blob", (c) => c.notNull())
    .addColumn("hash", "blob", (c) => c.notNull())
    .execute();
  await schema
    .createTable("trail_base")
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("hash", "blob", (c) => c.notNull())
    .execute();
  await chainWhatIsThere(db);
  await schema.dropTable("trail_unchained").execute();
  await onlyGrows(db);
}

async function chainWhatIsThere(db: Kysely<unknown>): Promise<void> {
  const { rows: installations } = await sql<{ id: string }>`select id from installation`.execute(db);
  let previous = createHash("sha256")
    .update(`courtyard trail ${installations[0]?.id ?? ""}`)
    .digest();
  await sql`insert into trail_base (seq, hash) values (0, ${previous})`.execute(db);
  const { rows } = await sql<Unchained>`select * from trail_unchained order by seq`.execute(db);
  for (const [at, row] of rows.entries()) {
    const seq = at + 1;
    const { act, who, subject, detail } = row;
    // What was kept with fractions of a millisecond is sealed as it is kept from now on.
    const [atMs, communityAtMs] = [Math.round(row.at_ms), Math.round(row.community_at_ms)];
    const content = JSON.stringify([1, seq, atMs, communityAtMs, act, who, subject, detail]);
    const hash = createHash("sha256").update(previous).update(content).digest();
    // oxlint-disable-next-line no-await-in-loop
    await sql`insert into trail (seq, at_ms, community_at_ms, act, who, subject, detail, previous, hash)
      values (${seq}, ${atMs}, ${communityAtMs}, ${act}, ${who}, ${subject}, ${detail}, ${previous}, ${hash})`.execute(
      db,
    );
    previous = hash;
  }
}

/** Entries come one after the other, are never changed, and go only with the beginning of the chain. */
async function onlyGrows(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger trail_follows before insert on trail
    when new.seq <> 1 + coalesce((select max(seq) from trail), (select seq from trail_base))
    begin select raise(abort, 'an entry of the trail follows the last one'); end`.execute(db);
  await sql`create trigger trail_stays before update on trail
    begin select raise(abort, 'an entry of the trail is never changed'); end`.execute(db);
  await sql`create trigger trail_keeps before delete on trail
    when old.seq > (select seq from trail_base)
    begin select raise(abort, 'an entry of the trail is never removed'); end`.execute(db);
  await sql`create trigger trail_base_advances before update on trail_base
    when new.seq < old.seq or not exists (select 1 from trail where seq = new.seq and hash = new.hash)
    begin select raise(abort, 'the trail is shortened only at one of its entries'); end`.execute(db);
  await sql`create trigger trail_base_stays before delete on trail_base
    begin select raise(abort, 'the beginning of the trail stays'); end`.execute(db);
  await sql`create trigger trail_base_is_one before insert on trail_base
    begin select raise(abort, 'the trail has one beginning'); end`.execute(db);
}
