import type { KindId } from "../../ids.ts";
import type { DeviceKind } from "../kind.ts";
import { byAmount, inState, kind, whenTrue } from "./build.ts";
import { choice, flag, number } from "./points.ts";

/** Given to no home a recording counts as the building's own, and staff may see it; in a home it is the home's (DV13). */
const manner = {
  visibility: "staff",
  retention: "operational",
  priority: "P4",
  party: "PM-ENG",
  every: 3600,
  limits: [],
} as const;

/** When a row was written, as far as its file says: the row itself is played now. */
const originalMonth = number("recordedMonth", "原始月份", "Original month", "", [1, 12], 1);
const originalHour = number("recordedHour", "原始时刻", "Original hour", "h", [0, 24], 0.01);
const originalTime = [
  originalMonth,
  number("recordedDay", "原始日期", "Original day of month", "", [1, 31], 1),
  originalHour,
];

/** Of files that say the day of the week, or that it was a holiday, and no date. */
const originalWeekday = choice("recordedWeekday", "原始星期", "Original day of the week", [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "holiday",
]);

const air = [
  number("temperature", "室内温度", "Indoor temperature", "°C", [-40, 80], 0.01),
  number("humidity", "相对湿度", "Relative humidity", "%", [0, 100], 0.1, { brick: "Humidity_Sensor" }),
];

/** Kinds that only a replayed recording speaks for. */
export const recordedKinds: readonly DeviceKind[] = [
  kind("recorded_home", "回放住宅", "Recorded home", {
    ...manner,
    symbol: "energy",
    activity: byAmount("load", 0.2, 1, 3),
    brick: "Building_Electrical_Meter",
    purpose: "energy-management",
    points: [
      number("load", "用电负荷", "Load", "kW", [0, 100], 0.001),
      number("pvPerKw", "每千瓦光伏出力", "PV output per kW installed", "W", [0, 2000], 0.1),
      number("hotWater", "热水需求", "Hot water demand", "kW", [0, 100], 0.001),
      number("cooling", "制冷需求", "Cooling demand", "kW", [0, 200], 0.001),
      number("heating", "供暖需求", "Heating demand", "kW", [0, 200], 0.001),
      ...air,
      number("unmetCooling", "制冷设定偏差", "Unmet cooling setpoint difference", "K", [-50, 50], 0.01),
      originalMonth,
      originalWeekday,
      originalHour,
    ],
  }),

  kind("recorded_room", "回放房间", "Recorded room", {
    ...manner,
    symbol: "environment",
    activity: whenTrue("occupied"),
    brick: "Zone_Air_Sensor",
    purpose: "environment",
    points: [
      ...air,
      number("light", "照度（lx）", "Light (lux)", "", [0, 100_000], 0.1, { brick: "Illuminance_Sensor" }),
      number("co2", "二氧化碳", "CO2", "ppm", [0, 10_000], 0.1, { brick: "CO2_Level_Sensor" }),
      flag("occupied", "有人", "Occupied", { brick: "Occupancy_Sensor" }),
      ...originalTime,
    ],
  }),

  kind("recorded_climate", "回放温湿度节点", "Recorded climate node", {
    ...manner,
    symbol: "environment",
    activity: byAmount("occupants", 1, 5, 10),
    brick: "Zone_Air_Sensor",
    purpose: "environment",
    points: [
      ...air,
      number("occupants", "人数", "Persons in the room", "persons", [0, 100], 1, {
        brick: "Occupancy_Count_Sensor",
      }),
      flag("door", "门开", "Door open", { brick: "Door_Sensor" }),
      flag("window", "窗开", "Window open", { brick: "Window_Sensor" }),
      ...originalTime,
    ],
  }),

  kind("recorded_charger", "回放充电桩", "Recorded charger", {
    ...manner,
    symbol: "charging",
    activity: inState("state", 0, 3, 2),
    brick: "Electric_Vehicle_Charging_Station",
    purpose: "mobility",
    points: [
      choice("state", "状态", "State", ["free", "charging", "finished"], {
        brick: "Operating_Mode_Status",
      }),
      number("session", "本次电量", "Energy of this session", "kWh", [0, 500], 0.001),
      ...originalTime,
    ],
  }),
];

const recordedIds: ReadonlySet<KindId> = new Set(recordedKinds.map(({ id }) => id));
export const isRecordedKind = (kind: KindId): boolean => recordedIds.has(kind);
