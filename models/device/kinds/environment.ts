import type { DeviceKind } from "../kind.ts";
import {
  above,
  batteryLimits,
  below,
  byAmount,
  inState,
  is,
  kind,
  limit,
  meanAbove,
  outside,
  unchanged,
  whenTrue,
} from "./build.ts";
import { battery, choice, flag, number, rssi } from "./points.ts";

const open = { visibility: "public", purpose: "environment", retention: "environment" } as const;
const compass = { brick: "Wind_Direction_Sensor" } as const;

/** Air, sound, weather, plants and ponds. */
export const environmentKinds: readonly DeviceKind[] = [
  kind("env_station", "环境监测站", "Weather station", {
    ...open,
    symbol: "environment",
    activity: byAmount("pm25", 35, 75, 150),
    brick: "Weather_Station",
    priority: "P3",
    party: "PM-CS",
    every: 60,
    points: [
      number("pm25", "PM2.5", "PM2.5", "µg/m³", [0, 1000], 1, {
        brick: "PM2.5_Level_Sensor",
        normal: [0, 75],
      }),
      number("pm10", "PM10", "PM10", "µg/m³", [0, 2000], 1, { brick: "PM10_Level_Sensor", normal: [0, 150] }),
      number("ozone", "臭氧", "Ozone", "µg/m³", [0, 600], 1, {
        brick: "Ozone_Level_Sensor",
        normal: [0, 200],
      }),
      number("temperature", "气温", "Air temperature", "°C", [-40, 60], 0.1, {
        brick: "Outside_Air_Temperature_Sensor",
        normal: [-14, 35],
      }),
      number("humidity", "相对湿度", "Relative humidity", "%", [0, 100], 1, {
        brick: "Outside_Air_Humidity_Sensor",
      }),
      number("pressure", "气压", "Air pressure", "hPa", [800, 1100], 0.1, {
        brick: "Atmospheric_Pressure_Sensor",
      }),
      number("windSpeed", "风速", "Wind speed", "m/s", [0, 60], 0.1, {
        brick: "Wind_Speed_Sensor",
        normal: [0, 10.8],
      }),
      number("gust", "阵风", "Gust", "m/s", [0, 60], 0.1, { brick: "Wind_Speed_Sensor", normal: [0, 17.2] }),
      number("windDirection", "风向", "Wind from", "°", [0, 360], 1, compass),
      number("rain", "雨强", "Rain", "mm/h", [0, 300], 0.2, { brick: "Rain_Sensor", normal: [0, 20] }),
      number("noise", "噪声", "Noise", "dB", [30, 130], 0.1, { brick: "Noise_Sensor", normal: [30, 60] }),
      number("uv", "紫外线指数", "UV index", "UV", [0, 16], 0.1, { brick: "UV_Sensor" }),
    ],
    limits: [
      limit("pm25", "pm25", meanAbove(75, 3600), 0, "P4", "PM2.5 超过 75", "PM2.5 above 75", {
        source: "GB 3095",
      }),
      limit("pm25-heavy", "pm25", meanAbove(150, 3600), 0, "P3", "PM2.5 重度污染", "PM2.5 above 150", {
        source: "HJ 633",
      }),
      limit("gust", "gust", above(17.2), 0, "P3", "大风（8 级）", "Gale", { source: "GB/T 28591" }),
      limit("rain", "rain", above(20), 0, "P3", "强降雨", "Heavy rain", { source: "GB/T 28592" }),
      limit("hot", "temperature", above(35), 600, "P4", "高温 35 °C", "Hot, 35 °C"),
      limit("hotter", "temperature", above(37), 600, "P3", "高温 37 °C", "Very hot, 37 °C"),
      limit("hottest", "temperature", above(40), 600, "P2", "高温 40 °C", "Dangerously hot, 40 °C"),
      limit(
        "stuck",
        "temperature",
        unchanged(21_600),
        0,
        "P4",
        "气温 6 小时未变，疑似传感器故障",
        "Air temperature the same for 6 hours, maybe a faulty sensor",
        { party: "PM-ENG" },
      ),
    ],
  }),

  kind("noise_monitor", "噪声监测", "Noise monitor", {
    ...open,
    symbol: "environment",
    activity: byAmount("level", 45, 55, 70),
    brick: "Noise_Sensor",
    priority: "P3",
    party: "GRID",
    every: 60,
    points: [
      number("level", "等效声级", "LAeq", "dB", [30, 130], 0.1, { brick: "Noise_Sensor", normal: [30, 55] }),
      number("level15", "15 分钟等效声级", "LAeq of 15 minutes", "dB", [30, 130], 0.1, {
        brick: "Noise_Sensor",
        normal: [30, 55],
      }),
      number("peak", "最大声级", "LAmax", "dB", [30, 130], 0.1, { brick: "Noise_Sensor" }),
      number("l10", "L10", "L10", "dB", [30, 130], 0.1, { brick: "Noise_Sensor" }),
      number("l50", "L50", "L50", "dB", [30, 130], 0.1, { brick: "Noise_Sensor" }),
      number("l90", "L90", "L90", "dB", [30, 130], 0.1, { brick: "Noise_Sensor" }),
    ],
    limits: [
      limit("day", "level15", above(55), 900, "P3", "昼间噪声超标", "Too loud for the day", {
        hours: [6, 22],
        source: "GB 3096-2008, class 1",
      }),
      limit("night", "level15", above(45), 900, "P3", "夜间噪声超标", "Too loud for the night", {
        hours: [22, 6],
        source: "GB 3096-2008, class 1",
      }),
      limit("night-peak", "peak", above(60), 0, "P3", "夜间突发噪声", "Sudden noise at night", {
        hours: [22, 6],
        source: "GB 3096-2008",
      }),
    ],
  }),

  kind("garage_co", "车库一氧化碳", "Garage air", {
    ...open,
    symbol: "environment",
    activity: whenTrue("fan"),
    brick: "CO_Sensor",
    lifeSafety: true,
    priority: "P2",
    party: "PM-ENG",
    every: 60,
    points: [
      number("carbonMonoxide", "一氧化碳", "Carbon monoxide", "ppm", [0, 300], 1, { normal: [0, 24] }),
      number("temperature", "温度", "Temperature", "°C", [-20, 60], 0.5),
      flag("fan", "排风机运行", "Fan running", {
        visibility: "staff",
        purpose: "plant-operation",
        brick: "Fan_On_Off_Status",
      }),
    ],
    limits: [
      limit(
        "co",
        "carbonMonoxide",
        above(24),
        60,
        "P2",
        "车库一氧化碳超 30 mg/m³",
        "Garage carbon monoxide above 30 mg/m³",
        { source: "GBZ 2.1" },
      ),
      limit(
        "co-high",
        "carbonMonoxide",
        above(50),
        60,
        "P2",
        "车库一氧化碳危险",
        "Garage carbon monoxide dangerous",
      ),
    ],
  }),

  kind("irrigation", "灌溉与墒情", "Irrigation", {
    ...open,
    symbol: "garden",
    activity: whenTrue("valveOpen"),
    brick: "Irrigation_Equipment",
    priority: "P4",
    party: "PM-GREEN",
    every: 1800,
    points: [
      number("moisture", "土壤含水率", "Soil moisture", "%", [0, 100], 0.1, {
        brick: "Soil_Moisture_Sensor",
        normal: [15, 45],
      }),
      number("temperature", "土温", "Soil temperature", "°C", [-30, 60], 0.1, {
        brick: "Soil_Temperature_Sensor",
      }),
      flag("valveOpen", "阀门开启", "Valve open", { purpose: "plant-operation", brick: "Valve_Status" }),
      number("volume", "累计用水", "Water used", "m³", [0, 99_999], 0.01, {
        purpose: "plant-operation",
        brick: "Water_Usage_Sensor",
      }),
      number("excess", "流量超计划", "Flow above plan", "%", [-100, 200], 1, {
        visibility: "staff",
        brick: "Water_Flow_Sensor",
        normal: [-20, 20],
      }),
      battery,
      rssi,
    ],
    limits: [
      limit("excess", "excess", above(20), 0, "P4", "灌溉流量超计划 20%", "Irrigation flow 20 % above plan"),
      limit(
        "frost",
        "temperature",
        below(-3),
        3600,
        "P4",
        "土壤冰冻，须泄水",
        "Soil frozen, drain the pipes",
      ),
      ...batteryLimits,
    ],
  }),

  kind("pond", "水景", "Pond", {
    ...open,
    symbol: "garden",
    activity: inState("pump", 0, 3, 0),
    brick: "Water_Feature",
    lifeSafety: true,
    priority: "P3",
    party: "PM-GREEN",
    every: 900,
    points: [
      number("levelOffset", "水位偏差", "Level off its mark", "m", [-2, 2], 0.01, {
        brick: "Water_Level_Sensor",
        normal: [-0.2, 0.2],
      }),
      number("turbidity", "浊度", "Turbidity", "NTU", [0, 200], 0.1, {
        brick: "Turbidity_Sensor",
        normal: [0, 30],
      }),
      number("oxygen", "溶解氧", "Dissolved oxygen", "mg/L", [0, 20], 0.1, {
        brick: "Dissolved_Oxygen_Sensor",
        normal: [2, 15],
      }),
      number("temperature", "水温", "Water temperature", "°C", [-5, 45], 0.1, {
        brick: "Water_Temperature_Sensor",
      }),
      choice("pump", "循环泵", "Pump", ["stopped", "running", "fault"], {
        brick: "Start_Stop_Status",
        purpose: "plant-operation",
      }),
      flag("childNear", "儿童落水危险区", "Child in the danger zone", {
        visibility: "staff",
        purpose: "life-safety",
        retention: "safety",
        brick: "Alarm_Status",
        every: 60,
      }),
    ],
    limits: [
      limit("oxygen", "oxygen", below(2), 900, "P3", "溶解氧过低", "Dissolved oxygen low"),
      limit("level", "levelOffset", outside(-0.2, 0.2), 900, "P3", "水位异常", "Water level wrong"),
      limit(
        "child",
        "childNear",
        is(1),
        0,
        "P1",
        "儿童进入落水危险区",
        "Child in the danger zone of the pond",
        { party: "PM-SEC" },
      ),
    ],
  }),
];
