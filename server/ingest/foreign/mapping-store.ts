import type { CommunityId } from "../../../models/ids.ts";
import { readMappingFile, type MappingFile, type MappingRow } from "../../../models/mapping/mapping-file.ts";
import type { Database } from "../../store/open-store.ts";

const rowsAtOnce = 100;

/** The mapping as it was kept; null when nothing was. */
export async function keptMapping(
  db: Database,
  community: CommunityId,
): Promise<MappingFile | "unreadable" | null> {
  const kept = await db
    .selectFrom("mapping")
    .select(["part", "body"])
    .where("community", "=", community)
    .orderBy("place")
    .execute();
  if (kept.length === 0) return null;
  const partsOf = (part: "row" | "source"): unknown[] =>
    kept.filter((each) => each.part === part).map(({ body }) => JSON.parse(body));
  const read = readMappingFile({ mapping: 1, rows: partsOf("row"), sources: partsOf("source") });
  return read.ok ? read.file : "unreadable";
}

/** The whole mapping, in place of what was kept. */
export async function keepMapping(db: Database, community: CommunityId, file: MappingFile): Promise<void> {
  const parts = [
    ...file.rows.map((row) => ({ part: "row" as const, id: row.id, body: JSON.stringify(row) })),
    ...(file.sources ?? []).map((each) => ({
      part: "source" as const,
      id: each.id,
      body: JSON.stringify(each),
    })),
  ].map((each, place) => ({ ...each, community, place }));
  await db.deleteFrom("mapping").where("community", "=", community).execute();
  for (let at = 0; at < parts.length; at += rowsAtOnce) {
    await db
      .insertInto("mapping")
      .values(parts.slice(at, at + rowsAtOnce))
      .execute();
  }
}

/** One row, new or in place of the one of this id. */
export async function keepRow(
  db: Database,
  community: CommunityId,
  row: MappingRow,
  place: number,
): Promise<void> {
  const body = JSON.stringify(row);
  await db
    .insertInto("mapping")
    .values({ community, part: "row", id: row.id, place, body })
    .onConflict((conflict) => conflict.columns(["community", "part", "id"]).doUpdateSet({ body }))
    .execute();
}

export async function dropRow(db: Database, community: CommunityId, id: string): Promise<void> {
  await db
    .deleteFrom("mapping")
    .where("community", "=", community)
    .where("part", "=", "row")
    .where("id", "=", id)
    .execute();
}
