import { energyUses } from "../energy-use.ts";
import type { DeviceKind } from "../kind.ts";
import { above, below, byAmount, is, kind, limit, outside, rising } from "./build.ts";
import { choice, event, flag, number } from "./points.ts";

const plant = { visibility: "staff", purpose: "energy-management", retention: "operational" } as const;
const phases = ["A", "B", "C"] as const;

/** Electricity, from the transformer to the home. */
export const powerKinds: readonly DeviceKind[] = [
  kind("transformer", "配电变压器", "Transformer", {
    ...plant,
    symbol: "electricity",
    activity: byAmount("load", 10, 40, 80),
    brick: "Transformer",
    mustAnswer: true,
    priority: "P2",
    party: "UTIL-E",
    every: 60,
    points: [
      number("load", "负载率", "Load", "%", [0, 200], 0.1, { brick: "Load_Sensor", normal: [0, 80] }),
      ...phases.map((phase) =>
        number(`winding${phase}`, `${phase} 相绕组温度`, `Winding ${phase}`, "°C", [-40, 200], 1, {
          normal: [-20, 100],
        }),
      ),
      number("core", "铁芯温度", "Core temperature", "°C", [-40, 150], 1, { normal: [-20, 95] }),
      number("ambient", "环境温度", "Ambient temperature", "°C", [-40, 80], 1),
      number("power", "有功功率", "Active power", "kW", [-800, 1200], 0.1),
      number("reactivePower", "无功功率", "Reactive power", "kvar", [-800, 800], 0.1),
      flag("fan", "风机运行", "Fan running", { brick: "Fan_On_Off_Status" }),
      choice("breaker", "高压开关", "Breaker", ["open", "closed", "tripped"], { brick: "On_Off_Status" }),
      number("partialDischarge", "局部放电", "Partial discharge", "pC", [0, 5000], 1, { normal: [0, 100] }),
    ],
    limits: [
      limit("tripped", "breaker", is(2), 0, "P2", "变压器跳闸", "Transformer tripped", { explains: "fed" }),
      limit("loaded", "load", above(80), 900, "P3", "变压器负载超过 80%", "Transformer above 80 % load"),
      limit("overloaded", "load", above(100), 300, "P2", "变压器过载", "Transformer overloaded"),
      ...phases.map((phase) =>
        limit(
          `winding-${phase.toLowerCase()}-hot`,
          `winding${phase}`,
          above(130),
          0,
          "P2",
          `${phase} 相绕组超温（150 °C 跳闸）`,
          `Winding ${phase} too hot (trips at 150 °C)`,
          { source: "GB/T 1094.11" },
        ),
      ),
    ],
  }),

  kind("elec_feeder", "配电回路", "Power feeder", {
    ...plant,
    symbol: "electricity",
    activity: byAmount("load", 10, 40, 80),
    brick: "Breaker_Panel",
    mustAnswer: true,
    priority: "P2",
    party: "PM-ENG",
    every: 60,
    points: [
      choice("use", "供电用途", "What it feeds", energyUses, {
        brick: "Status",
        purpose: "information",
        every: 86_400,
      }),
      ...phases.map((phase) =>
        number(`voltage${phase}`, `${phase} 相电压`, `Voltage ${phase}`, "V", [0, 300], 0.1, {
          normal: [198, 235.4],
        }),
      ),
      ...phases.map((phase) =>
        number(`current${phase}`, `${phase} 相电流`, `Current ${phase}`, "A", [0, 2000], 0.1),
      ),
      number("load", "电流占额定", "Current of rated", "%", [0, 200], 0.1, {
        brick: "Load_Sensor",
        normal: [0, 90],
      }),
      number("unbalance", "电流不平衡度", "Current unbalance", "%", [0, 100], 0.1, {
        brick: "Current_Imbalance_Sensor",
        normal: [0, 15],
      }),
      number("power", "有功功率", "Active power", "kW", [-800, 1200], 0.1),
      number("reactivePower", "无功功率", "Reactive power", "kvar", [-800, 800], 0.1),
      number("apparentPower", "视在功率", "Apparent power", "kVA", [0, 1200], 0.1, {
        brick: "Apparent_Power_Sensor",
      }),
      number("powerFactor", "功率因数", "Power factor", "PF", [-1, 1], 0.01, {
        brick: "Power_Factor_Sensor",
        normal: [0.9, 1],
      }),
      number("frequency", "频率", "Frequency", "Hz", [45, 55], 0.01, { normal: [49.8, 50.2] }),
      number("voltageDistortion", "电压谐波畸变率", "Voltage distortion", "%", [0, 50], 0.1, {
        brick: "Harmonic_Distortion_Sensor",
        normal: [0, 5],
      }),
      number("currentDistortion", "电流谐波畸变率", "Current distortion", "%", [0, 100], 0.1, {
        brick: "Harmonic_Distortion_Sensor",
        normal: [0, 20],
      }),
      number("energy", "累计电量", "Energy", "kWh", [0, 99_999_999], 0.1),
      choice("breaker", "断路器", "Breaker", ["open", "closed", "tripped"], { brick: "On_Off_Status" }),
      number("temperature", "接头温度", "Joint temperature", "°C", [-40, 150], 0.5, { normal: [-20, 70] }),
    ],
    limits: [
      limit(
        "loaded",
        "load",
        above(90),
        600,
        "P2",
        "回路电流超过额定 90%",
        "Feeder above 90 % of rated current",
      ),
      limit("unbalanced", "unbalance", above(15), 900, "P2", "三相电流不平衡", "Phases unbalanced", {
        source: "GB/T 15543",
      }),
      limit("distorted", "voltageDistortion", above(5), 900, "P2", "电压谐波超标", "Voltage distorted", {
        source: "GB/T 14549",
      }),
      limit("tripped", "breaker", is(2), 0, "P2", "回路跳闸", "Feeder tripped", { explains: "fed" }),
      limit("no-voltage", "voltageA", below(20), 5, "P2", "回路失压", "Feeder without voltage", {
        explains: "fed",
      }),
    ],
  }),

  kind("elec_fire_monitor", "电气火灾监控", "Electrical fire monitor", {
    symbol: "electricity",
    activity: byAmount("residual", 100, 200, 300),
    brick: "Fire_Safety_Equipment",
    lifeSafety: true,
    priority: "P2",
    party: "PM-ENG",
    every: 60,
    visibility: "staff",
    purpose: "life-safety",
    retention: "safety",
    points: [
      number("residual", "剩余电流", "Residual current", "mA", [0, 1000], 1, { normal: [0, 300] }),
      ...[1, 2, 3, 4].map((cable) =>
        number(`cable${cable}`, `${cable} 号电缆温度`, `Cable ${cable}`, "°C", [-40, 150], 0.5, {
          normal: [-20, 70],
        }),
      ),
      event("fault", "故障信息", "Fault"),
    ],
    limits: [
      limit("residual", "residual", above(300), 30, "P2", "剩余电流超限", "Residual current too high", {
        source: "GB 14287",
      }),
      ...[1, 2, 3, 4].map((cable) =>
        limit(
          `cable-${cable}-hot`,
          `cable${cable}`,
          above(70),
          0,
          "P2",
          `${cable} 号电缆过热`,
          `Cable ${cable} too hot`,
          { source: "GB 14287" },
        ),
      ),
      ...[1, 2, 3, 4].map((cable) =>
        limit(
          `cable-${cable}-rising`,
          `cable${cable}`,
          rising(20, 3600),
          0,
          "P2",
          `${cable} 号电缆升温过快`,
          `Cable ${cable} warming fast`,
          { source: "GB 14287" },
        ),
      ),
    ],
  }),

  kind("elec_meter", "电表", "Electricity meter", {
    symbol: "electricity",
    activity: byAmount("power", 0.2, 1, 3),
    brick: "Electrical_Meter",
    priority: "P3",
    party: "UTIL-E",
    every: 900,
    visibility: "personal",
    purpose: "metering",
    retention: "metering",
    points: [
      number("energy", "累计电量", "Energy used", "kWh", [0, 999_999], 0.01),
      number("power", "功率", "Power", "kW", [0, 12], 0.001, { normal: [0, 10] }),
      number("voltage", "电压", "Voltage", "V", [0, 300], 0.1, { normal: [198, 235.4] }),
      number("current", "电流", "Current", "A", [0, 60], 0.01, { normal: [0, 57] }),
      // Told once a day with the settlement data, so a record and not a column of every frame.
      event("powerFactor", "功率因数", "Power factor", { brick: "Power_Factor_Sensor", every: 86_400 }),
      flag("occupied", "近 15 分钟有人活动", "Activity in the last 15 minutes", {
        brick: "Occupancy_Status",
        retention: "personal",
      }),
      event("relay", "继电器动作", "Relay operated", { brick: "On_Off_Status" }),
    ],
    limits: [
      limit(
        "voltage",
        "voltage",
        outside(198, 235.4),
        600,
        "P3",
        "电压超出 220 V +7/-10%",
        "Voltage outside 220 V +7/-10 %",
        { source: "GB/T 12325" },
      ),
      limit("overload", "current", above(57), 900, "P3", "负荷超过额定 95%", "Load above 95 % of rated"),
    ],
  }),
];
