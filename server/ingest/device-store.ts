import type { CommunityId, DeviceId } from "../../models/ids.ts";
import { deviceId } from "../../models/ids.ts";
import type { Database } from "../store/open-store.ts";

/** A device that was taken in, by what it said of itself. */
export interface MappedDevice {
  readonly device: DeviceId;
  /** Its description as it was sent. */
  readonly description: string;
  /** Wall time. */
  readonly atMs: number;
}

/** SQLite binds a limited number of values in one statement. */
const rowsAtOnce = 500;

export async function keepDevices(
  db: Database,
  community: CommunityId,
  devices: readonly MappedDevice[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let at = 0; at < devices.length; at += rowsAtOnce) {
      const rows = devices.slice(at, at + rowsAtOnce).map(({ device, description, atMs }) => {
        return { community, device, describe: description, first_at_ms: atMs, last_at_ms: atMs };
      });
      await tx
        .insertInto("mapped_device")
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(["community", "device"]).doUpdateSet((row) => ({
            describe: row.ref("excluded.describe"),
            last_at_ms: row.ref("excluded.last_at_ms"),
          })),
        )
        .execute();
    }
  });
}

/** In the order in which they first described themselves. */
export async function keptDevices(
  db: Database,
  community: CommunityId,
): Promise<{ device: DeviceId; description: string }[]> {
  const rows = await db
    .selectFrom("mapped_device")
    .select(["device", "describe"])
    .where("community", "=", community)
    .orderBy("first_at_ms")
    .orderBy("device")
    .execute();
  return rows.map((row) => ({ device: deviceId(row.device), description: row.describe }));
}
