import type { Quality, QualityReason } from "../../../models/device/reading.ts";
import { text, type Text } from "../../../models/language/text.ts";

export const qualityNames: Readonly<Record<Quality, Text>> = {
  good: text("良好", "good"),
  uncertain: text("存疑", "uncertain"),
  bad: text("错误", "bad"),
  stale: text("陈旧", "stale"),
  missing: text("未上报", "never reported"),
};

export const reasonNames: Readonly<Record<QualityReason, Text>> = {
  none: text("", ""),
  "clock-suspect": text("设备时钟超前", "its clock is ahead"),
  "out-of-range": text("超出量程", "out of range"),
  restored: text("重启前的值", "from before the restart"),
  "gateway-silent": text("网关无声", "its gateway is silent"),
  "reported-by-device": text("设备自报", "as the device says"),
};
