/** Kinds of tree as the eye tells them apart. */
export const species = ["evergreen", "plane", "ginkgo", "cedar", "maple", "shrub"] as const;
export type Species = (typeof species)[number];

export interface Foliage {
  /** Linear RGB. */
  readonly colour: readonly [number, number, number];
  /** 1 = full, towards 0 = bare twigs. */
  readonly density: number;
}

interface Month {
  readonly hex: number;
  readonly density: number;
}

const m = (hex: number, density = 1): Month => ({ hex, density });

/** Twelve months, January first, of the northern half of the earth; hand-made after gardens at 36° north. */
const years: Readonly<Record<Species, readonly Month[]>> = {
  evergreen: [
    m(0x4c6136),
    m(0x4c6136),
    m(0x55703a),
    m(0x658a40),
    m(0x5c843c),
    m(0x527a38),
    m(0x4d7235),
    m(0x4d7035),
    m(0x4f6e36),
    m(0x526c38),
    m(0x526838),
    m(0x4e6337),
  ],
  plane: [
    m(0x8a7c68, 0.34),
    m(0x8a7c68, 0.34),
    m(0x94905e, 0.45),
    m(0x8fae55, 0.8),
    m(0x6f9444),
    m(0x608a3e),
    m(0x58803a),
    m(0x597f3b),
    m(0x68853f),
    m(0x8a8442),
    m(0x93733f, 0.86),
    m(0x94704a, 0.5),
  ],
  ginkgo: [
    m(0x85796a, 0.32),
    m(0x85796a, 0.32),
    m(0x8f9160, 0.42),
    m(0x9cbb58, 0.8),
    m(0x7da04a),
    m(0x6b9342),
    m(0x648b40),
    m(0x678a40),
    m(0x879643),
    m(0xb9a244),
    m(0xc7a03c, 0.92),
    m(0xa98a52, 0.45),
  ],
  cedar: [
    m(0x3d5342),
    m(0x3d5342),
    m(0x42593f),
    m(0x496440),
    m(0x486640),
    m(0x43603e),
    m(0x405b3c),
    m(0x405a3c),
    m(0x405a3d),
    m(0x40583f),
    m(0x3f5641),
    m(0x3d5342),
  ],
  maple: [
    m(0x7f6c5e, 0.34),
    m(0x85705f, 0.34),
    m(0xc79aa0, 0.75),
    m(0xe0a8b4, 0.95),
    m(0x7f9446),
    m(0x66843f),
    m(0x5d7b3b),
    m(0x667b3b),
    m(0x8a6f3b),
    m(0x9a5a3a),
    m(0x94503b, 0.92),
    m(0x8a5a48, 0.45),
  ],
  shrub: [
    m(0x59653c),
    m(0x59653c),
    m(0x66763e),
    m(0x7b974a),
    m(0x6d8c43),
    m(0x61813d),
    m(0x5a7a3a),
    m(0x5c793b),
    m(0x64783c),
    m(0x76703c),
    m(0x7a663c),
    m(0x66623c),
  ],
};

const linear = (byte: number): number => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Foliage on a day of the year (0 … 365), months blending into each other; south of the equator half a year later. */
export function foliageOf(kind: Species, dayOfYear: number, southern: boolean): Foliage {
  const at = (((dayOfYear / 365.25) * 12 - 0.5 + (southern ? 6 : 0)) % 12) + 12;
  const year = years[kind];
  const before = year[Math.floor(at) % 12] ?? m(0x608040);
  const after = year[Math.floor(at + 1) % 12] ?? before;
  const t = at - Math.floor(at);
  const channel = (shift: number): number => {
    const [a, b] = [linear((before.hex >> shift) & 255), linear((after.hex >> shift) & 255)];
    return a + (b - a) * t;
  };
  return {
    colour: [channel(16), channel(8), channel(0)],
    density: before.density + (after.density - before.density) * t,
  };
}

/** What the season does to grass, as a factor on its colour. */
export function grassTint(dayOfYear: number, southern: boolean): readonly [number, number, number] {
  const turned = southern ? dayOfYear + 182 : dayOfYear;
  const summer = 0.5 - 0.5 * Math.cos(((turned - 15) / 365.25) * 2 * Math.PI);
  return [1.22 - 0.24 * summer, 0.98 + 0.02 * summer, 0.86 + 0.12 * summer];
}

/** Day of the year of a moment, UTC: near enough for leaves. */
export function dayOfYear(atMs: number): number {
  const date = new Date(atMs);
  return (atMs - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000;
}
