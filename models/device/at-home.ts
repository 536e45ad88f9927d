import type { DeviceKind, PointSpec, Visibility } from "./kind.ts";

/**
 * Who may see a point of a device that stands in a home: staff what a device that guards life says for that end, and
 * of everything else nobody but the home; nothing in a home is for everybody. SPEC.md DV5.
 */
const visibilityAtHome = (
  kind: DeviceKind | undefined,
  { purpose, visibility }: Pick<PointSpec, "purpose" | "visibility">,
): Visibility =>
  kind?.lifeSafety === true && purpose === "life-safety" && visibility === "staff" ? "staff" : "personal";

/** The point as it is in a home; the same one where nothing changes, so that it travels by its name alone. */
export function asSeenAtHome(kind: DeviceKind | undefined, point: PointSpec): PointSpec {
  const visibility = visibilityAtHome(kind, point);
  return visibility === point.visibility ? point : { ...point, visibility };
}
