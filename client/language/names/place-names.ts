import type { BuildingUse } from "../../../models/community/community.ts";
import { text, type Text } from "../../../models/language/text.ts";
import type { RefusalCode } from "../../../models/stream/messages.ts";

export const buildingUseNames: Readonly<Record<BuildingUse, Text>> = {
  residential: text("住宅", "Residential"),
  public: text("公共建筑", "Public"),
  other: text("其他", "Other"),
};

/** What the ground of the site is covered with. */
export const coverNames: Readonly<Record<"building" | "water" | "road" | "paved" | "green" | "rest", Text>> =
  {
    building: text("建筑", "Buildings"),
    water: text("水面", "Water"),
    road: text("道路", "Roads and paths"),
    paved: text("铺装", "Paved"),
    green: text("绿地", "Green"),
    rest: text("其他", "Other"),
  };

/** Why the server refuses the link, and what to do about it. */
export const refusalNames: Readonly<Record<RefusalCode, Text>> = {
  "protocol-too-old": text("页面版本过旧，请重新载入", "this page is too old; reload it"),
  "protocol-too-new": text(
    "页面比服务器新，请稍后再载入",
    "this page is newer than the server; reload later",
  ),
  "bad-message": text("消息无法读取，请重新载入", "a message could not be read; reload"),
  "not-allowed": text("没有权限，请重新登录", "not allowed; sign in again"),
  "unknown-channel": text("频道已变更，请重新载入", "the channel has changed; reload"),
  "too-many-messages": text("消息过多，稍候自动恢复", "too many messages; wait a moment"),
  "too-many-connections": text("连接过多，请关闭其他页面", "too many connections; close other tabs"),
  "say-hello-first": text("握手未完成，请重新载入", "the greeting was missed; reload"),
  "session-ended": text("登录已结束，请用新链接登录", "your sign-in has ended; use a new link"),
  "too-slow": text("本机太慢，跟不上数据", "this machine cannot keep up"),
};
