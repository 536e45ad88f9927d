import { text } from "../../../models/language/text.ts";

/** All that is known of one device. */
export const diagnosis = {
  choose: text("请先选择一台设备。", "Select a device first."),
  point: text("测点", "Point"),
  reason: text("原因", "Reason"),
  measured: text("测量时间", "Measured"),
  arrived: text("到达时间", "Arrived"),
  period: text("上报周期", "Period"),
  rules: text("生效规则", "Rules in force"),
  rule: text("规则", "Rule"),
  condition: text("条件", "Condition"),
  delay: text("延时", "Delay"),
  otherwise: text("依据或本地调整", "Source, or set here"),
  noRules: text("没有规则监视此设备。", "No rule watches over this device."),
  history: text("报警经过", "What became of its alarms"),
  when: text("时间", "When"),
  alarm: text("报警", "Alarm"),
  happened: text("经过", "What happened"),
  stateThen: text("此后状态", "State after"),
  who: text("何人", "Who"),
  noHistory: text("此设备没有报警记录。", "This device has had no alarm."),
  messages: text("原始消息", "Messages as they arrive"),
  address: text("主题", "Topic"),
  payload: text("内容", "Payload"),
  noMessages: text("正在监听，等待下一条消息。", "Listening; waiting for the next message."),
} as const;
