import { text } from "../../../models/language/text.ts";

/** Drills of the simulated devices. */
export const drill = {
  title: text("演练", "Drills"),
  badge: text("演练 · {{name}}", "DRILL · {{name}}"),
  badgeMeans: text(
    "演练：模拟设备正在按脚本报警，并非真实事件。",
    "DRILL: the simulated devices play a script, nothing of it is real.",
  ),
  length: text("时长 {{n}} 分钟", "{{n}} min"),
  since: text("{{from}} 开始，{{until}} 结束", "since {{from}}, until {{until}}"),
  start: text("开始…", "Start…"),
  end: text("结束…", "End…"),
  sureStart: text("开始演练“{{what}}”？", "Start the drill “{{what}}”?"),
  sureEnd: text("结束演练“{{what}}”？", "End the drill “{{what}}”?"),
  yesStart: text("是，开始", "Yes, start"),
  yesEnd: text("是，结束", "Yes, end"),
  refused: text("未执行：{{why}}", "Not done: {{why}}"),
} as const;
