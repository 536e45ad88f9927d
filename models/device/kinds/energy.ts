import type { DeviceKind } from "../kind.ts";
import { above, below, byAmount, is, kind, limit } from "./build.ts";
import { choice, flag, number } from "./points.ts";

const plant = { visibility: "staff", purpose: "energy-management", retention: "operational" } as const;

/** Power made and kept on site. */
export const energyKinds: readonly DeviceKind[] = [
  kind("pv_inverter", "光伏逆变器", "PV inverter", {
    ...plant,
    symbol: "energy",
    activity: byAmount("power", 0.5, 5, 15),
    brick: "PV_Inverter",
    priority: "P3",
    party: "PM-ENG",
    every: 60,
    points: [
      number("power", "发电功率", "Power", "kW", [0, 100], 0.01, { visibility: "public" }),
      number("energy", "累计发电", "Energy made", "kWh", [0, 9_999_999], 0.1, { visibility: "public" }),
      ...[1, 2, 3, 4].flatMap((string) => [
        number(
          `string${string}Voltage`,
          `${string} 号组串电压`,
          `String ${string} voltage`,
          "V",
          [0, 1100],
          1,
        ),
        number(
          `string${string}Current`,
          `${string} 号组串电流`,
          `String ${string} current`,
          "A",
          [0, 40],
          0.1,
        ),
      ]),
      number("weakestString", "最弱组串占中位数", "Weakest string of median", "%", [0, 150], 1, {
        brick: "Performance_Sensor",
        normal: [80, 110],
      }),
      number("temperature", "机内温度", "Inverter temperature", "°C", [-40, 110], 0.5, { normal: [-20, 70] }),
      number("insulation", "绝缘电阻", "Insulation", "kΩ", [0, 20_000], 10, {
        brick: "Resistance_Sensor",
        normal: [1000, 20_000],
      }),
      choice("state", "状态", "State", ["standby", "generating", "derated", "fault"], {
        visibility: "public",
        brick: "Operating_Mode_Status",
      }),
    ],
    limits: [
      limit("weak-string", "weakestString", below(80), 1800, "P4", "组串出力偏低", "A string is weak"),
      limit("insulation", "insulation", below(1000), 60, "P3", "绝缘电阻过低", "Insulation low"),
      limit("fault", "state", is(3), 900, "P3", "逆变器故障，未发电", "Inverter fault, not generating"),
    ],
  }),

  kind("bess", "储能系统", "Battery storage", {
    ...plant,
    symbol: "energy",
    activity: byAmount("power", 5, 50, 150),
    brick: "Battery",
    lifeSafety: true,
    priority: "P1",
    party: "PM-ENG",
    every: 10,
    points: [
      number("charge", "荷电状态", "State of charge", "%", [0, 100], 0.1, {
        brick: "State_Of_Charge_Sensor",
      }),
      number("health", "健康状态", "State of health", "%", [0, 100], 0.1, {
        brick: "State_Of_Health_Sensor",
        normal: [70, 100],
      }),
      number("power", "功率（充电为正）", "Power (charging is positive)", "kW", [-500, 500], 0.1),
      number("voltage", "电压", "Voltage", "V", [0, 1500], 0.1),
      number("current", "电流", "Current", "A", [-800, 800], 0.1),
      number("cellVoltageMax", "最高单体电压", "Highest cell voltage", "V", [0, 5], 0.001, {
        normal: [2.8, 3.6],
      }),
      number("cellVoltageMin", "最低单体电压", "Lowest cell voltage", "V", [0, 5], 0.001, {
        normal: [2.8, 3.6],
      }),
      number("cellMax", "最高单体温度", "Hottest cell", "°C", [-40, 120], 0.1, { normal: [0, 45] }),
      number("cellMin", "最低单体温度", "Coldest cell", "°C", [-40, 120], 0.1, { normal: [0, 45] }),
      number("cellSpread", "单体温差", "Cell temperature spread", "K", [0, 60], 0.1, { normal: [0, 8] }),
      number("hydrogen", "氢气", "Hydrogen", "ppm", [0, 2000], 1, {
        brick: "Hydrogen_Level_Sensor",
        normal: [0, 50],
      }),
      number("carbonMonoxide", "一氧化碳", "Carbon monoxide", "ppm", [0, 1000], 1, { normal: [0, 50] }),
      flag("smoke", "烟雾", "Smoke", {
        brick: "Smoke_Detection_Alarm",
        purpose: "life-safety",
        retention: "safety",
      }),
      choice("cooling", "空调", "Cooling", ["off", "on", "fault"], { brick: "On_Off_Status" }),
    ],
    limits: [
      limit("cell-warm", "cellMax", above(45), 30, "P3", "电芯温度偏高", "Cells warm"),
      limit("cell-hot", "cellMax", above(55), 10, "P2", "电芯过热", "Cells hot"),
      limit(
        "cell-danger",
        "cellMax",
        above(60),
        0,
        "P1",
        "电芯热失控风险，停机",
        "Danger of thermal runaway, trip",
        { latches: true, party: "FIRE" },
      ),
      limit(
        "hydrogen",
        "hydrogen",
        above(100),
        0,
        "P1",
        "储能舱氢气报警",
        "Hydrogen in the battery container",
        { latches: true, party: "FIRE" },
      ),
      limit(
        "co",
        "carbonMonoxide",
        above(100),
        0,
        "P1",
        "储能舱一氧化碳报警",
        "Carbon monoxide in the battery container",
        { latches: true, party: "FIRE" },
      ),
      limit("smoke", "smoke", is(1), 0, "P1", "储能舱烟雾", "Smoke in the battery container", {
        latches: true,
        party: "FIRE",
      }),
      limit(
        "spread",
        "cellSpread",
        above(8),
        60,
        "P3",
        "电芯温差过大",
        "Cells differ too much in temperature",
      ),
    ],
  }),
];
