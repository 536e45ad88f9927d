import type { DeviceKind } from "../kind.ts";
import { above, byAmount, is, kind, limit, together } from "./build.ts";
import { choice, flag, number } from "./points.ts";

const own = { visibility: "personal", purpose: "metering", retention: "metering" } as const;

/** Somebody has to see that the air is clear and open the valve again. */
const leak = { latches: true } as const;

/** Gas at home. */
export const gasKinds: readonly DeviceKind[] = [
  kind("gas_detector", "家用燃气报警器", "Home gas detector", {
    symbol: "gas",
    activity: byAmount("methane", 2, 5, 10),
    brick: "Gas_Sensor",
    lifeSafety: true,
    priority: "P1",
    party: "UTIL-G",
    every: 14_400,
    visibility: "personal",
    purpose: "life-safety",
    retention: "safety",
    points: [
      number("methane", "甲烷浓度", "Methane", "%LEL", [0, 100], 1, {
        brick: "Methane_Level_Sensor",
        normal: [0, 5],
      }),
      number("carbonMonoxide", "一氧化碳", "Carbon monoxide", "ppm", [0, 500], 1, { normal: [0, 24] }),
      choice(
        "state",
        "报警状态",
        "Alarm state",
        ["normal", "gas-low", "gas-high", "carbon-monoxide", "fault"],
        { visibility: "staff", brick: "Gas_Alarm" },
      ),
      flag("valveOpen", "燃气阀开启", "Gas valve open", { visibility: "staff", brick: "Valve_Status" }),
    ],
    limits: [
      limit(
        "gas-low",
        "methane",
        above(10),
        5,
        "P1",
        "您家中燃气泄漏（低限）",
        "Gas leak in your home (low limit)",
        { ...leak, party: "OWNER", source: "GB 15322, band 5-25 %LEL" },
      ),
      limit(
        "gas-high",
        "methane",
        above(20),
        5,
        "P1",
        "您家中燃气泄漏（高限）",
        "Gas leak in your home (high limit)",
        { ...leak, party: "OWNER", source: "GB 15322" },
      ),
      limit(
        "co-low",
        "carbonMonoxide",
        above(50),
        60,
        "P1",
        "您家中一氧化碳偏高",
        "Carbon monoxide in your home",
        { ...leak, party: "OWNER", source: "GB 15322" },
      ),
      limit(
        "co-high",
        "carbonMonoxide",
        above(150),
        10,
        "P1",
        "您家中一氧化碳危险",
        "Dangerous carbon monoxide in your home",
        { ...leak, party: "OWNER", source: "GB 15322" },
      ),
      limit(
        "state-gas-low",
        "state",
        is(1),
        5,
        "P1",
        "住宅燃气泄漏（低限）",
        "Gas leak in a home (low limit)",
        { ...leak, source: "GB 15322" },
      ),
      limit(
        "state-gas-high",
        "state",
        is(2),
        5,
        "P1",
        "住宅燃气泄漏（高限）",
        "Gas leak in a home (high limit)",
        { ...leak, source: "GB 15322" },
      ),
      limit("state-co", "state", is(3), 10, "P1", "住宅一氧化碳报警", "Carbon monoxide in a home", {
        ...leak,
        source: "GB 15322",
      }),
      limit(
        "not-shut",
        "state",
        together("gas-not-shut"),
        10,
        "P1",
        "燃气泄漏且阀门未关闭",
        "Gas leak and the valve did not shut",
        { ...leak, source: "GB 15322" },
      ),
      limit("state-fault", "state", is(4), 60, "P3", "燃气报警器故障", "Gas detector fault"),
    ],
  }),

  kind("gas_meter", "燃气表", "Gas meter", {
    ...own,
    symbol: "gas",
    activity: byAmount("flow", 0.05, 0.5, 1.5),
    brick: "Gas_Meter",
    priority: "P2",
    party: "UTIL-G",
    every: 86_400,
    points: [
      number("volume", "累计用气", "Gas used", "m³", [0, 99_999], 0.01, { brick: "Gas_Usage_Sensor" }),
      number("flow", "流量", "Flow", "m³/h", [0, 10], 0.01, {
        brick: "Natural_Gas_Flow_Sensor",
        normal: [0, 3],
      }),
      flag("valveOpen", "阀门开启", "Valve open", { brick: "Valve_Status" }),
    ],
    limits: [
      limit(
        "steady-flow",
        "flow",
        above(0.04),
        86_400,
        "P2",
        "燃气持续流动 24 小时",
        "Gas flowing for 24 hours on end",
      ),
      limit("burst", "flow", above(6), 0, "P2", "燃气流量异常过大", "Gas flow far too high"),
    ],
  }),
];
