import { text } from "../../../models/language/text.ts";

/** The screen on the wall of a control room. */
export const wall = {
  open: text("当前报警", "Open alarms"),
  none: text("没有报警", "No alarms"),
  more: text("另有 {{n}} 条", "and {{n}} more"),
  counts: text("各级报警数", "Alarms by priority"),
} as const;
