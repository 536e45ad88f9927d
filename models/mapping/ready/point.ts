import { kindOf } from "../../device/catalogue.ts";
import { kindId } from "../../ids.ts";
import type { MappingRow, PointRow } from "../mapping-file.ts";
import { quantity } from "../quantities.ts";

type Extras = Partial<Omit<PointRow, "from" | "property">>;

/** A quantity as it stands in a message; `{n}` of the pointer may number it. */
export type ReadyPoint = (kind: string) => PointRow;

/** @param property name of a quantity, with places after it where the device has several: `power{n}`. */
export const of =
  (property: string, from: string, extras: Extras = {}): ReadyPoint =>
  (kind) => {
    if (isCatalogue(kind, property)) return { from, property, ...extras };
    const { type, unit, min, max, decimals, name } = quantity(property.replace(/-?\{\w+\}$/, ""));
    if (type === "boolean") return { from, property, name, type, ...extras };
    return { from, property, name, unit, min, max, decimals, ...extras };
  };

/** A point that is no common quantity: it says all of itself. */
export const own =
  (property: string, from: string, zh: string, en: string, extras: Extras): ReadyPoint =>
  () => ({ from, property, name: { "zh-CN": zh, en }, ...extras });

const isCatalogue = (kind: string, property: string): boolean =>
  kindOf(kindId(kind))?.points.some((point) => point.property === property) === true;

/** Battery and signal tell of upkeep, not of people: staff may see them. */
export const upkeep = { visibility: "staff" } as const;

export const row = (
  id: string,
  source: string,
  match: MappingRow["match"],
  kind: string,
  points: readonly ReadyPoint[],
  ignore: readonly string[],
): MappingRow => ({
  id,
  source,
  match,
  kind,
  points: points.map((point) => point(kind)),
  ignore: [...ignore],
});
