import type { DeviceKind } from "../kind.ts";
import { above, below, byAmount, inState, is, kind, limit, together, whenTrue } from "./build.ts";
import { choice, event, flag, number } from "./points.ts";

const day = 86_400;
/** Smoke of one detector is verified on the spot; nobody who has seen it within three minutes makes it grave. */
const singleSmoke = { latches: true, escalates: { toPriority: "P1", afterS: 180 } } as const;
const lifeSafety = { visibility: "staff", purpose: "life-safety", retention: "safety" } as const;

/** What each sign of fire becomes when there is a second one on its storey. */
const confirmed = (property: string) =>
  limit(
    "confirmed",
    property,
    together("confirmed-fire"),
    0,
    "P1",
    "火灾确认：同层两处报警",
    "Fire confirmed: two signs on one storey",
    {
      latches: true,
      source: "GB 50116",
    },
  );

/** Detection of fire, indoors and at home, and the panels that gather it. */
export const fireKinds: readonly DeviceKind[] = [
  kind("smoke_detector", "感烟探测器", "Smoke detector", {
    ...lifeSafety,
    symbol: "fire",
    activity: inState("state", 0, 1, 3, 0, 0),
    brick: "Smoke_Detector",
    lifeSafety: true,
    priority: "P1",
    party: "PM-SEC",
    every: day,
    points: [
      number("obscuration", "减光率", "Obscuration", "dB/m", [0, 1], 0.01, {
        brick: "Smoke_Detection_Sensor",
        normal: [0, 0.05],
      }),
      choice("state", "状态", "State", ["normal", "pre-alarm", "fire", "dirty", "fault"], {
        brick: "Smoke_Detection_Alarm",
      }),
      event("drift", "污染漂移", "Contamination drift"),
    ],
    limits: [
      limit("pre-alarm", "obscuration", above(0.08), 10, "P2", "烟雾预警", "Smoke pre-alarm", {
        source: "GB 50116",
      }),
      limit("fire", "obscuration", above(0.15), 5, "P2", "火警：烟雾", "Fire: smoke", {
        ...singleSmoke,
        source: "GB 50116",
      }),
      confirmed("obscuration"),
      limit("dirty", "state", is(3), 0, "P4", "探测器污染，需清洗", "Detector dirty, clean it", {
        party: "PM-ENG",
      }),
      limit("fault", "state", is(4), 100, "P3", "探测器故障", "Detector fault", {
        party: "PM-ENG",
        source: "GB 50116",
      }),
    ],
  }),

  kind("home_smoke", "独立式感烟报警器", "Home smoke alarm", {
    ...lifeSafety,
    symbol: "fire",
    activity: whenTrue("smoke"),
    brick: "Smoke_Detector",
    lifeSafety: true,
    priority: "P1",
    party: "PM-SEC",
    every: day,
    points: [
      flag("smoke", "烟雾报警", "Smoke alarm", { brick: "Smoke_Detection_Alarm" }),
      number("temperature", "室温", "Temperature", "°C", [-20, 100], 0.5, {
        visibility: "personal",
        retention: "personal",
        normal: [5, 40],
      }),
      number("batteryVoltage", "电池电压", "Battery voltage", "V", [0, 4], 0.01, {
        brick: "Battery_Voltage_Sensor",
        normal: [2.6, 3.4],
      }),
    ],
    limits: [
      limit("smoke", "smoke", is(1), 0, "P2", "住宅烟雾报警", "Smoke in a home", singleSmoke),
      confirmed("smoke"),
      limit("battery-low", "batteryVoltage", below(2.6), 0, "P4", "报警器电池电量低", "Alarm battery low", {
        party: "OWNER",
      }),
    ],
  }),

  kind("heat_detector", "感温探测器", "Heat detector", {
    ...lifeSafety,
    symbol: "fire",
    activity: byAmount("temperature", 45, 55, 65),
    brick: "Heat_Detector",
    lifeSafety: true,
    priority: "P1",
    party: "PM-SEC",
    every: day,
    points: [
      number("temperature", "温度", "Temperature", "°C", [-10, 100], 0.5, { normal: [-5, 50] }),
      number("rate", "升温速率", "Rate of rise", "K/min", [-30, 30], 0.1, {
        brick: "Temperature_Sensor",
        normal: [-4, 4],
      }),
    ],
    limits: [
      limit("hot", "temperature", above(62), 0, "P1", "火警：高温", "Fire: heat", {
        latches: true,
        source: "GB 50116, class A2 (54-70 °C)",
      }),
      confirmed("temperature"),
      limit("rising", "rate", above(8), 0, "P1", "火警：温升过快", "Fire: temperature rising fast", {
        latches: true,
        source: "GB 50116",
      }),
    ],
  }),

  kind("manual_call_point", "手动报警按钮", "Manual call point", {
    ...lifeSafety,
    symbol: "fire",
    activity: whenTrue("pressed"),
    brick: "Manual_Fire_Alarm_Activation_Equipment",
    lifeSafety: true,
    priority: "P1",
    party: "PM-SEC",
    every: day,
    points: [flag("pressed", "已按下", "Pressed", { brick: "Fire_Alarm_Status" })],
    limits: [
      confirmed("pressed"),
      limit("pressed", "pressed", is(1), 0, "P1", "手动火警", "Fire: manual call", {
        latches: true,
        source: "GB 50116",
      }),
    ],
  }),

  kind("fire_panel", "火灾报警控制器", "Fire alarm panel", {
    ...lifeSafety,
    symbol: "fire",
    activity: whenTrue("bell"),
    brick: "Fire_Alarm_Control_Panel",
    lifeSafety: true,
    priority: "P2",
    party: "PM-SEC",
    every: 30,
    points: [
      choice("mode", "工作方式", "Mode", ["automatic", "manual"], { brick: "Mode_Status" }),
      number("loopFaults", "回路故障数", "Loop faults", "", [0, 500], 1, {
        brick: "Fault_Status",
        normal: [0, 0],
      }),
      number("mainVoltage", "主电电压", "Mains voltage", "V", [0, 300], 1, { normal: [187, 242] }),
      number("backupVoltage", "备电电压", "Backup voltage", "V", [0, 32], 0.1, {
        brick: "Battery_Voltage_Sensor",
        normal: [24, 28.5],
      }),
      number("disabled", "屏蔽比例", "Points disabled", "%", [0, 100], 0.1, { normal: [0, 2] }),
      flag("bell", "警铃启动", "Bells ringing", { brick: "Alarm_Status" }),
      flag("pumpStart", "消防泵启动", "Fire pump started", { brick: "Start_Stop_Status" }),
      event("fault", "故障信息", "Fault"),
    ],
    limits: [
      limit(
        "mains-lost",
        "mainVoltage",
        below(187),
        300,
        "P2",
        "消防主机主电丢失",
        "Fire panel lost mains power",
        { source: "GB 50116" },
      ),
      limit(
        "manual-at-night",
        "mode",
        is(1),
        0,
        "P3",
        "消防主机夜间处于手动",
        "Fire panel in manual at night",
        { hours: [22, 6] },
      ),
      limit("disabled", "disabled", above(2), 0, "P3", "屏蔽点超过 2%", "More than 2 % of points disabled"),
    ],
  }),

  kind("ebike_lift_cam", "电动车入梯识别", "E-bike in lift camera", {
    symbol: "camera",
    activity: whenTrue("ebike"),
    brick: "Surveillance_Camera",
    priority: "P2",
    party: "PM-SEC",
    every: 300,
    visibility: "staff",
    purpose: "life-safety",
    retention: "safety",
    points: [
      flag("ebike", "电动车在轿厢内", "E-bike in the car", { brick: "Alarm_Status" }),
      number("confidence", "置信度", "Confidence", "%", [0, 100], 1),
      event("clip", "录像片段", "Clip"),
    ],
    limits: [
      limit("ebike", "ebike", is(1), 1, "P2", "电动车进入电梯", "E-bike in a lift"),
      limit(
        "ebike-stays",
        "ebike",
        is(1),
        60,
        "P2",
        "电动车滞留轿厢超过 60 秒",
        "E-bike in a lift for more than 60 s",
      ),
    ],
  }),
];
