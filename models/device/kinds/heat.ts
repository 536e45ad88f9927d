import type { DeviceKind } from "../kind.ts";
import { above, batteryLimits, below, byAmount, falling, inState, kind, limit, outside } from "./build.ts";
import { choice, event, number, ownBattery } from "./points.ts";

const plant = { visibility: "staff", purpose: "plant-operation", retention: "operational" } as const;

/** District heat, from the substation to the room. */
export const heatKinds: readonly DeviceKind[] = [
  kind("heat_substation", "换热站", "Heat substation", {
    ...plant,
    symbol: "heat",
    activity: inState("pumps", 0, 2, 3, 0),
    brick: "Heat_Exchanger",
    mustAnswer: true,
    priority: "P2",
    party: "UTIL-H",
    every: 60,
    points: [
      number("primarySupply", "一次供水温度", "Primary supply", "°C", [0, 150], 0.1, {
        brick: "Hot_Water_Supply_Temperature_Sensor",
      }),
      number("primaryReturn", "一次回水温度", "Primary return", "°C", [0, 120], 0.1, {
        brick: "Hot_Water_Return_Temperature_Sensor",
      }),
      number("secondarySupply", "二次供水温度", "Secondary supply", "°C", [0, 90], 0.1, {
        brick: "Hot_Water_Supply_Temperature_Sensor",
        normal: [35, 50],
      }),
      number("secondaryReturn", "二次回水温度", "Secondary return", "°C", [0, 90], 0.1, {
        brick: "Hot_Water_Return_Temperature_Sensor",
      }),
      number("setDeviation", "供水温度偏差", "Supply deviation", "K", [-50, 50], 0.1, {
        brick: "Temperature_Sensor",
        normal: [-3, 3],
      }),
      number("primaryPressure", "一次压力", "Primary pressure", "bar", [0, 25], 0.1),
      number("secondaryPressure", "二次压力", "Secondary pressure", "bar", [0, 16], 0.1, { normal: [2, 10] }),
      number("flow", "二次流量", "Secondary flow", "m³/h", [0, 600], 0.1, { brick: "Hot_Water_Flow_Sensor" }),
      number("valve", "调节阀开度", "Valve position", "%", [0, 100], 1, { brick: "Valve_Position_Sensor" }),
      number("makeUp", "补水率", "Make-up per hour", "%", [0, 20], 0.01, {
        brick: "Makeup_Water_Flow_Sensor",
        normal: [0, 1],
      }),
      number("pumpFrequency", "循环泵频率", "Pump frequency", "Hz", [0, 60], 0.1, { normal: [0, 50] }),
      number("power", "供热功率", "Heat power", "kW", [0, 20_000], 1, { brick: "Thermal_Power_Sensor" }),
      number("electricity", "用电功率", "Electric power", "kW", [0, 200], 0.1, {
        purpose: "energy-management",
      }),
      choice("pumps", "循环泵状态", "Pumps", ["stopped", "one-running", "both-running", "fault"], {
        brick: "Start_Stop_Status",
      }),
    ],
    limits: [
      limit(
        "off-set",
        "setDeviation",
        outside(-3, 3),
        900,
        "P2",
        "二次供水温度偏离设定 3 K",
        "Secondary supply 3 K off its set point",
      ),
      limit(
        "make-up",
        "makeUp",
        above(1),
        900,
        "P2",
        "补水率过高，疑似失水",
        "Make-up too high, maybe losing water",
      ),
      limit(
        "burst",
        "secondaryPressure",
        falling(1, 600),
        0,
        "P2",
        "二次管网压力骤降，疑似爆管",
        "Secondary pressure falling fast, maybe a burst pipe",
      ),
      limit(
        "pressure-low",
        "secondaryPressure",
        below(2),
        60,
        "P2",
        "二次管网压力低",
        "Secondary pressure low",
      ),
    ],
  }),

  kind("heat_meter", "单元热量表", "Unit heat meter", {
    symbol: "heat",
    activity: byAmount("power", 5, 50, 150),
    brick: "Thermal_Power_Meter",
    priority: "P3",
    party: "UTIL-H",
    every: 900,
    visibility: "staff",
    purpose: "energy-management",
    retention: "metering",
    points: [
      number("energy", "累计热量", "Heat used", "MWh", [0, 99_999], 0.01),
      number("supply", "供水温度", "Supply", "°C", [0, 90], 0.1, {
        brick: "Hot_Water_Supply_Temperature_Sensor",
      }),
      number("return", "回水温度", "Return", "°C", [0, 90], 0.1, {
        brick: "Hot_Water_Return_Temperature_Sensor",
      }),
      number("difference", "供回水温差", "Supply minus return", "K", [0, 60], 0.1, {
        brick: "Differential_Supply_Return_Water_Temperature_Sensor",
        normal: [3, 20],
      }),
      number("flow", "流量", "Flow", "m³/h", [0, 200], 0.01, { brick: "Hot_Water_Flow_Sensor" }),
      number("imbalance", "水力失调度", "Flow imbalance", "%", [-100, 100], 1, {
        brick: "Flow_Sensor",
        normal: [-20, 20],
      }),
      number("power", "热功率", "Heat power", "kW", [0, 2000], 0.1, { brick: "Thermal_Power_Sensor" }),
      number("pressure", "压力", "Pressure", "bar", [0, 16], 0.1),
    ],
    limits: [
      limit(
        "small-difference",
        "difference",
        below(3),
        1800,
        "P3",
        "供回水温差过小",
        "Supply and return too close",
      ),
      limit("imbalance", "imbalance", outside(-20, 20), 1800, "P3", "水力失调", "Flow out of balance"),
    ],
  }),

  kind("room_temp", "室温采集器", "Room thermometer", {
    symbol: "heat",
    activity: byAmount("temperature", 16, 20, 24),
    brick: "Temperature_Sensor",
    priority: "P3",
    party: "UTIL-H",
    every: 900,
    visibility: "personal",
    purpose: "plant-operation",
    retention: "personal",
    points: [
      number("temperature", "室温", "Room temperature", "°C", [-20, 60], 0.1, {
        brick: "Zone_Air_Temperature_Sensor",
        normal: [18, 26],
      }),
      number("humidity", "相对湿度", "Relative humidity", "%", [0, 100], 1, {
        brick: "Zone_Air_Humidity_Sensor",
        normal: [30, 70],
      }),
      ownBattery,
      event("fault", "故障信息", "Fault"),
    ],
    limits: [
      limit(
        "cold",
        "temperature",
        below(18),
        7200,
        "P3",
        "采暖季室温低于 18 °C",
        "Room below 18 °C in the heating season",
      ),
      ...batteryLimits,
    ],
  }),
];
