import type { PropertyId } from "../ids.ts";
import type { DeviceKind, Limit, LimitCondition } from "./kind.ts";

/**
 * Whether a measure is beyond a limit: at the limit is beyond it (GB thresholds read "not less than").
 * @param measure what the condition looks at: the value itself; how far it rose or fell, its mean, or the seconds it
 * has been the same (`models/alarm/rules/window.ts`). Of `silent` and `together` no measure tells.
 */
export function isBeyond(condition: LimitCondition, measure: number): boolean {
  return isBeyondBy(condition, measure, 0);
}

/** Whether a measure that was beyond a limit still counts as beyond: it ends only a deadband within it. */
export function isStillBeyond({ condition, deadband = 0 }: Limit, measure: number): boolean {
  return isBeyondBy(condition, measure, deadband);
}

function isBeyondBy(condition: LimitCondition, measure: number, deadband: number): boolean {
  switch (condition.when) {
    case "above":
    case "mean-above":
      return measure >= condition.value - deadband;
    case "below":
    case "mean-below":
      return measure < condition.value + deadband;
    case "outside":
      return measure < condition.low + deadband || measure > condition.high - deadband;
    case "is":
      return measure === condition.value;
    case "rising":
    case "falling":
      return measure >= condition.by - deadband;
    case "unchanged":
      return measure >= condition.forS;
    case "silent":
    case "together":
      return false;
  }
}

export const limitsOf = (kind: DeviceKind, property: PropertyId): readonly Limit[] =>
  kind.limits.filter((limit) => limit.property === property);

/** Whether a limit counts at this hour of the community's local day (0 ≤ hour < 24, fractions allowed). */
export function appliesAt(hours: Limit["hours"], localHour: number): boolean {
  if (hours === null) return true;
  return hours.from <= hours.until
    ? localHour >= hours.from && localHour < hours.until
    : localHour >= hours.from || localHour < hours.until;
}
