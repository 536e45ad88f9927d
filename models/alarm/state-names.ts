import { text, type Text } from "../language/text.ts";
import type { AlarmState } from "./alarm.ts";

/** The states of an alarm as people call them. */
export const alarmStateNames: Readonly<Record<AlarmState, Text>> = {
  unacknowledged: text("未确认", "unacknowledged"),
  returned: text("已恢复未确认", "gone, not acknowledged"),
  acknowledged: text("已确认", "acknowledged"),
  latched: text("已锁存，待复位", "latched, to be reset"),
  shelved: text("已搁置", "shelved"),
  suppressed: text("按设计屏蔽", "suppressed by design"),
  "out-of-service": text("已停用", "out of service"),
  normal: text("正常", "normal"),
};
