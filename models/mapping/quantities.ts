import { text, type Text } from "../language/text.ts";
import type { Unit } from "../quantity.ts";
import type { SourceUnit } from "./source-unit.ts";

/** A quantity that devices of many makes measure: how it is called here, and how sources call it. */
export interface Quantity {
  readonly property: string;
  readonly name: Text;
  readonly type: "number" | "boolean";
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  /** Last level of a pointer that means it, small letters. */
  readonly said: RegExp;
  /** Units that such a value may come in, likeliest first, each with the values that are possible in it. */
  readonly comesIn: readonly (readonly [unit: SourceUnit, min: number, max: number])[];
}

const measured = (
  property: string,
  zh: string,
  en: string,
  unit: Unit,
  [min, max]: readonly [number, number],
  decimals: number,
  said: RegExp,
  ...others: Quantity["comesIn"]
): Quantity => {
  const name = text(zh, en);
  const comesIn = [[unit, min, max] as const, ...others];
  return { property, name, type: "number", unit, min, max, decimals, said, comesIn };
};

const seen = (property: string, zh: string, en: string, said: RegExp): Quantity => ({
  ...measured(property, zh, en, "state", [0, 1], 0, said),
  type: "boolean",
});

/** The first that fits a name is meant. */
export const quantities: readonly Quantity[] = [
  measured("battery", "电池电量", "Battery", "%", [0, 100], 0, /^(?:battery|bat|battery_level|percent|soc)$/),
  measured("batteryVoltage", "电池电压", "Battery voltage", "V", [0, 20], 2, /^battery_?voltage$/, [
    "mV",
    0,
    20_000,
  ]),
  measured(
    "deviceTemperature",
    "设备内部温度",
    "Device temperature",
    "°C",
    [-40, 150],
    1,
    /^(?:device|internal|cpu|chip)_?temperature$/,
  ),
  measured("setpoint", "设定温度", "Setpoint", "°C", [0, 60], 1, /setpoint|^target(?:_t|_c|_temperature)?$/),
  measured(
    "temperature",
    "温度",
    "Temperature",
    "°C",
    [-60, 150],
    1,
    /temp(?:erature)?(?:_?c)?$|^(?:tc|tmp|t|current_c)$|temperature_c$/,
  ),
  measured("humidity", "相对湿度", "Relative humidity", "%", [0, 100], 1, /humidity$|^(?:hum|rh)$/),
  measured("co2", "二氧化碳", "CO2", "ppm", [0, 10_000], 0, /^(?:co2|eco2|carbon_?dioxide)$/),
  measured("carbonMonoxide", "一氧化碳", "Carbon monoxide", "ppm", [0, 1000], 0, /^(?:co|carbon_?monoxide)$/),
  measured("pm25", "PM2.5", "PM2.5", "µg/m³", [0, 1000], 0, /^pm_?2_?5$/),
  measured("pm10", "PM10", "PM10", "µg/m³", [0, 2000], 0, /^pm_?10$/),
  measured("voc", "挥发性有机物", "Volatile organic compounds", "ppm", [0, 10_000], 0, /^t?voc$/),
  measured("formaldehyde", "甲醛", "Formaldehyde", "mg/m³", [0, 100], 2, /^(?:formaldehyde?|hcho)$/),
  measured(
    "pressure",
    "气压",
    "Air pressure",
    "hPa",
    [300, 1200],
    1,
    /pressure$|^hpa$/,
    ["kPa", 30, 120],
    ["Pa", 30_000, 120_000],
  ),
  measured(
    "illuminance",
    "照度",
    "Illuminance",
    "lx",
    [0, 200_000],
    0,
    /illuminance(?:_lux)?$|^(?:lux|light|lx)$/,
  ),
  measured("noise", "噪声", "Noise", "dB", [0, 140], 1, /^(?:noise|sound|laeq|spl)$/),
  measured(
    "powerFactor",
    "功率因数",
    "Power factor",
    "PF",
    [-1, 1],
    2,
    /^(?:pf|power_?factor|cos_?phi)$|_pf$/,
  ),
  measured("frequency", "频率", "Frequency", "Hz", [0, 100], 2, /^freq(?:uency)?$|_freq$/),
  measured("returned", "上网电量", "Energy returned", "kWh", [0, 9_999_999], 2, /return/, ["Wh", 0, 1e9]),
  measured(
    "energy",
    "累计电量",
    "Energy used",
    "kWh",
    [0, 9_999_999],
    2,
    /energy$|^(?:kwh|total|consumption|total_act)$/,
    ["Wh", 0, 1e9],
  ),
  measured("power", "功率", "Power", "W", [-100_000, 100_000], 1, /power$|^(?:watt|watts|w|load)$/, [
    "kW",
    -1000,
    1000,
  ]),
  measured("voltage", "电压", "Voltage", "V", [0, 1000], 1, /voltage$|^(?:volt|u)$/, ["mV", 0, 1_000_000]),
  measured("current", "电流", "Current", "A", [0, 1000], 2, /current$|^(?:amp|amps|i)$/, [
    "mA",
    0,
    1_000_000,
  ]),
  measured(
    "position",
    "开度",
    "Position",
    "%",
    [0, 100],
    0,
    /position$|^(?:pos|current_pos|valve_position)$/,
  ),
  measured("dim", "亮度", "Brightness", "%", [0, 100], 0, /^(?:dim|brightness)$/),
  measured("volume", "累计用量", "Volume", "m³", [0, 9_999_999], 3, /^(?:volume|total_?m3|m3)$/, [
    "L",
    0,
    1e9,
  ]),
  measured("flow", "流量", "Flow", "m³/h", [0, 10_000], 3, /flow(?:_m3h)?$/, ["L/h", 0, 1e7]),
  measured(
    "level",
    "液位",
    "Level",
    "m",
    [-100, 100],
    2,
    /level$/,
    ["cm", -10_000, 10_000],
    ["mm", -1e5, 1e5],
  ),
  measured("distance", "距离", "Distance", "m", [0, 1000], 2, /distance$/, ["cm", 0, 1e5], ["mm", 0, 1e6]),
  measured("moisture", "含水率", "Moisture", "%", [0, 100], 1, /moisture$/),
  measured("windSpeed", "风速", "Wind speed", "m/s", [0, 100], 1, /wind_?speed$/, ["km/h", 0, 360]),
  measured("rain", "降雨强度", "Rain", "mm/h", [0, 500], 1, /rain(?:fall)?$/),
  measured("irradiance", "辐照度", "Irradiance", "W/m²", [0, 2000], 0, /irradiance$/),
  measured("tilt", "倾角", "Tilt", "°", [-180, 180], 0, /^(?:tilt|angle)(?:_[xyz])?$/),
  measured("signal", "信号强度", "Signal strength", "dBm", [-140, 0], 0, /^rssi$/),
  seen("open", "开启", "Open", /^(?:contact|open|door|window|window_open|opened)$/),
  seen("occupancy", "有人", "Occupied", /^(?:occupancy|occupied|motion|presence|pir)$/),
  seen("wet", "有水", "Wet", /leak|^(?:flood|wet)$/),
  seen("smoke", "烟雾报警", "Smoke alarm", /^smoke$/),
  seen("gas", "燃气报警", "Gas alarm", /^gas$/),
  seen("vibration", "振动", "Vibration", /^vibration$/),
  seen("tamper", "防拆报警", "Tampered", /^tamper$/),
  seen("batteryLow", "电池电量低", "Battery low", /^battery_?low$/),
  seen("on", "接通", "On", /^(?:state|ison|output|on|relay|switch|running|enabled?)$/),
];

const byProperty = new Map(quantities.map((quantity) => [quantity.property, quantity]));

/** A quantity by its name here. @throws when there is none. */
export function quantity(property: string): Quantity {
  const found = byProperty.get(property);
  if (found === undefined) throw new Error(`no quantity ${property}`);
  return found;
}
