import type { CommunityId } from "../../../models/ids.ts";
import type { Leaf } from "../../../models/mapping/leaves.ts";
import type { SourceDevice } from "../../../models/mapping/recognise.ts";
import type { Database } from "../../store/open-store.ts";

/** A device of a foreign source as it was kept. */
export interface KeptForeign extends SourceDevice {
  /** Where its values stand, and the last of each while it waits to be mapped. */
  readonly shown: Readonly<Record<string, Leaf["value"]>>;
  /** Community time. */
  readonly lastMs: number;
}

const rowsAtOnce = 100;

export async function keepForeign(
  db: Database,
  community: CommunityId,
  devices: readonly KeptForeign[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let at = 0; at < devices.length; at += rowsAtOnce) {
      const rows = devices.slice(at, at + rowsAtOnce).map(({ source, key, recorded, shown, lastMs }) => ({
        ...{ community, source, name: key, recorded: recorded ? 1 : 0 },
        ...{ shown: JSON.stringify(shown), last_at_ms: lastMs },
      }));
      await tx
        .insertInto("foreign_device")
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(["community", "source", "name", "recorded"]).doUpdateSet((row) => ({
            shown: row.ref("excluded.shown"),
            last_at_ms: row.ref("excluded.last_at_ms"),
          })),
        )
        .execute();
    }
  });
}

/** Those heard of last, the earliest of them first. */
export async function keptForeign(
  db: Database,
  community: CommunityId,
  most: number,
): Promise<KeptForeign[]> {
  const rows = await db
    .selectFrom("foreign_device")
    .selectAll()
    .where("community", "=", community)
    .orderBy("last_at_ms", "desc")
    .limit(most)
    .execute();
  return rows.toReversed().map((row) => ({
    source: row.source,
    key: row.name,
    recorded: row.recorded === 1,
    shown: JSON.parse(row.shown) as KeptForeign["shown"],
    lastMs: row.last_at_ms,
  }));
}
