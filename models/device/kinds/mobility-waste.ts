import type { DeviceKind } from "../kind.ts";
import { above, byAmount, inState, is, kind, limit, whenTrue } from "./build.ts";
import { choice, event, flag, number } from "./points.ts";

const own = { visibility: "personal", retention: "personal" } as const;
const streams = [
  ["kitchen", "厨余", "Kitchen"],
  ["other", "其他", "Other"],
  ["recyclable", "可回收", "Recyclable"],
  ["hazardous", "有害", "Hazardous"],
] as const;

/** Parking, charging, waste. */
export const mobilityWasteKinds: readonly DeviceKind[] = [
  kind("parking_detector", "车位检测器", "Parking detector", {
    symbol: "parking",
    activity: byAmount("occupied", 1, 2, 3),
    brick: "Occupancy_Sensor",
    priority: "P4",
    party: "PM-SEC",
    every: 300,
    visibility: "staff",
    purpose: "mobility",
    retention: "operational",
    points: [
      number("occupied", "占用车位（共 3 个）", "Bays taken (of 3)", "", [0, 3], 1, {
        brick: "Occupancy_Count_Sensor",
      }),
      choice("misuse", "异常占用", "Misuse", ["none", "fire-lane", "charging-bay", "plate-mismatch"], {
        purpose: "security",
        brick: "Alarm_Status",
      }),
      event("plate", "车牌", "Plate", own),
    ],
    limits: [
      limit("fire-lane", "misuse", is(1), 300, "P4", "占用消防车位", "Parked on a fire lane bay"),
      limit(
        "charging-bay",
        "misuse",
        is(2),
        1800,
        "P4",
        "油车或已充满车辆占用充电位",
        "Charging bay taken without charging",
      ),
      limit("mismatch", "misuse", is(3), 300, "P4", "车辆与车位不符", "Car in a bay that is not its own"),
    ],
  }),

  kind("ev_charger", "电动汽车充电桩", "EV charger", {
    symbol: "charging",
    activity: inState("state", 0, 1, 3, 2, 0, 0),
    brick: "Electric_Vehicle_Charging_Station",
    priority: "P3",
    party: "CSP",
    every: 60,
    visibility: "staff",
    purpose: "energy-management",
    retention: "operational",
    points: [
      choice(
        "state",
        "状态",
        "State",
        ["free", "connected", "charging", "finished", "fault", "emergency-stop"],
        { purpose: "mobility", brick: "Operating_Mode_Status" },
      ),
      number("power", "功率", "Power", "kW", [0, 60], 0.01),
      number("voltage", "电压", "Voltage", "V", [0, 800], 0.1),
      number("current", "电流", "Current", "A", [0, 160], 0.1),
      number("session", "本次电量", "Energy of this session", "kWh", [0, 120], 0.01),
      number("charge", "车辆电量", "Charge of the car", "%", [0, 100], 1, {
        brick: "State_Of_Charge_Sensor",
      }),
      number("connector", "枪头温度", "Connector temperature", "°C", [-40, 130], 0.5, { normal: [-20, 85] }),
      number("meter", "累计电量", "Meter", "kWh", [0, 999_999], 0.01),
      number("leakage", "漏电流", "Leakage", "mA", [0, 100], 1, { purpose: "life-safety", normal: [0, 30] }),
      event("fault", "故障信息", "Fault"),
    ],
    limits: [
      limit("connector-warm", "connector", above(85), 0, "P3", "枪头高温，降功率", "Connector hot, derating"),
      limit(
        "connector-hot",
        "connector",
        above(95),
        0,
        "P2",
        "枪头过热，停止充电",
        "Connector too hot, stopped",
      ),
      limit("leakage", "leakage", above(30), 0, "P2", "充电桩漏电", "Charger leaks current"),
      limit(
        "emergency-stop",
        "state",
        is(5),
        0,
        "P2",
        "充电桩急停",
        "Charger stopped by its emergency button",
      ),
      limit("fault", "state", is(4), 60, "P3", "充电桩故障", "Charger fault"),
    ],
  }),

  kind("ebike_charger", "电动自行车充电柜", "E-bike charger", {
    symbol: "charging",
    activity: whenTrue("relay"),
    brick: "Electric_Vehicle_Charging_Station",
    lifeSafety: true,
    priority: "P1",
    party: "PM-SEC",
    every: 60,
    visibility: "staff",
    purpose: "life-safety",
    retention: "operational",
    points: [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((port) =>
        number(`port${port}`, `${port} 号口功率`, `Port ${port}`, "W", [0, 1500], 1, {
          purpose: "energy-management",
          normal: [0, 1000],
        }),
      ),
      number("longest", "最长充电时长", "Longest on charge", "h", [0, 48], 0.1, {
        brick: "Duration_Sensor",
        normal: [0, 10],
      }),
      number("temperature", "柜内温度", "Cabinet temperature", "°C", [-40, 150], 0.5, { normal: [-20, 60] }),
      flag("smoke", "烟雾", "Smoke", { retention: "safety", brick: "Smoke_Detection_Alarm" }),
      flag("relay", "总继电器闭合", "Main relay closed", { brick: "On_Off_Status" }),
      number("energy", "累计电量", "Energy", "kWh", [0, 999_999], 0.01, { purpose: "energy-management" }),
    ],
    limits: [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((port) =>
        limit(
          `port-${port}-overload`,
          `port${port}`,
          above(1000),
          10,
          "P3",
          `${port} 号口功率过大`,
          `Port ${port} overloaded`,
        ),
      ),
      limit(
        "too-long",
        "longest",
        above(10),
        0,
        "P3",
        "充电超过 10 小时",
        "On charge for more than 10 hours",
      ),
      limit("hot", "temperature", above(60), 0, "P1", "充电柜高温", "E-bike charger hot", {
        latches: true,
        source: "GB 42236",
      }),
      limit("smoke", "smoke", is(1), 0, "P1", "充电柜烟雾", "Smoke at an e-bike charger", {
        latches: true,
        source: "GB 42236",
      }),
    ],
  }),

  kind("waste_station", "垃圾分类站", "Waste station", {
    symbol: "waste",
    activity: byAmount("otherFill", 40, 60, 80),
    brick: "Waste_Storage",
    priority: "P4",
    party: "PM-CLEAN",
    every: 900,
    visibility: "public",
    purpose: "cleaning",
    retention: "operational",
    points: [
      ...streams.map(([stream, zh, en]) =>
        number(`${stream}Fill`, `${zh}垃圾满度`, `${en}, fill`, "%", [0, 100], 1, {
          brick: "Level_Sensor",
          normal: [0, 80],
        }),
      ),
      ...streams.map(([stream, zh, en]) =>
        number(`${stream}Weight`, `${zh}垃圾重量`, `${en}, weight`, "kg", [0, 1000], 0.1, {
          visibility: "staff",
          brick: "Weight_Sensor",
        }),
      ),
      flag("doorOpen", "投放口开启", "Door open", { brick: "Open_Close_Status" }),
      number("temperature", "温度", "Temperature", "°C", [-40, 120], 0.5, {
        purpose: "life-safety",
        normal: [-20, 60],
      }),
      number("ammonia", "氨气", "Ammonia", "ppm", [0, 100], 0.1, {
        purpose: "environment",
        brick: "Ammonia_Level_Sensor",
        normal: [0, 5],
      }),
      number("sulphide", "硫化氢", "Hydrogen sulphide", "ppm", [0, 100], 0.01, {
        purpose: "environment",
        brick: "Hydrogen_Sulphide_Level_Sensor",
        normal: [0, 0.5],
      }),
      number("liftings", "今日清运次数", "Emptied today", "", [0, 50], 1, { brick: "Usage_Sensor" }),
      event("card", "投放刷卡", "Card", own),
      event("wrongStream", "误投识别", "Wrong stream", own),
    ],
    limits: [
      ...streams.flatMap(([stream, zh, en]) => [
        limit(
          `${stream}-filling`,
          `${stream}Fill`,
          above(80),
          0,
          "P4",
          `${zh}垃圾桶将满`,
          `${en} waste nearly full`,
        ),
        limit(`${stream}-full`, `${stream}Fill`, above(95), 0, "P3", `${zh}垃圾桶已满`, `${en} waste full`, {
          party: "SAN",
        }),
      ]),
      limit(
        "hot",
        "temperature",
        above(60),
        60,
        "P1",
        "垃圾站高温，疑似起火",
        "Waste station hot, maybe burning",
        { latches: true, party: "PM-SEC" },
      ),
    ],
  }),
];
