import { communityId } from "../../../models/ids.ts";
import { keptDevices } from "../../../server/ingest/device-store.ts";
import { keptTray } from "../../../server/ingest/tray-store.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { ValuePages } from "../../../server/twin/value-pages.ts";
import { storedChanges, storedPages } from "../../../server/twin/value-store.ts";

/**
 * What a data folder's database holds, read by the server's own rooms: devices by name, last values as
 * `device/property=value`, what waits in the tray as `device/property`.
 * @throws StoreError when the database is damaged.
 */
export async function keptIn(file: string, community: string): Promise<Set<string>> {
  const store = await openStore(file, { nowMs: () => Date.now(), onTrouble: () => undefined });
  try {
    const { db } = store;
    const id = communityId(community);
    const kept = new Set((await keptDevices(db, id)).map(({ device }) => String(device)));
    const pages = new ValuePages();
    for (const page of await storedPages(db, id)) pages.takePage(page);
    for (const changes of await storedChanges(db, id)) pages.takeChanges(changes);
    for (const { point, value } of pages.values()) kept.add(`${point}=${value}`);
    for (const { device, properties } of await keptTray(db, id, 100_000))
      for (const { property } of properties) kept.add(`${device}/${property}`);
    return kept;
  } finally {
    await store.close();
  }
}
