import type { KindId, LimitId, PartyId, PropertyId } from "../ids.ts";
import type { Text } from "../language/text.ts";
import type { Unit } from "../quantity.ts";
import type { Activity } from "./activity.ts";

/** Who may see a point, at the coarsest: everybody, staff on duty, or the home it belongs to and nobody else. */
export const visibilities = ["public", "staff", "personal"] as const;
export type Visibility = (typeof visibilities)[number];

/** Why a point is collected at all (shown in the sensor register). */
export const purposes = [
  "life-safety",
  "security",
  "plant-operation",
  "energy-management",
  "metering",
  "environment",
  "care",
  "mobility",
  "cleaning",
  "information",
] as const;
export type Purpose = (typeof purposes)[number];

/** How long the history of a point is kept, by class; the lengths are settings of the recorder. */
export const retentionClasses = ["operational", "safety", "metering", "personal", "environment"] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** P1 life or property in danger now … P4 comfort and upkeep. */
export const priorities = ["P1", "P2", "P3", "P4"] as const;
export type Priority = (typeof priorities)[number];

/** What a point's value can be. Numbers, booleans and enums ride in frames; events are records. */
export type PointType = "number" | "boolean" | "enum" | "event";

export interface PointSpec {
  readonly property: PropertyId;
  readonly name: Text;
  readonly type: PointType;
  readonly unit: Unit;
  /** Smallest step worth telling; the wire carries whole multiples of it. 1 for booleans and enums. */
  readonly resolution: number;
  readonly min: number;
  readonly max: number;
  /** Names of the ordinals of an enum; empty otherwise. */
  readonly values: readonly string[];
  /** Mean interval of reports, seconds (kinds that report on change: their heartbeat). Silent for 3 of these = stale. */
  readonly periodS: number;
  readonly visibility: Visibility;
  readonly purpose: Purpose;
  readonly retention: RetentionClass;
  /** Brick class of the point, e.g. `Temperature_Sensor`. */
  readonly brick: string;
  /** The band a healthy reading lies in, where there is one. */
  readonly normal: { readonly low: number; readonly high: number } | null;
  /** True when a person with the duty may ask the device to change it. */
  readonly writable: boolean;
  /** Limits of this very point, set by an administrator, beside those of its kind. */
  readonly limits?: readonly Limit[];
}

/**
 * When a value counts as beyond its limit. `is` is a boolean (0/1) or an enum ordinal. What looks back over a stretch of
 * time looks at values somebody vouched for alone; the law of it is `models/alarm/rules/SPEC.md`.
 */
export type LimitCondition =
  | { readonly when: "above"; readonly value: number }
  | { readonly when: "below"; readonly value: number }
  | { readonly when: "outside"; readonly low: number; readonly high: number }
  | { readonly when: "is"; readonly value: number }
  /** Higher (lower) by so much than the lowest (highest) value of the last seconds. */
  | { readonly when: "rising" | "falling"; readonly by: number; readonly withinS: number }
  /** The mean over time of the last seconds. */
  | { readonly when: "mean-above" | "mean-below"; readonly value: number; readonly windowS: number }
  /** The same value for so long, though its device goes on telling it. */
  | { readonly when: "unchanged"; readonly forS: number }
  /** Stale: nobody hears the point any more; `of: "itself"`: and nothing else explains that. */
  | { readonly when: "silent"; readonly of?: "itself" }
  /** So together with others at the same place, as the compound rule of that name says. */
  | { readonly when: "together"; readonly rule: string };

/**
 * What the devices behind a cause have of it: their power, or their connection; `silence` explains that connections are
 * gone wherever they are.
 */
export type Explains = "fed" | "carried" | "silence";

export interface Limit {
  readonly id: LimitId;
  readonly property: PropertyId;
  readonly condition: LimitCondition;
  /** How far back within the limit a value must come before its alert ends; 0 without. */
  readonly deadband?: number;
  /** Seconds the condition must hold before it counts. */
  readonly onDelayS: number;
  /** Seconds a value must be back within before its alert ends; 0 without. */
  readonly offDelayS?: number;
  /** Only between these local hours [from, until) — may wrap midnight; null = always. */
  readonly hours: { readonly from: number; readonly until: number } | null;
  readonly priority: Priority;
  readonly party: PartyId;
  /** Whether staff are told of it although its point is a home's own: somebody has to come. */
  readonly tellsStaff: boolean;
  /** Whether its alarm stays after the value is back within, until a person has been there and resets it. */
  readonly latches?: true;
  /** While it is beyond, it explains the alarms of all devices it feeds, or carries. */
  readonly explains?: Explains;
  /** What becomes of its alarm when nobody acknowledges it in time. */
  readonly escalates?: { readonly toPriority: Priority; readonly afterS: number };
  readonly message: Text;
  /** Where the number comes from, e.g. `GB 50116`. */
  readonly source: string;
  /** True only when the official text was read. */
  readonly verified: boolean;
}

export const symbols = [
  "fire",
  "gas",
  "water",
  "electricity",
  "heat",
  "lift",
  "lighting",
  "environment",
  "access",
  "camera",
  "parking",
  "charging",
  "waste",
  "energy",
  "care",
  "network",
  "garden",
  "information",
] as const;
/** The family of a kind: one symbol each on map, plan and list. */
export type DeviceSymbol = (typeof symbols)[number];

export interface DeviceKind {
  readonly id: KindId;
  readonly name: Text;
  readonly symbol: DeviceSymbol;
  /** What its sign is filled by. */
  readonly activity: Activity;
  /** Brick equipment class. */
  readonly brick: string;
  readonly lifeSafety: boolean;
  readonly priority: Priority;
  /** First responsible party. */
  readonly party: PartyId;
  readonly points: readonly PointSpec[];
  readonly limits: readonly Limit[];
}
