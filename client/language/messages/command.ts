import { text } from "../../../models/language/text.ts";

/** Commands to devices. */
export const command = {
  title: text("控制", "Control"),
  reported: text("设备回报", "Reported"),
  desired: text("要求", "Desired"),
  none: text("尚无指令", "nothing asked"),
  by: text("{{duty}}，{{time}}", "{{duty}}, {{time}}"),
  sure: text("确认：{{what}}？", "{{what}}?"),
  send: text("确认发送", "Yes, send"),
  cancel: text("取消", "No"),
  set: text("设为 {{value}}", "Set to {{value}}"),
  wanted: text("{{name}}的目标值", "Wanted {{name}}"),
  offer: text("设定", "Set"),
} as const;
