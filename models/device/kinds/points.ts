import { propertyId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import type { Unit } from "../../quantity.ts";
import type { PointSpec, PointType, Purpose, RetentionClass, Visibility } from "../kind.ts";

/** What a point takes from its kind unless it says otherwise. */
export interface Manner {
  /** Mean interval of reports, seconds. */
  readonly every: number;
  readonly visibility: Visibility;
  readonly purpose: Purpose;
  readonly retention: RetentionClass;
}

interface PointExtras extends Partial<Manner> {
  readonly brick?: string;
  readonly normal?: readonly [low: number, high: number];
  readonly writable?: true;
}

/** A point still without what its kind gives it. */
export type PointRow = (manner: Manner) => PointSpec;

function row(
  property: string,
  zh: string,
  en: string,
  shape: {
    type: PointType;
    unit: Unit;
    range: readonly [number, number];
    step: number;
    values?: readonly string[];
  },
  brick: string,
  extras: PointExtras,
): PointRow {
  return (manner) => ({
    property: propertyId(property),
    name: text(zh, en),
    type: shape.type,
    unit: shape.unit,
    resolution: shape.step,
    min: shape.range[0],
    max: shape.range[1],
    values: shape.values ?? [],
    periodS: extras.every ?? manner.every,
    visibility: extras.visibility ?? manner.visibility,
    purpose: extras.purpose ?? manner.purpose,
    retention: extras.retention ?? manner.retention,
    brick: extras.brick ?? brick,
    normal: extras.normal ? { low: extras.normal[0], high: extras.normal[1] } : null,
    writable: extras.writable ?? false,
  });
}

/** Brick classes of measured quantities, by unit; a point names its own where this is not telling enough. */
const brickOfUnit: Partial<Record<Unit, string>> = {
  "°C": "Temperature_Sensor",
  kW: "Active_Power_Sensor",
  W: "Active_Power_Sensor",
  kvar: "Reactive_Power_Sensor",
  V: "Voltage_Sensor",
  A: "Current_Sensor",
  mA: "Current_Sensor",
  Hz: "Frequency_Sensor",
  kWh: "Energy_Sensor",
  MWh: "Energy_Sensor",
  MPa: "Pressure_Sensor",
  bar: "Pressure_Sensor",
  "m³/h": "Flow_Sensor",
  "L/h": "Flow_Sensor",
  ppm: "CO_Sensor",
};

/** A measured number: unit, range, smallest step worth telling. */
export const number = (
  property: string,
  zh: string,
  en: string,
  unit: Unit,
  range: readonly [min: number, max: number],
  step: number,
  extras: PointExtras = {},
): PointRow =>
  row(property, zh, en, { type: "number", unit, range, step }, brickOfUnit[unit] ?? "Sensor", extras);

/** A yes or no. */
export const flag = (property: string, zh: string, en: string, extras: PointExtras = {}): PointRow =>
  row(property, zh, en, { type: "boolean", unit: "state", range: [0, 1], step: 1 }, "Status", extras);

/** One of several named states; the ordinal is the place in the list, so states are only ever added at its end. */
export const choice = (
  property: string,
  zh: string,
  en: string,
  values: readonly string[],
  extras: PointExtras = {},
): PointRow => {
  const shape = { type: "enum", unit: "state", range: [0, values.length - 1], step: 1, values } as const;
  return row(property, zh, en, shape, "Status", extras);
};

/** Text, of which each occurrence counts: a plate, a fault, a clip. */
export const event = (property: string, zh: string, en: string, extras: PointExtras = {}): PointRow =>
  row(property, zh, en, { type: "event", unit: "", range: [0, 0], step: 1 }, "Event_Status", extras);

/** Charge of a wireless device's battery, with the limits all of them share. */
export const battery: PointRow = number("battery", "电池电量", "Battery", "%", [0, 100], 1, {
  every: 86_400,
  visibility: "staff",
  retention: "operational",
  brick: "Battery_Level_Sensor",
  normal: [20, 100],
});
/** Of a device that is a home's own, whose presence alone tells of the home. */
export const ownBattery: PointRow = (manner) => ({ ...battery(manner), visibility: "personal" });
export const rssi: PointRow = number("rssi", "信号强度", "Signal strength", "dBm", [-140, 0], 1, {
  every: 86_400,
  visibility: "staff",
  retention: "operational",
});
export const firmware = (visibility: Visibility): PointRow =>
  event("firmware", "固件版本", "Firmware", {
    every: 86_400,
    visibility,
    purpose: "information",
    retention: "operational",
  });
