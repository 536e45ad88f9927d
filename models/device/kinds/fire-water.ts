import type { DeviceKind } from "../kind.ts";
import { above, batteryLimits, below, byAmount, falling, is, kind, limit } from "./build.ts";
import { battery, flag, number, rssi } from "./points.ts";

const standing = { visibility: "staff", purpose: "life-safety", retention: "safety" } as const;

/** Water that waits for a fire. */
export const fireWaterKinds: readonly DeviceKind[] = [
  kind("fire_water_pressure", "消防末端水压", "Fire water pressure", {
    ...standing,
    symbol: "fire",
    activity: byAmount("pressure", 0.1, 0.2, 0.4),
    brick: "Pressure_Sensor",
    lifeSafety: true,
    priority: "P2",
    party: "PM-ENG",
    every: 60,
    points: [
      number("pressure", "压力", "Pressure", "MPa", [0, 1.6], 0.01, {
        brick: "Water_Pressure_Sensor",
        normal: [0.1, 1.2],
      }),
      flag("valveOpen", "阀门开启", "Valve open", { brick: "Valve_Status" }),
    ],
    limits: [
      limit(
        "hydrant-low",
        "pressure",
        below(0.07),
        60,
        "P2",
        "最不利点消火栓静压不足",
        "Static pressure too low at the worst hydrant",
        { source: "GB 50974" },
      ),
      limit(
        "sprinkler-low",
        "pressure",
        below(0.1),
        60,
        "P2",
        "喷淋末端压力不足",
        "Pressure too low for sprinklers",
        { source: "GB 50974" },
      ),
      limit("high", "pressure", above(1.2), 60, "P2", "消防管网超压", "Fire main over pressure", {
        source: "GB 50974",
      }),
      limit("valve-shut", "valveOpen", is(0), 60, "P2", "消防阀门关闭", "Fire valve shut"),
    ],
  }),

  kind("hydrant", "室外消火栓", "Outdoor hydrant", {
    ...standing,
    symbol: "fire",
    activity: byAmount("flow", 0.5, 5, 15),
    brick: "Fire_Safety_Equipment",
    lifeSafety: true,
    priority: "P2",
    party: "UTIL-W",
    every: 3600,
    points: [
      number("pressure", "压力", "Pressure", "MPa", [0, 1.6], 0.01, {
        brick: "Water_Pressure_Sensor",
        normal: [0.14, 0.6],
      }),
      number("flow", "流量", "Flow", "L/s", [0, 40], 0.1, { brick: "Water_Flow_Sensor", normal: [0, 0] }),
      number("tilt", "倾角", "Tilt", "°", [0, 90], 1, { brick: "Angle_Sensor", normal: [0, 15] }),
      flag("capOpen", "栓盖打开", "Cap open"),
      battery,
      rssi,
    ],
    limits: [
      limit("pressure-low", "pressure", below(0.14), 0, "P2", "消火栓水压不足", "Hydrant pressure low", {
        source: "GB 50974",
      }),
      limit("flowing", "flow", above(0.5), 0, "P2", "消火栓非火警出水", "Hydrant flowing without a fire", {
        party: "PM-SEC",
      }),
      limit("cap-open", "capOpen", is(1), 0, "P2", "消火栓盖被打开", "Hydrant cap open", { party: "PM-SEC" }),
      limit("tilted", "tilt", above(15), 0, "P2", "消火栓倾斜", "Hydrant tilted"),
      ...batteryLimits,
    ],
  }),

  kind("fire_tank", "消防水池", "Fire water tank", {
    ...standing,
    symbol: "fire",
    activity: byAmount("fill", 25, 50, 75),
    brick: "Water_Storage_Tank",
    lifeSafety: true,
    priority: "P2",
    party: "PM-ENG",
    every: 60,
    points: [
      number("level", "液位", "Level", "m", [0, 6], 0.01, { brick: "Water_Level_Sensor" }),
      number("fill", "充满度", "Fill", "%", [0, 100], 0.1, {
        brick: "Water_Level_Sensor",
        normal: [90, 100],
      }),
      number("temperature", "水温", "Water temperature", "°C", [-10, 50], 0.1, {
        brick: "Water_Temperature_Sensor",
        normal: [5, 35],
      }),
    ],
    limits: [
      limit("low", "fill", below(90), 0, "P3", "消防水池水位低于 90%", "Fire tank below 90 %", {
        source: "GB 50974",
      }),
      limit("very-low", "fill", below(70), 0, "P2", "消防水池水位低于 70%", "Fire tank below 70 %", {
        source: "GB 50974",
      }),
      limit("losing", "fill", falling(5, 1800), 0, "P2", "消防水池水位快速下降", "Fire tank losing water"),
      limit("freezing", "temperature", below(5), 0, "P2", "消防水池有冰冻风险", "Fire tank may freeze", {
        source: "GB 50974",
      }),
    ],
  }),
];
