import { text, type Text } from "../../../models/language/text.ts";
import type { Page } from "../../../models/view/view-state.ts";

export const pageNames: Readonly<Record<Page, Text>> = {
  map: text("地图", "Map"),
  alarms: text("报警", "Alarms"),
  measures: text("报警指标", "Alarm measures"),
  rules: text("报警规则", "Alarm rules"),
  diagnosis: text("诊断", "Diagnosis"),
};
