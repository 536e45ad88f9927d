import type { PropertyId } from "../ids.ts";
import type { DeviceKind, Limit, LimitCondition } from "./kind.ts";

/** Whether a value is beyond a limit: at the limit is beyond it (GB thresholds read "not less than"). */
export function isBeyond(condition: LimitCondition, value: number): boolean {
  switch (condition.when) {
    case "above":
      return value >= condition.value;
    case "below":
      return value < condition.value;
    case "outside":
      return value < condition.low || value > condition.high;
    case "is":
      return value === condition.value;
  }
}

/** Whether a value that was beyond a limit still counts as beyond: it ends only a deadband within it. */
export function isStillBeyond({ condition, deadband = 0 }: Limit, value: number): boolean {
  switch (condition.when) {
    case "above":
      return value >= condition.value - deadband;
    case "below":
      return value < condition.value + deadband;
    case "outside":
      return value < condition.low + deadband || value > condition.high - deadband;
    case "is":
      return value === condition.value;
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
