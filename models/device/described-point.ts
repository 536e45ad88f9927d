import { z } from "zod";
import { propertyId } from "../ids.ts";
import { text } from "../language/text.ts";
import type { Unit } from "../quantity.ts";
import { units } from "../quantity.ts";
import type { PointSpec } from "./kind.ts";

const pointSchema = z.strictObject({
  type: z.enum(["number", "boolean", "enum", "event"]).optional(),
  enum: z.array(z.string().min(1).max(64)).min(1).max(64).optional(),
  unit: z.enum(units).optional(),
  resolution: z.number().min(1e-6).max(1e6).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  periodS: z.number().min(0.1).max(31_536_000).optional(),
});
type DescribedPoint = z.output<typeof pointSchema>;

const maxPoints = 200;
export const pointsSchema = z
  .record(z.string().min(1).max(128), pointSchema)
  .refine((points) => Object.keys(points).length <= maxPoints, `at most ${maxPoints} points`);

/** Bounds that keep a whole multiple of the resolution within 32 bits on the wire. */
const widestCount = 1e9;
/** Without a stated period a point may be silent for three quarters of an hour before it counts as stale. */
const defaultPeriodS = 900;

/** Bounds that a unit implies when a description gives none. */
const boundsOfUnit: Partial<Record<Unit, readonly [min: number, max: number]>> = {
  "%": [0, 100],
  pH: [0, 14],
  PF: [-1, 1],
  "°C": [-100, 1000],
  ppm: [0, 1e6],
};

/**
 * A point nobody has classed: personal, kept as personal, with defaults for what the device did not say.
 * @returns a sentence when the parts contradict each other.
 */
export function describedPoint(property: string, given: DescribedPoint): PointSpec | string {
  const type = given.type ?? (given.enum ? "enum" : "number");
  if (type === "enum" && !given.enum) return "an enum needs its names in enum";
  if (type !== "enum" && given.enum) return `enum belongs to points of type enum, not ${type}`;
  const bounds = boundsOf(type, given);
  if (typeof bounds === "string") return bounds;
  let name;
  try {
    name = propertyId(property);
  } catch (error) {
    return error instanceof Error ? error.message : "not a property name";
  }
  return {
    property: name,
    name: text(property, property),
    type,
    unit: given.unit ?? (type === "number" || type === "event" ? "" : "state"),
    ...bounds,
    values: given.enum ?? [],
    periodS: given.periodS ?? defaultPeriodS,
    visibility: "personal",
    purpose: "information",
    retention: "personal",
    brick: "Point",
    normal: null,
    writable: false,
  };
}

function boundsOf(
  type: PointSpec["type"],
  given: DescribedPoint,
): Pick<PointSpec, "resolution" | "min" | "max"> | string {
  if (type === "enum") return { resolution: 1, min: 0, max: (given.enum?.length ?? 1) - 1 };
  if (type !== "number") return { resolution: 1, min: 0, max: 1 };
  const resolution = given.resolution ?? 0.01;
  const implied = boundsOfUnit[given.unit ?? ""] ?? [-1e6, 1e6];
  const min = given.min ?? Math.min(implied[0], given.max ?? implied[0]);
  const max = given.max ?? Math.max(implied[1], min);
  if (min > max) return `min ${min} is above max ${max}`;
  if (Math.max(Math.abs(min), Math.abs(max)) / resolution > widestCount) {
    return `a range of ${min} to ${max} in steps of ${resolution} has too many steps; give a coarser resolution or a narrower range`;
  }
  return { resolution, min, max };
}
