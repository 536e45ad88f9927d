import { kindId, limitId, partyId, propertyId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import type { Activity, ActivityStep } from "../activity.ts";
import type { PartyCode } from "../parties.ts";
import type {
  DeviceKind,
  DeviceSymbol,
  Explains,
  Limit,
  LimitCondition,
  PointSpec,
  Priority,
} from "../kind.ts";
import { usualDeadband } from "./deadband.ts";
import { firmware, type Manner, type PointRow } from "./points.ts";

type LimitRow = (kind: string, manner: { readonly party: PartyCode }, points: readonly PointSpec[]) => Limit;

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
