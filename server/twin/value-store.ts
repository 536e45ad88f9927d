import type { CommunityId, PointId } from "../../models/ids.ts";
import type { Database } from "../store/open-store.ts";
import type { StoredPage } from "./value-pages.ts";

/** Changed values and, in the same transaction, the pages that came to have new points. */
export async function appendValues(
  db: Database,
  community: CommunityId,
  pages: readonly StoredPage[],
  changes: Uint8Array,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await putPages(tx, community, pages);
    if (changes.byteLength > 0)
      await tx.insertInto("value_journal").values({ community, data: changes }).execute();
  });
}

/** All pages anew, in place of the journal. */
export async function replaceJournal(
  db: Database,
  community: CommunityId,
  pages: readonly StoredPage[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await putPages(tx, community, pages);
    await tx.deleteFrom("value_journal").where("community", "=", community).execute();
  });
}

async function putPages(tx: Database, community: CommunityId, pages: readonly StoredPage[]): Promise<void> {
  for (const { page, points, data } of pages) {
    await tx
      .insertInto("value_page")
      .values({ community, page, points: JSON.stringify(points), data })
      .onConflict((conflict) =>
        conflict.columns(["community", "page"]).doUpdateSet((row) => ({
          points: row.ref("excluded.points"),
          data: row.ref("excluded.data"),
        })),
      )
      .execute();
  }
}

export async function storedPages(db: Database, community: CommunityId): Promise<StoredPage[]> {
  const rows = await db
    .selectFrom("value_page")
    .selectAll()
    .where("community", "=", community)
    .orderBy("page")
    .execute();
  return rows.map(({ page, points, data }) => ({ page, points: JSON.parse(points) as PointId[], data }));
}

export async function storedChanges(db: Database, community: CommunityId): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom("value_journal")
    .select("data")
    .where("community", "=", community)
    .orderBy("seq")
    .execute();
  return rows.map(({ data }) => data);
}
