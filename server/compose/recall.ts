import type { Community } from "../../models/community/community.ts";
import { text } from "../../models/language/text.ts";
import { keptDevices } from "../ingest/device-store.ts";
import { keptForeign } from "../ingest/foreign/foreign-store.ts";
import { keptMapping } from "../ingest/foreign/mapping-store.ts";
import { keptTray } from "../ingest/tray-store.ts";
import type { Problems } from "../open/problems.ts";
import type { Store } from "../store/open-store.ts";
import type { TwinRooms } from "./twin-rooms.ts";

const mostTrayRows = 20_000;
const mostForeign = 10_000;

const forgotten = text(
  "部分已登记设备的说明在本版本中无法读取，等待设备重新说明自己。",
  "The descriptions of some known devices cannot be read by this version; they are known again once they describe themselves.",
);

const unreadMapping = text(
  "已保存的映射在本版本中无法读取；请在“待映射”页重新导入映射文件。",
  "The mapping that was kept cannot be read by this version; import the mapping file again in the tray.",
);

/** What earlier runs knew: the devices, the tray, and the last values, which are stale until their devices speak. */
export async function recall(
  rooms: TwinRooms,
  community: Community,
  store: Store,
  problems: Problems,
  nowMs: number,
): Promise<void> {
  const { registry, foreign, tray, twin, values, handover } = rooms;
  let unread = 0;
  for (const { device, description } of await keptDevices(store.db, community.id)) {
    if (!registry.restore(device, description)) unread += 1;
  }
  if (unread > 0) problems.raise({ address: "store", id: "unread-devices", sentence: forgotten });
  const mapping = await keptMapping(store.db, community.id);
  if (mapping === "unreadable")
    problems.raise({ address: "store", id: "unread-mapping", sentence: unreadMapping });
  else if (mapping !== null) foreign.mappings.restore(mapping);
  foreign.devices.restore(await keptForeign(store.db, community.id, mostForeign));
  tray.restore(await keptTray(store.db, community.id, mostTrayRows));
  for (const { point, value, atMs } of await values.load()) twin.restore(point, value, atMs, nowMs);
  // What was on its way from the tray to its point when that run ended.
  for (const { device } of tray.list()) handover.begin(device, false);
}
