import type { DeviceKind } from "../kind.ts";
import {
  above,
  batteryLimits,
  below,
  byAmount,
  is,
  kind,
  limit,
  outside,
  together,
  whenTrue,
} from "./build.ts";
import { battery, choice, event, flag, number } from "./points.ts";

const own = { visibility: "personal", purpose: "metering", retention: "metering" } as const;
const plant = { visibility: "staff", purpose: "plant-operation", retention: "operational" } as const;

/** Drinking water, from the tank to the tap, and water where it should not be. */
export const waterKinds: readonly DeviceKind[] = [
  kind("water_meter", "水表", "Water meter", {
    ...own,
    symbol: "water",
    activity: byAmount("flow", 1, 100, 500),
    brick: "Water_Meter",
    priority: "P3",
    party: "PM-ENG",
    every: 86_400,
    points: [
      number("volume", "累计用水", "Water used", "m³", [0, 99_999], 0.001, { brick: "Water_Usage_Sensor" }),
      number("flow", "流量", "Flow", "L/h", [0, 4000], 1, { brick: "Water_Flow_Sensor", normal: [0, 1500] }),
      flag("valveOpen", "阀门开启", "Valve open", { brick: "Valve_Status" }),
      number("used12h", "近 12 小时用水", "Used in 12 hours", "m³", [0, 50], 0.001, {
        brick: "Water_Usage_Sensor",
        purpose: "care",
        retention: "personal",
      }),
    ],
    limits: [
      limit(
        "night-flow",
        "flow",
        above(5),
        7200,
        "P3",
        "夜间持续用水，疑似漏水",
        "Water flowing all night, maybe a leak",
        { hours: [2, 4] },
      ),
      limit(
        "no-use",
        "used12h",
        below(0.01),
        0,
        "P2",
        "12 小时几乎未用水",
        "Hardly any water used for 12 hours",
        { party: "GRID", deadband: 0.01 },
      ),
    ],
  }),

  kind("water_pump", "二次供水泵组", "Water pump set", {
    ...plant,
    symbol: "water",
    activity: byAmount("flow", 1, 10, 30),
    brick: "Water_Pump",
    mustAnswer: true,
    priority: "P2",
    party: "PM-ENG",
    every: 10,
    points: [
      number("inletPressure", "进水压力", "Inlet pressure", "MPa", [0, 1.6], 0.001, {
        brick: "Water_Pressure_Sensor",
        normal: [0.12, 0.5],
      }),
      number("outletPressure", "出水压力", "Outlet pressure", "MPa", [0, 2.5], 0.001, {
        brick: "Water_Pressure_Sensor",
        normal: [0.25, 2],
      }),
      number("setDeviation", "出水压力偏差", "Outlet deviation", "%", [-100, 100], 0.1, {
        brick: "Water_Pressure_Sensor",
        normal: [-10, 10],
      }),
      number("flow", "流量", "Flow", "m³/h", [0, 120], 0.1, { brick: "Water_Flow_Sensor" }),
      ...[1, 2, 3].flatMap((pump) => [
        number(`pump${pump}Frequency`, `${pump} 号泵频率`, `Pump ${pump} frequency`, "Hz", [0, 60], 0.1, {
          normal: [0, 50],
        }),
        number(`pump${pump}Current`, `${pump} 号泵电流`, `Pump ${pump} current`, "A", [0, 60], 0.1, {
          normal: [0, 32],
        }),
        choice(
          `pump${pump}State`,
          `${pump} 号泵状态`,
          `Pump ${pump} state`,
          ["stopped", "running", "fault"],
          { brick: "Start_Stop_Status" },
        ),
      ]),
      choice("mode", "运行方式", "Mode", ["automatic", "manual", "off"], {
        brick: "Mode_Status",
        writable: true,
      }),
      number("energy", "累计电量", "Energy", "kWh", [0, 9_999_999], 0.1, { purpose: "energy-management" }),
      number("vibration", "振动", "Vibration", "m/s", [0, 0.05], 0.0001, {
        brick: "Vibration_Sensor",
        normal: [0, 0.0045],
      }),
      number("starts", "10 分钟启动次数", "Starts in 10 minutes", "", [0, 60], 1, { normal: [0, 6] }),
      event("fault", "故障信息", "Fault"),
    ],
    limits: [
      limit(
        "off-set",
        "setDeviation",
        outside(-10, 10),
        30,
        "P2",
        "出水压力偏离设定 10%",
        "Outlet pressure 10 % off its set point",
      ),
      limit("low", "outletPressure", below(0.25), 30, "P2", "供水压力过低", "Supply pressure low"),
      limit("dry-run", "inletPressure", below(0.02), 10, "P2", "水泵缺水空转", "Pump running dry"),
      limit("hunting", "starts", above(7), 0, "P2", "水泵频繁启停", "Pump starts too often"),
    ],
  }),

  kind("water_quality", "水箱水质", "Tank water quality", {
    symbol: "water",
    activity: byAmount("level", 0.5, 1.5, 2.5),
    brick: "Water_Storage_Tank",
    mustAnswer: true,
    priority: "P1",
    party: "PM-ENG",
    every: 300,
    visibility: "public",
    purpose: "environment",
    retention: "environment",
    points: [
      number("turbidity", "浊度", "Turbidity", "NTU", [0, 20], 0.01, {
        brick: "Turbidity_Sensor",
        normal: [0, 1],
      }),
      number("freeChlorine", "余氯", "Free chlorine", "mg/L", [0, 5], 0.01, {
        brick: "Chlorine_Sensor",
        normal: [0.05, 2],
      }),
      number("pH", "酸碱度", "pH", "pH", [0, 14], 0.01, { brick: "PH_Sensor", normal: [6.5, 8.5] }),
      number("temperature", "水温", "Water temperature", "°C", [0, 50], 0.1, {
        brick: "Water_Temperature_Sensor",
        normal: [2, 30],
      }),
      number("level", "液位", "Level", "m", [0, 4], 0.01, {
        brick: "Water_Level_Sensor",
        visibility: "staff",
      }),
      flag("lidOpen", "人孔盖打开", "Lid open", { visibility: "staff", purpose: "security" }),
    ],
    limits: [
      limit("turbid", "turbidity", above(1), 900, "P1", "水箱浊度超标", "Tank water turbid", {
        source: "GB 5749-2022",
        party: "UTIL-W",
      }),
      limit(
        "chlorine",
        "freeChlorine",
        outside(0.05, 2),
        900,
        "P2",
        "余氯超出范围",
        "Free chlorine out of range",
        { source: "GB 5749-2022" },
      ),
      limit("ph", "pH", outside(6.5, 8.5), 900, "P2", "酸碱度超出范围", "pH out of range", {
        source: "GB 5749-2022",
      }),
      limit("lid-open", "lidOpen", is(1), 0, "P1", "水箱人孔盖被打开", "Water tank lid open", {
        party: "PM-SEC",
      }),
    ],
  }),

  kind("sump_pump", "集水坑", "Sump pump", {
    ...plant,
    symbol: "water",
    activity: byAmount("level", 0.5, 1, 1.5),
    brick: "Pump",
    mustAnswer: true,
    priority: "P2",
    party: "PM-ENG",
    every: 60,
    points: [
      number("level", "液位", "Level", "m", [0, 3], 0.01, { brick: "Water_Level_Sensor", normal: [0, 1.2] }),
      choice("pump1State", "1 号泵状态", "Pump 1 state", ["stopped", "running", "fault"], {
        brick: "Start_Stop_Status",
      }),
      choice("pump2State", "2 号泵状态", "Pump 2 state", ["stopped", "running", "fault"], {
        brick: "Start_Stop_Status",
      }),
      number("current", "电流", "Current", "A", [0, 30], 0.1),
      number("starts", "1 小时启动次数", "Starts in an hour", "", [0, 120], 1, { normal: [0, 12] }),
      choice("state", "综合状态", "State", ["normal", "high-water", "both-failed"], {
        brick: "Alarm_Status",
      }),
    ],
    limits: [
      limit(
        "high-water",
        "state",
        is(1),
        0,
        "P2",
        "集水坑高水位且泵未运行",
        "Sump high with no pump running",
      ),
      limit("both-failed", "state", is(2), 0, "P2", "集水坑两台泵均故障", "Both sump pumps failed"),
      limit("hunting", "starts", above(13), 0, "P2", "集水坑泵频繁启动", "Sump pump starts too often"),
    ],
  }),

  kind("leak_sensor", "水浸传感器", "Leak sensor", {
    ...plant,
    symbol: "water",
    activity: whenTrue("wet"),
    brick: "Leak_Detection_Sensor",
    priority: "P3",
    party: "PM-ENG",
    every: 21_600,
    points: [
      flag("wet", "有水", "Wet", { brick: "Leak_Alarm" }),
      number("length", "浸水绳长", "Length of rope wet", "m", [0, 50], 0.1, { brick: "Water_Level_Sensor" }),
    ],
    limits: [
      limit("wet", "wet", is(1), 10, "P3", "检测到漏水", "Water on the floor"),
      // Water that runs in a home at night comes through somebody's ceiling: somebody has to shut it.
      limit(
        "running-at-night",
        "wet",
        together("leak-with-flow"),
        30,
        "P2",
        "夜间漏水且水表走水",
        "Water on the floor at night while the meter runs",
        { hours: [23, 6], tellsStaff: true },
      ),
    ],
  }),

  kind("manhole", "智能井盖", "Manhole cover", {
    ...plant,
    symbol: "water",
    activity: whenTrue("moved"),
    brick: "Safety_Equipment",
    priority: "P2",
    party: "PM-ENG",
    every: 21_600,
    points: [
      number("tilt", "倾角", "Tilt", "°", [0, 180], 1, { brick: "Angle_Sensor", normal: [0, 15] }),
      flag("moved", "被移动", "Moved", { purpose: "security" }),
      number("freeboard", "水面距井盖", "Water below cover", "cm", [0, 600], 1, {
        brick: "Water_Level_Sensor",
        normal: [30, 600],
      }),
      number("methane", "甲烷浓度", "Methane", "%LEL", [0, 100], 1, {
        brick: "Methane_Level_Sensor",
        normal: [0, 25],
      }),
      battery,
    ],
    limits: [
      limit("tilted", "tilt", above(15), 5, "P2", "井盖倾斜或移位", "Manhole cover tilted", {
        party: "MUNI",
      }),
      limit("flooding", "freeboard", below(30), 0, "P2", "井内水位接近井盖", "Water near the manhole cover"),
      limit("methane", "methane", above(25), 0, "P2", "井内甲烷超限", "Methane in a manhole"),
      ...batteryLimits,
    ],
  }),
];
