import type { Text } from "../language/text.ts";
import { text } from "../language/text.ts";
import { minutes } from "../quantity.ts";

/** What may be exercised where simulated devices speak. */
export const drillNames = ["kitchen-fire", "transformer-trip", "broker-gone"] as const;
export type DrillName = (typeof drillNames)[number];

export interface DrillPlan {
  readonly title: Text;
  /** What the devices will say, for whoever decides to start it. */
  readonly happens: Text;
  /** Community time after which it ends by itself. */
  readonly lengthMs: number;
}

export const drillPlans: Readonly<Record<DrillName, DrillPlan>> = {
  "kitchen-fire": {
    title: text("厨房火灾", "Kitchen fire"),
    happens: text(
      "A-3 栋 21 层 2102 室厨房起火：室内与走廊烟感先后报警，20 层手报按下，电梯迫降首层，门禁与闸机释放，烟气漫入 22 层。",
      "A kitchen burns on floor 21 of A-3: the detectors of home and corridor, a call point on floor 20, lifts recalled, doors and turnstiles released, smoke on floor 22.",
    ),
    lengthMs: 15 * minutes,
  },
  "transformer-trip": {
    title: text("变压器跳闸", "Transformer trip"),
    happens: text(
      "1 号变压器跳闸：其回路失压，电梯、充电桩、道闸、闸机、排水泵与路灯断电，一分钟内约五百条报警。",
      "Transformer 1 trips: its circuits are dead, and lifts, chargers, gates, turnstiles, drainage pumps and street lights with them; some 500 alarms within a minute.",
    ),
    lengthMs: 12 * minutes,
  },
  "broker-gone": {
    title: text("消息代理中断", "Broker gone"),
    happens: text(
      "所有网关连接中断五分钟，不再有任何读数，然后全部恢复。",
      "All gateways lose their connection for five minutes; nothing is heard, then everything comes back.",
    ),
    lengthMs: 5 * minutes,
  },
};

/** A drill under way; times are community time, epoch milliseconds. */
export interface RunningDrill {
  readonly drill: DrillName;
  readonly fromMs: number;
  readonly untilMs: number;
}

export const drillFrom = (drill: DrillName, fromMs: number): RunningDrill => ({
  drill,
  fromMs,
  untilMs: fromMs + drillPlans[drill].lengthMs,
});
