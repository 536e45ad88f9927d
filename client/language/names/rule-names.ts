import { text, type Text } from "../../../models/language/text.ts";

/** The numbers of an alarm rule. */
export const ruleNumberNames = {
  value: text("限值", "Limit"),
  low: text("下限", "Low"),
  high: text("上限", "High"),
  by: text("变化量", "Change by"),
  withinS: text("在多少秒内", "Within, s"),
  windowS: text("时间窗，秒", "Window, s"),
  forS: text("持续，秒", "For, s"),
  deadband: text("死区", "Deadband"),
  onDelayS: text("触发延时，秒", "On-delay, s"),
  offDelayS: text("恢复延时，秒", "Off-delay, s"),
} as const satisfies Readonly<Record<string, Text>>;
