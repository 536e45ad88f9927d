import { text, type Text } from "../../../models/language/text.ts";

export const healthNames: Readonly<Record<"ok" | "degraded" | "failing", Text>> = {
  ok: text("正常", "ok"),
  degraded: text("降级", "degraded"),
  failing: text("故障", "failing"),
};

/** What became of what devices sent, by the server's name of the counter. */
export const readingNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    accepted: text("已接收", "Accepted"),
    late: text("迟到", "Late"),
    duplicate: text("重复", "Duplicate"),
    "clock-suspect": text("时钟超前", "Clock ahead"),
    coalesced: text("合并（过载）", "Coalesced (overload)"),
    "not-a-number": text("非数字", "Not a number"),
    "wrong-type": text("类型不符", "Wrong type"),
    "out-of-range": text("超量程", "Out of range"),
    "bad-time": text("时间无法读取", "Unreadable time"),
    malformed: text("格式错误", "Malformed"),
    oversize: text("过大", "Too large"),
    "unknown-device": text("未知设备", "Unknown device"),
    "unknown-property": text("未知属性", "Unknown property"),
    event: text("事件", "Events"),
    "not-allowed": text("无权限", "Not allowed"),
    "bad-topic": text("主题错误", "Bad topic"),
    described: text("设备描述", "Described"),
    "description-waits": text("待信任的描述", "Descriptions waiting"),
    "description-malformed": text("描述格式错误", "Malformed descriptions"),
    "tray-evicted": text("待映射区淘汰", "Dropped from the tray"),
    "connection-refused": text("拒绝的连接", "Connections refused"),
    "connection-throttled": text("限速的连接", "Connections throttled"),
    "connection-closed": text("断开的连接", "Connections closed"),
  }),
);

/** Acts of the audit trail. */
export const actNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    "link-made": text("生成登录链接", "Link made"),
    "signed-in": text("登录", "Signed in"),
    refused: text("拒绝", "Refused"),
    "session-ended": text("会话结束", "Session ended"),
    "duty-changed": text("职责变更", "Duty changed"),
    "token-made": text("生成令牌", "Token made"),
  }),
);

/** Why something waits in the tray. */
export const trayReasonNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    "unknown-device": text("未知设备", "unknown device"),
    "unknown-property": text("未知属性", "unknown property"),
    "untrusted-description": text("描述待信任", "description waits for trust"),
    "unclear-description": text("描述不清", "unclear description"),
    "odd-topic": text("主题异常", "odd topic"),
  }),
);
