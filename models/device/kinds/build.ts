import { kindId, limitId, partyId, propertyId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import type { Unit } from "../../quantity.ts";
import type { Activity, ActivityStep } from "../activity.ts";
import type { PartyCode } from "../parties.ts";
import type {
  DeviceKind,
  DeviceSymbol,
  Explains,
  Limit,
  LimitCondition,
  PointSpec,
  PointType,
  Priority,
  Purpose,
  RetentionClass,
  Visibility,
} from "../kind.ts";
import { usualDeadband } from "./deadband.ts";

/** What a point takes from its kind unless it says otherwise. */
interface Manner {
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
type PointRow = (manner: Manner) => PointSpec;
type LimitRow = (kind: string, manner: { readonly party: PartyCode }, points: readonly PointSpec[]) => Limit;

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
const firmware = (visibility: Visibility): PointRow =>
  event("firmware", "固件版本", "Firmware", {
    every: 86_400,
    visibility,
    purpose: "information",
    retention: "operational",
  });

export const above = (value: number): LimitCondition => ({ when: "above", value });
export const below = (value: number): LimitCondition => ({ when: "below", value });
export const outside = (low: number, high: number): LimitCondition => ({ when: "outside", low, high });
/** A boolean (0 or 1) or the ordinal of an enum. */
export const is = (value: number): LimitCondition => ({ when: "is", value });
export const rising = (by: number, withinS: number): LimitCondition => ({ when: "rising", by, withinS });
export const falling = (by: number, withinS: number): LimitCondition => ({ when: "falling", by, withinS });
export const meanAbove = (value: number, windowS: number): LimitCondition => ({
  when: "mean-above",
  value,
  windowS,
});
export const unchanged = (forS: number): LimitCondition => ({ when: "unchanged", forS });
/** With others at the same place, as that compound rule says. */
export const together = (rule: string): LimitCondition => ({ when: "together", rule });
export const silent: LimitCondition = { when: "silent" };

/** At work as the state says that the point names; one step for each of its names. */
export const inState = (property: string, ...steps: readonly ActivityStep[]): Activity => ({
  by: "state",
  property: propertyId(property),
  steps,
});
/** At work while the point says yes. */
export const whenTrue = (property: string): Activity => inState(property, 0, 3);
/** At work by so much, from three magnitudes on. */
export const byAmount = (property: string, little: number, half: number, full: number): Activity => ({
  by: "amount",
  property: propertyId(property),
  from: [little, half, full],
});

interface LimitExtras {
  /** Local hours [from, until). */
  readonly hours?: readonly [from: number, until: number];
  readonly party?: PartyCode;
  /** Tells staff of it although the point is personal. */
  readonly tellsStaff?: true;
  /** A person has to come and reset it. */
  readonly latches?: true;
  readonly explains?: Explains;
  /** Where the usual one does not fit. */
  readonly deadband?: number;
  readonly escalates?: Limit["escalates"];
  /** Trade practice unless a standard is named. */
  readonly source?: string;
}

/** Its alert ends once the value was back within for as long as it had to be beyond, at most for so long. */
const longestOffDelayS = 60;

/** A limit: name within its kind, property, condition, on-delay in seconds, priority, what it says. */
export const limit = (
  name: string,
  property: string,
  condition: LimitCondition,
  onDelayS: number,
  priority: Priority,
  zh: string,
  en: string,
  extras: LimitExtras = {},
): LimitRow => {
  return (kind, manner, points) => {
    const spec = points.find((point) => point.property === property);
    const usual = spec === undefined ? 0 : usualDeadband(spec, condition);
    const deadband = extras.deadband ?? usual;
    const offDelayS = Math.min(onDelayS, longestOffDelayS);
    return {
      id: limitId(`${kind}.${name}`),
      property: propertyId(property),
      condition,
      ...(deadband > 0 && { deadband }),
      onDelayS,
      ...(offDelayS > 0 && { offDelayS }),
      hours: extras.hours ? { from: extras.hours[0], until: extras.hours[1] } : null,
      priority,
      party: partyId(extras.party ?? manner.party),
      tellsStaff: extras.tellsStaff ?? false,
      ...(extras.latches && { latches: true }),
      ...(extras.explains && { explains: extras.explains }),
      ...(extras.escalates && { escalates: extras.escalates }),
      message: text(zh, en),
      source: extras.source ?? "trade practice",
      verified: false,
    };
  };
};

const batteryLimitsWith = (extras: LimitExtras): readonly LimitRow[] => [
  limit("battery-low", "battery", below(20), 0, "P4", "电池电量低", "Battery low", extras),
  limit("battery-empty", "battery", below(5), 0, "P3", "电池即将耗尽", "Battery nearly empty", extras),
];
export const batteryLimits = batteryLimitsWith({});
/** Of a device whose battery somebody has to come and change, although its points are a home's own. */
export const batteryLimitsForStaff = batteryLimitsWith({ tellsStaff: true });

/** Longer than a gateway takes to be known as silent, so that one cause comes before its many effects. */
const noAnswerAfterS = 120;

/**
 * That a device does not answer is an alarm of its own, at the point it tells most often: it says nothing of what the
 * device watches over. One whose every point is a home's own has none: staff would learn that the home has it.
 */
function noAnswer({ lifeSafety, mustAnswer, points: rows, ...manner }: KindRow): readonly LimitRow[] {
  if (lifeSafety !== true && mustAnswer !== true) return [];
  const told = rows
    .map((row) => row(manner))
    .filter(({ type, visibility }) => type !== "event" && visibility !== "personal")
    .toSorted((a, b) => a.periodS - b.periodS);
  const priority = lifeSafety === true ? "P3" : "P4";
  const silence = { when: "silent", of: "itself" } as const;
  return told
    .slice(0, 1)
    .map(({ property }) =>
      limit("no-answer", property, silence, noAnswerAfterS, priority, "设备无应答", "Does not answer"),
    );
}

interface KindRow extends Manner {
  readonly symbol: DeviceSymbol;
  readonly activity: Activity;
  readonly brick: string;
  readonly lifeSafety?: true;
  /** Somebody has to go and look when it does not answer any more; of what guards life that is so without saying. */
  readonly mustAnswer?: true;
  readonly priority: Priority;
  readonly party: PartyCode;
  readonly points: readonly PointRow[];
  readonly limits: readonly LimitRow[];
}

/**
 * A kind of device as one table: its manner, its points, its limits. Every kind also tells its firmware: to staff,
 * unless the device is a home's own.
 */
export function kind(id: string, zh: string, en: string, table: KindRow): DeviceKind {
  const rows = [...table.limits, ...noAnswer(table)];
  const points = [...table.points, firmware(table.visibility === "personal" ? "personal" : "staff")].map(
    (point) => point(table),
  );
  return {
    id: kindId(id),
    name: text(zh, en),
    symbol: table.symbol,
    activity: table.activity,
    brick: table.brick,
    lifeSafety: table.lifeSafety ?? false,
    priority: table.priority,
    party: partyId(table.party),
    points,
    limits: rows.map((row) => row(id, table, points)),
  };
}
