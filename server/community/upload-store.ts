import type { Database } from "../store/open-store.ts";

/** A city model an administrator handed in, which stands in place of the one the server was started with. */
export interface Upload {
  /** SHA-256 of the file, which is its name on the shelf. */
  readonly file: string;
  /** The name it came with. */
  readonly name: string;
  readonly bytes: number;
  /** Wall time. */
  readonly atMs: number;
  /** What `--community` said then; another word there takes over again. */
  readonly insteadOf: string;
}

/** The upload that stands in place of `insteadOf`; null when none does. */
export async function standingUpload(db: Database, insteadOf: string): Promise<Upload | null> {
  const row = await db
    .selectFrom("community_upload")
    .selectAll()
    .where("ended_at_ms", "is", null)
    .where("instead_of", "=", insteadOf)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    file: row.file,
    name: row.name,
    bytes: row.bytes,
    atMs: row.at_ms,
    insteadOf: row.instead_of,
  };
}

/** Files of every upload that stands, in place of whatever. */
export async function standingFiles(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("community_upload")
    .select("file")
    .where("ended_at_ms", "is", null)
    .execute();
  return new Set(rows.map(({ file }) => file));
}

/** From now on this upload stands, and no other in its place. */
export async function keepUpload(db: Database, upload: Upload): Promise<void> {
  const { file, name, bytes, atMs, insteadOf } = upload;
  await endUpload(db, insteadOf, atMs);
  await db
    .insertInto("community_upload")
    .values({ file, name, bytes, at_ms: atMs, instead_of: insteadOf, ended_at_ms: null })
    .execute();
}

export async function endUpload(db: Database, insteadOf: string, atMs: number): Promise<void> {
  await db
    .updateTable("community_upload")
    .set({ ended_at_ms: atMs })
    .where("ended_at_ms", "is", null)
    .where("instead_of", "=", insteadOf)
    .execute();
}

/** Takes back the last change of what stands, which did not work out: the upload before it stands again, or none. */
export async function undoLastChange(db: Database, insteadOf: string, atMs: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const [newest, earlier] = await tx
      .selectFrom("community_upload")
      .selectAll()
      .where("instead_of", "=", insteadOf)
      .orderBy("number", "desc")
      .limit(2)
      .execute();
    if (newest === undefined) return;
    await endUpload(tx, insteadOf, atMs);
    // One that was put back stands again; one that was handed in gives way to the one it ended.
    const wasPutBack = newest.ended_at_ms !== null;
    const revived = wasPutBack ? newest : earlier;
    if (revived === undefined || (!wasPutBack && revived.ended_at_ms !== newest.at_ms)) return;
    await tx
      .updateTable("community_upload")
      .set({ ended_at_ms: null })
      .where("number", "=", revived.number)
      .execute();
  });
}
