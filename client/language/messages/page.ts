import { text } from "../../../models/language/text.ts";

/** The pages of the control room and the way to them. */
export const page = {
  bar: text("所在位置与页面", "Where you are, and the pages"),
  map: text("地图", "Map"),
  alarms: text("报警表", "Alarm table"),
  measures: text("报警指标", "Measures"),
} as const;
