import type { AlarmState } from "../../../models/alarm/alarm.ts";
import type { Load } from "../../../models/alarm/measures/bounds.ts";
import type { AlarmRefusal, AlarmRequest } from "../../../models/alarm/request.ts";
import type { AlarmEvent } from "../../../models/alarm/transition.ts";
import { text, type Text } from "../../../models/language/text.ts";

export { alarmStateNames } from "../../../models/alarm/state-names.ts";

/** Said beside the words, so that colour is never the only sign. */
export const alarmStateSigns: Readonly<Record<AlarmState, string>> = {
  unacknowledged: "●",
  returned: "○",
  acknowledged: "✓",
  latched: "◉",
  shelved: "‖",
  suppressed: "⊂",
  "out-of-service": "⊘",
  normal: "–",
};

/** What the load means for one person (EEMUA 191). */
export const loadNames: Readonly<Record<Load, Text>> = {
  "very-likely-acceptable": text("负荷：很可能可接受", "Load very likely acceptable"),
  manageable: text("负荷：可应对", "Load manageable"),
  "likely-over-demanding": text("负荷：可能过重", "Load likely over-demanding"),
  "very-likely-unacceptable": text("负荷：很可能不可接受", "Load very likely unacceptable"),
};

export const alarmActionNames: Readonly<Record<AlarmRequest["action"], Text>> = {
  acknowledge: text("确认", "Acknowledge"),
  reset: text("复位", "Reset"),
  shelve: text("搁置", "Shelve"),
  unshelve: text("取消搁置", "Take off the shelf"),
  "take-out": text("停用", "Take out of service"),
  "put-back": text("恢复使用", "Put back in service"),
  note: text("添加备注", "Add a note"),
};

/** What happened to an alarm, told afterwards. */
export const alarmEventNames: Readonly<Record<AlarmEvent["event"], Text>> = {
  raise: text("发生", "Raised"),
  return: text("恢复正常", "Returned to normal"),
  "shelf-over": text("搁置到期", "Shelf time over"),
  suppress: text("按设计抑制", "Suppressed by design"),
  release: text("解除抑制", "Released"),
  escalate: text("升级", "Escalated"),
  acknowledge: text("已确认", "Acknowledged"),
  reset: text("已复位", "Reset"),
  shelve: text("已搁置", "Shelved"),
  unshelve: text("取消搁置", "Taken off the shelf"),
  "take-out": text("已停用", "Taken out of service"),
  "put-back": text("恢复使用", "Put back in service"),
  note: text("备注", "Note"),
};

export const alarmRefusalNames: Readonly<Record<AlarmRefusal | "not-allowed", Text>> = {
  changed: text("报警已发生变化。", "The alarm has changed."),
  "not-now": text("当前状态下不能这样做。", "This cannot be done to it as it is."),
  "unknown-alarm": text("没有这个报警。", "There is no such alarm."),
  "no-reason": text("请填写原因。", "It needs a reason."),
  "no-end": text("结束时间必须在将来。", "It needs an end that lies ahead."),
  "too-long": text("超过允许的最长搁置时间。", "That is longer than anything may be shelved."),
  "id-taken": text("操作编号已被使用。", "Its id is taken."),
  "not-recorded": text("审计记录无法写入。", "It could not be written into the trail."),
  "not-allowed": text("您的职责不允许。", "Your duty does not allow it."),
};
