import type { PointSpec } from "../device/kind.ts";
import { conversion } from "./source-unit.ts";
import type { Leaf } from "./leaves.ts";
import type { PointRow } from "./mapping-file.ts";

/** Turns a value of a source into one of a point, for the intake to judge: what does not fit comes out as it went in. */
export type Convert = (value: Leaf["value"]) => unknown;

type Meaning = Pick<PointRow, "words" | "scale" | "offset" | "fromUnit">;

/** @returns a sentence when the source's unit measures something else than the point's. */
export function converter(row: Meaning, { type, unit }: Pick<PointSpec, "type" | "unit">): Convert | string {
  const words = row.words === undefined ? null : new Map(Object.entries(row.words));
  const said = (value: Leaf["value"]): unknown => words?.get(String(value)) ?? value;
  if (type !== "number") {
    const turned = row.scale ?? row.offset ?? row.fromUnit;
    if (turned !== undefined) return `scale, offset and fromUnit belong to numbers, not to a ${type}`;
    return said;
  }
  const line = conversion(row.fromUnit ?? unit, unit);
  if (line === null)
    return `${row.fromUnit ?? ""} cannot be turned into ${unit === "" ? "a number without unit" : unit}`;
  const scale = (row.scale ?? 1) * line.scale;
  const offset = (row.offset ?? 0) * line.scale + line.offset;
  const straight = scale === 1 && offset === 0;
  return (value) => {
    const number = said(value);
    if (typeof number !== "number" || straight) return number;
    return withoutDust(number * scale + offset);
  };
}

/** 230.1 × 0.001 without what binary fractions leave behind. */
const withoutDust = (value: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
