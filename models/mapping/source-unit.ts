import { units, type Unit } from "../quantity.ts";

/** Units that sources speak in and no point is kept in. */
const foreignUnits = [
  "mV",
  "kV",
  "mW",
  "MW",
  "Wh",
  "Wmin",
  "J",
  "MJ",
  "°F",
  "mbar",
  "psi",
  "µA",
  "min",
  "mL",
  "km/h",
] as const;
export const sourceUnits = [...units, ...foreignUnits] as const;
export type SourceUnit = Unit | (typeof foreignUnits)[number];

/** `value × factor + offset` in the first unit of the family. */
type Family = Partial<Record<SourceUnit, number | readonly [factor: number, offset: number]>>;

const families: readonly Family[] = [
  { W: 1, kW: 1000, mW: 0.001, MW: 1e6 },
  { kWh: 1, Wh: 0.001, Wmin: 1 / 60_000, MWh: 1000, J: 1 / 3.6e6, MJ: 1 / 3.6 },
  { V: 1, mV: 0.001, kV: 1000 },
  { A: 1, mA: 0.001, µA: 1e-6 },
  { "°C": 1, "°F": [5 / 9, -160 / 9] },
  { Pa: 1, hPa: 100, mbar: 100, kPa: 1000, bar: 1e5, MPa: 1e6, psi: 6894.757 },
  { m: 1, cm: 0.01, mm: 0.001 },
  { "m³": 1, L: 0.001, mL: 1e-6 },
  { "m³/h": 1, "L/h": 0.001, "L/s": 3.6 },
  { "mg/m³": 1, "µg/m³": 0.001 },
  { s: 1, ms: 0.001, min: 60, h: 3600 },
  { "m/s": 1, "km/h": 1 / 3.6 },
];

/** A straight line: `value × scale + offset`. */
export interface Line {
  readonly scale: number;
  readonly offset: number;
}

const lineOf = (family: Family, unit: SourceUnit): Line | null => {
  const given = family[unit];
  if (given === undefined) return null;
  return typeof given === "number" ? { scale: given, offset: 0 } : { scale: given[0], offset: given[1] };
};

/** How a number in one unit becomes one in another; null when the two measure different things. */
export function conversion(from: SourceUnit, to: SourceUnit): Line | null {
  if (from === to) return { scale: 1, offset: 0 };
  for (const family of families) {
    const [a, b] = [lineOf(family, from), lineOf(family, to)];
    if (a && b) return { scale: a.scale / b.scale, offset: (a.offset - b.offset) / b.scale };
  }
  return null;
}
