import type { PropertyId } from "../ids.ts";

/** How far a device is at work: 0 idle (off, closed, free), then three steps up to 3 (on, open, full). */
export type ActivityStep = 0 | 1 | 2 | 3;

/** Which point tells it, and how: by the state it names, or by how much it measures, either way round zero. */
export type Activity =
  | { readonly by: "state"; readonly property: PropertyId; readonly steps: readonly ActivityStep[] }
  | {
      readonly by: "amount";
      readonly property: PropertyId;
      /** From these magnitudes on it is at step 1, 2, 3. */
      readonly from: readonly [number, number, number];
    };

/** The step of a value of the point: a measured number, 0 or 1 of a boolean, the ordinal of an enum. */
export function activityStep(activity: Activity, value: number): ActivityStep {
  if (activity.by === "state") return activity.steps[value] ?? 0;
  const magnitude = Math.abs(value);
  const [little, half, full] = activity.from;
  if (magnitude >= full) return 3;
  if (magnitude >= half) return 2;
  return magnitude >= little ? 1 : 0;
}
