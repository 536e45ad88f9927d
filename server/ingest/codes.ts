import type { Text } from "../../models/language/text.ts";
import { text } from "../../models/language/text.ts";

/** Why a reading was not taken. */
export const refusalCodes = [
  "not-a-number",
  "wrong-type",
  "out-of-range",
  "bad-time",
  "malformed",
  "oversize",
  "unknown-device",
  "unknown-property",
  "event",
  "not-allowed",
  "bad-topic",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What became of a reading that was offered. `accepted` also stands for one that waits for the next tick. */
export type Outcome = "accepted" | "late" | "duplicate" | "clock-suspect" | RefusalCode;

const counterNames = [
  "accepted",
  "late",
  "duplicate",
  "clock-suspect",
  "coalesced",
  ...refusalCodes,
  "described",
  "description-waits",
  "description-malformed",
  "impossible-place",
  "twin-full",
  "tray-evicted",
  "set-aside",
  "values-left-out",
  "connection-refused",
  "connection-throttled",
  "connection-closed",
] as const;
export type CounterName = (typeof counterNames)[number];
/** Everything that can become of what devices send, counted since the start. */
export type Counters = Record<CounterName, number>;

export const noCounts = (): Counters => {
  const zeros: [CounterName, number][] = counterNames.map((name) => [name, 0]);
  return Object.fromEntries(zeros) as Counters;
};

/** What a sender is told. */
export const refusalSentences: Readonly<Record<RefusalCode, Text>> = {
  "not-a-number": text(
    "数值不是有限数：请发送普通数字。",
    "The value is not a finite number: send an ordinary number.",
  ),
  "wrong-type": text(
    "数值类型与该点位不符：数字不加引号，布尔为 true/false，枚举为其名称或序号。",
    "The value is not of the point's type: numbers without quotes, booleans as true or false, enums by name or ordinal.",
  ),
  "out-of-range": text(
    "数值超出该点位的量程：已按“坏值”保留；无法表示的数值被拒绝。",
    "The value is outside the point's range: it is kept as bad, or refused where it cannot be represented.",
  ),
  "bad-time": text(
    "时间无法读取：请用带时区的 ISO 8601 文本或毫秒时间戳。",
    "The time cannot be read: use ISO 8601 text with a zone, or epoch milliseconds.",
  ),
  malformed: text(
    "读数格式不正确：应为 { device, property, value, at?, quality? }。",
    "Not a reading: expected { device, property, value, at?, quality? }.",
  ),
  oversize: text("内容过大：请分成较小的批次发送。", "Too large: send smaller batches."),
  "unknown-device": text(
    "未知设备：读数已放入待认领区，等待管理员映射。",
    "Unknown device: the reading waits in the tray until an administrator maps it.",
  ),
  "unknown-property": text(
    "该设备没有此属性：读数已放入待认领区。",
    "The device has no such property: the reading waits in the tray.",
  ),
  event: text(
    "该属性是事件而非读数：目前不保存事件。",
    "The property is an event, not a reading: events are not kept yet.",
  ),
  "not-allowed": text("没有权限为此设备发送读数。", "Not allowed to send readings for this device."),
  "bad-topic": text(
    "主题不正确：应为 courtyard/<社区>/<设备>/<属性>。",
    "Not a topic of readings: expected courtyard/<community>/<device>/<property>.",
  ),
};
