import type { Visibility } from "../../../models/device/kind.ts";
import { text, type Text } from "../../../models/language/text.ts";

/** The rooms of the server that problems have their addresses in. */
export const roomNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    server: text("服务器", "Server"),
    twin: text("孪生体", "Twin"),
    ingest: text("数据接入", "Ingest"),
    broker: text("消息代理", "Broker"),
    stream: text("实时推送", "Stream"),
    store: text("数据库", "Store"),
    history: text("历史记录", "History"),
    audit: text("审计记录", "Audit trail"),
    simulator: text("演示设备", "Demo devices"),
  }),
);

export const visibilityNames: Readonly<Record<Visibility, Text>> = {
  public: text("公开", "Public"),
  staff: text("值班人员", "Staff"),
  personal: text("住户本人", "A home's own"),
};
