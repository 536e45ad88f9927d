import type { DeviceKind } from "../kind.ts";
import { above, below, inState, is, kind, limit, together } from "./build.ts";
import { choice, event, flag, number } from "./points.ts";

const slow = { every: 60 } as const;

/** Lifts and lamps: what moves and shines. */
export const liftLightingKinds: readonly DeviceKind[] = [
  kind("lift", "电梯", "Lift", {
    symbol: "lift",
    activity: inState("direction", 0, 3, 3),
    brick: "Elevator",
    lifeSafety: true,
    priority: "P1",
    party: "LIFT",
    every: 5,
    visibility: "staff",
    purpose: "plant-operation",
    retention: "operational",
    points: [
      number("floor", "所在楼层", "Floor", "", [-3, 60], 1, { brick: "Position_Sensor" }),
      choice("direction", "运行方向", "Direction", ["idle", "up", "down"], { brick: "Direction_Status" }),
      choice("door", "轿门", "Door", ["closed", "opening", "open", "closing"], {
        brick: "Open_Close_Status",
      }),
      number("speed", "速度", "Speed", "m/s", [0, 6], 0.01, { brick: "Speed_Sensor", normal: [0, 2.9] }),
      number("load", "载重", "Load", "%", [0, 150], 1, { brick: "Load_Sensor", normal: [0, 100] }),
      flag("person", "轿厢内有人", "Person inside", { brick: "Occupancy_Status", purpose: "life-safety" }),
      choice(
        "mode",
        "运行模式",
        "Mode",
        ["normal", "inspection", "fire", "out-of-service", "fault", "power-lost", "trapped"],
        { brick: "Mode_Status" },
      ),
      flag("doorUnsafe", "开门走梯", "Moving with door open", {
        brick: "Alarm_Status",
        purpose: "life-safety",
        ...slow,
      }),
      number("levelError", "平层误差", "Levelling error", "mm", [-100, 100], 1, {
        brick: "Position_Sensor",
        normal: [-10, 10],
        ...slow,
      }),
      number("trips", "累计运行次数", "Trips", "", [0, 99_999_999], 1, { brick: "Usage_Sensor", ...slow }),
      number("doorCycles", "累计开关门次数", "Door cycles", "", [0, 99_999_999], 1, {
        brick: "Usage_Sensor",
        ...slow,
      }),
      number("doorReopens", "连续重开门次数", "Door re-opened in a row", "", [0, 50], 1, {
        normal: [0, 5],
        ...slow,
      }),
      number("vibration", "振动", "Vibration", "mg", [0, 500], 1, {
        brick: "Vibration_Sensor",
        normal: [0, 40],
        ...slow,
      }),
      number("machineRoom", "机房温度", "Machine room", "°C", [-20, 80], 0.5, { normal: [5, 40], ...slow }),
      choice("brake", "制动器", "Brake", ["applied", "released", "fault"], { brick: "Brake_Status" }),
      event("faultCode", "故障代码", "Fault code"),
    ],
    limits: [
      limit("trapped", "mode", is(6), 0, "P1", "电梯困人", "People trapped in a lift", {
        latches: true,
        source: "GB/T 24476-2023",
      }),
      limit(
        "entrapment",
        "mode",
        together("entrapment"),
        60,
        "P1",
        "疑似困人：轿厢有人、门关闭、60 秒未动",
        "Maybe trapped: somebody in a lift that stood shut for 60 s",
        { latches: true },
      ),
      limit("stopped", "mode", is(4), 0, "P2", "电梯故障停梯", "Lift stopped by a fault", {
        source: "GB/T 24476-2023",
      }),
      limit("power-lost", "mode", is(5), 0, "P2", "电梯失电", "Lift lost power", { party: "PM-ENG" }),
      limit("overspeed", "speed", above(2.88), 0, "P1", "电梯超速 115%", "Lift above 115 % of its speed", {
        latches: true,
        source: "GB/T 7588",
      }),
      limit("door-unsafe", "doorUnsafe", is(1), 0, "P1", "电梯开门运行", "Lift moving with its door open", {
        latches: true,
        source: "GB/T 7588",
      }),
      limit(
        "level",
        "levelError",
        { when: "outside", low: -10, high: 10 },
        60,
        "P3",
        "平层误差超过 10 mm",
        "Levelling error above 10 mm",
        { source: "GB/T 7588" },
      ),
      limit("door-reopens", "doorReopens", above(6), 0, "P3", "轿门反复重开", "Door keeps re-opening"),
      limit("machine-room", "machineRoom", above(40), 300, "P2", "电梯机房高温", "Lift machine room hot", {
        party: "PM-ENG",
      }),
      limit("brake", "brake", is(2), 0, "P1", "制动器故障", "Brake fault", {
        latches: true,
        source: "GB/T 24476-2023",
      }),
    ],
  }),

  kind("street_light", "路灯", "Street light", {
    symbol: "lighting",
    activity: inState("state", 0, 3, 0),
    brick: "Luminaire",
    priority: "P4",
    party: "PM-ENG",
    every: 900,
    visibility: "public",
    purpose: "plant-operation",
    retention: "operational",
    points: [
      choice("state", "状态", "State", ["off", "on", "fault"], { brick: "On_Off_Status", writable: true }),
      number("dim", "亮度", "Brightness", "%", [0, 100], 1, { brick: "Luminance_Setpoint", writable: true }),
      number("power", "功率", "Power", "W", [0, 200], 0.1),
      number("voltage", "电压", "Voltage", "V", [0, 300], 0.1, { visibility: "staff", normal: [198, 235.4] }),
      number("current", "电流", "Current", "A", [0, 2], 0.01, { visibility: "staff" }),
      number("leakage", "漏电流", "Leakage", "mA", [0, 100], 1, {
        visibility: "staff",
        purpose: "life-safety",
        normal: [0, 30],
      }),
      number("energy", "累计电量", "Energy", "kWh", [0, 99_999], 0.01, {
        visibility: "staff",
        purpose: "energy-management",
      }),
    ],
    limits: [
      limit("on-by-day", "state", is(1), 600, "P4", "白天亮灯", "Lamp on by day", { hours: [9, 16] }),
      limit("off-at-night", "state", is(0), 600, "P4", "夜间不亮", "Lamp off at night", { hours: [20, 4] }),
      limit("fault", "state", is(2), 600, "P4", "路灯故障", "Lamp fault"),
      limit("leakage", "leakage", above(30), 0, "P2", "路灯漏电", "Lamp leaks current"),
      limit("no-supply", "voltage", below(154), 10, "P4", "路灯断电", "Lamp without supply"),
    ],
  }),
];
