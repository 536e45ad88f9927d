import type { CommandState, RefusalReason } from "../../../models/command/command.ts";
import { text, type Text } from "../../../models/language/text.ts";

export const commandStateNames: Readonly<Record<CommandState, Text>> = {
  asked: text("正在提交", "being asked"),
  refused: text("被拒绝", "refused"),
  accepted: text("已受理，正在发送", "accepted, being sent"),
  sent: text("已发送，等待设备回报", "sent, waiting for the device"),
  confirmed: text("设备已确认", "confirmed by the device"),
  "timed-out": text(
    "设备未在 15 秒内回报，请到现场核实",
    "no word from the device in 15 s; look at the device",
  ),
  unknown: text("结果未知，请到现场核实", "outcome unknown; look at the device"),
};

/** Said beside the words, so that colour is never the only sign. */
export const commandSigns: Readonly<Record<CommandState, string>> = {
  asked: "…",
  refused: "✕",
  accepted: "…",
  sent: "…",
  confirmed: "✓",
  "timed-out": "!",
  unknown: "?",
};

export const refusalNames: Readonly<Record<RefusalReason, Text>> = {
  "unknown-point": text("没有这个测点", "there is no such point"),
  "not-settable": text("该测点不可设置", "it cannot be set"),
  "bad-value": text("数值不在允许范围内", "the value is not one it takes"),
  busy: text("另一条指令正在执行", "another command is under way"),
  "id-taken": text("指令编号已被使用", "its id is taken"),
  "not-recorded": text(
    "审计记录无法写入，因此未执行",
    "it could not be written into the trail, so it was not done",
  ),
};

/** What an order does, by property and word; a word without a row is shown as the state it leads to. */
export const orderNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    "arm up": text("升杆放行", "Raise the arm"),
    "arm down": text("落杆", "Lower the arm"),
    "state on": text("开灯", "Switch on"),
    "state off": text("关灯", "Switch off"),
    "mode automatic": text("自动运行", "Run automatically"),
    "mode off": text("停泵", "Stop the pumps"),
  }),
);
