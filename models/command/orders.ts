import type { PointSpec } from "../device/kind.ts";
import type { KindId, PropertyId } from "../ids.ts";
import type { RefusalReason } from "./command.ts";

/** What may be asked of a property: one of these words, or a number within the point's range. */
export type Order =
  | { readonly takes: "one-of"; readonly words: readonly string[] }
  | { readonly takes: "number" };

/** By kind and property. A state a device reports need not be one it can be asked for: nobody orders a fault. */
const orders: Readonly<Record<string, Readonly<Record<string, Order>>>> = {
  street_light: {
    state: { takes: "one-of", words: ["on", "off"] },
    dim: { takes: "number" },
  },
  vehicle_gate: { arm: { takes: "one-of", words: ["up", "down"] } },
  water_pump: { mode: { takes: "one-of", words: ["automatic", "off"] } },
};

/** Null when nothing may be asked of it. */
export function orderOf(kind: KindId, property: PropertyId): Order | null {
  const known = Object.hasOwn(orders, kind) ? orders[kind] : undefined;
  return known !== undefined && Object.hasOwn(known, property) ? (known[property] ?? null) : null;
}

export type Desired =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: RefusalReason };

/** What was asked as the number a reading of it would be, or why it may not be asked. */
export function desiredOf(kind: KindId, spec: PointSpec, value: number | string): Desired {
  const order = orderOf(kind, spec.property);
  if (order === null || !spec.writable) return { ok: false, reason: "not-settable" };
  if (order.takes === "number") {
    const fits = typeof value === "number" && value >= spec.min && value <= spec.max;
    return fits ? { ok: true, value } : { ok: false, reason: "bad-value" };
  }
  const ordinal = typeof value === "string" && order.words.includes(value) ? spec.values.indexOf(value) : -1;
  return ordinal < 0 ? { ok: false, reason: "bad-value" } : { ok: true, value: ordinal };
}

/** Whether a reading is what was asked, as finely as the point is read. */
export const isAsDesired = (spec: PointSpec, reading: number, desired: number): boolean =>
  Math.abs(reading - desired) <= spec.resolution / 2;
