/** Durations in words, in milliseconds. */
export const seconds = 1000;
export const minutes = 60 * seconds;
export const hours = 60 * minutes;
export const days = 24 * hours;

/**
 * Units a point may be measured in (UCUM-like, as printed). `""` is a count or a pure number, `"state"` an enum or boolean.
 */
export const units = [
  "",
  "state",
  "%",
  "°C",
  "K",
  "K/min",
  "dB/m",
  "dB",
  "ppm",
  "%LEL",
  "µg/m³",
  "mg/L",
  "mg/m³",
  "NTU",
  "pH",
  "UV",
  "V",
  "A",
  "mA",
  "Hz",
  "W",
  "kW",
  "kvar",
  "kVA",
  "kWh",
  "MWh",
  "kΩ",
  "pC",
  "PF",
  "m",
  "mm",
  "cm",
  "m³",
  "m³/h",
  "L/h",
  "L/s",
  "MPa",
  "bar",
  "hPa",
  "m/s",
  "mm/h",
  "°",
  "mg",
  "kg",
  "N",
  "lx",
  "W/m²",
  "Pa",
  "kPa",
  "L",
  "kvarh",
  "s",
  "ms",
  "h",
  "bpm",
  "fps",
  "kbit/s",
  "dBm",
  "persons",
] as const;
export type Unit = (typeof units)[number];

/** Digits after the point that a resolution is worth: 0.01 → 2, 5 → 0. */
export function decimalsOf(resolution: number): number {
  if (!(resolution > 0) || resolution >= 1) return 0;
  return Math.min(6, Math.ceil(-Math.log10(resolution) - 1e-9));
}

/** Nearest whole multiple of `resolution`, as the count of multiples (the number that travels on the wire). */
export const quantise = (value: number, resolution: number): number => Math.round(value / resolution);

/** The value of a count of multiples, without the dust of binary fractions (3 × 0.1 = 0.3). */
export function dequantise(count: number, resolution: number): number {
  if (resolution >= 1) return count * resolution;
  return Number((count * resolution).toFixed(decimalsOf(resolution)));
}
