import { ClampToEdgeWrapping, DataTexture, NearestFilter, RGBAFormat, SRGBColorSpace } from "three";
import type { Building } from "../../../../models/community/community.ts";
import { chance, seedOf } from "../../chance.ts";

/** Colours of a building as sRGB, in the order of `Paint`; and how its windows repeat. */
export interface Palette {
  readonly wall: number;
  readonly accent: number;
  readonly base: number;
  readonly trim: number;
  readonly railing: number;
  readonly roof: number;
  readonly metal: number;
  /** Width of a bay of windows, metres, up to 8. */
  readonly bayM: number;
  /** How much of a balcony's railing is glass, 0 … 1. */
  readonly glassRailing: number;
}

const house = { metal: 0x868c91, roof: 0x9b9a96, bayM: 3.2, glassRailing: 0.9 };

const byType: Readonly<Record<string, readonly Palette[]>> = {
  A: [
    { ...house, wall: 0xded5c6, accent: 0x6e5846, base: 0x8f8476, trim: 0xf0eadf, railing: 0x9fb1ba },
    { ...house, wall: 0xd8cdbd, accent: 0x5d4d42, base: 0x857a6e, trim: 0xeee7da, railing: 0x9fb1ba },
  ],
  B: [
    { ...house, wall: 0xd9c3a5, accent: 0x8c5138, base: 0x756a60, trim: 0xf1e8d9, railing: 0xa6b2b6 },
    { ...house, wall: 0xcfb999, accent: 0x7d4935, base: 0x6f655c, trim: 0xeee4d4, railing: 0xa6b2b6 },
  ],
  C1: [
    {
      ...house,
      wall: 0xe6e1d8,
      accent: 0xa88c6c,
      base: 0xa08d77,
      trim: 0xf6f3ec,
      railing: 0xe9e4da,
      glassRailing: 0.25,
    },
    {
      ...house,
      wall: 0xdfdbd3,
      accent: 0x93826e,
      base: 0x97866f,
      trim: 0xf4f1ea,
      railing: 0xe4dfd6,
      glassRailing: 0.25,
    },
  ],
  C2: [{ ...house, wall: 0xd4d7d6, accent: 0x53646e, base: 0x75787a, trim: 0xf2f3f2, railing: 0x9db0b9 }],
  D: [
    {
      ...house,
      wall: 0xab7159,
      accent: 0xe2d6c3,
      base: 0x64554b,
      trim: 0xf0e7d9,
      railing: 0xe8ddcc,
      glassRailing: 0.1,
    },
    {
      ...house,
      wall: 0x9d6650,
      accent: 0xddd0bd,
      base: 0x5f5149,
      trim: 0xeee4d6,
      railing: 0xe3d7c6,
      glassRailing: 0.1,
    },
    {
      ...house,
      wall: 0xb5816a,
      accent: 0xe6dac8,
      base: 0x6a5b50,
      trim: 0xf1e8da,
      railing: 0xe8ddcc,
      glassRailing: 0.1,
    },
  ],
  E: [
    {
      ...house,
      wall: 0xd6b080,
      accent: 0xf1e6d2,
      base: 0x7d6a58,
      trim: 0xf5ecdd,
      railing: 0xf0e6d6,
      glassRailing: 0,
      roof: 0xa0593f,
    },
    {
      ...house,
      wall: 0xcfa576,
      accent: 0xeee2ce,
      base: 0x786654,
      trim: 0xf3e9da,
      railing: 0xeee3d2,
      glassRailing: 0,
      roof: 0x9c553d,
    },
  ],
};

const publicPalettes: readonly Palette[] = [
  {
    ...house,
    wall: 0xe9e5dc,
    accent: 0xa97b4f,
    base: 0x8c8880,
    trim: 0xf3f1ec,
    railing: 0x9db0b9,
    roof: 0xa9a8a3,
  },
  {
    ...house,
    wall: 0xe3e6e6,
    accent: 0x4f8d8a,
    base: 0x84898b,
    trim: 0xf4f6f6,
    railing: 0x9db0b9,
    roof: 0xa6a9a9,
  },
  {
    ...house,
    wall: 0xd9cbb4,
    accent: 0x4a4c50,
    base: 0x7f766b,
    trim: 0xefe8dc,
    railing: 0x9db0b9,
    roof: 0x97948e,
  },
  {
    ...house,
    wall: 0xb7bbbd,
    accent: 0x4c5358,
    base: 0x707578,
    trim: 0xe6e8e9,
    railing: 0x9db0b9,
    roof: 0x8f9294,
  },
];

const kindergarten: Palette = {
  ...house,
  wall: 0xf3ecdc,
  accent: 0xf0b03f,
  base: 0x5fae9f,
  trim: 0xfffaf0,
  railing: 0xe4785a,
  roof: 0xc9c2b2,
  glassRailing: 0,
};

const anywhere: readonly Palette[] = [
  { ...house, wall: 0xd8d0c2, accent: 0x8d7a66, base: 0x8b8176, trim: 0xefe9de, railing: 0x9fb1ba },
  {
    ...house,
    wall: 0xc8b096,
    accent: 0x7c5a44,
    base: 0x766a5e,
    trim: 0xece3d5,
    railing: 0x9fb1ba,
    roof: 0x93837a,
  },
  {
    ...house,
    wall: 0xb57a5f,
    accent: 0xd8c9b4,
    base: 0x685a50,
    trim: 0xebe1d3,
    railing: 0x9fb1ba,
    roof: 0x8f7f76,
  },
  {
    ...house,
    wall: 0xc9ccca,
    accent: 0x5e6a72,
    base: 0x7b7f81,
    trim: 0xeff0ef,
    railing: 0x9fb1ba,
    roof: 0x8f9294,
  },
  { ...house, wall: 0xe5e0d6, accent: 0x9b8a74, base: 0x98897a, trim: 0xf5f2ec, railing: 0x9fb1ba },
  {
    ...house,
    wall: 0xbfae98,
    accent: 0x6b5f54,
    base: 0x776d62,
    trim: 0xe8e0d3,
    railing: 0x9fb1ba,
    roof: 0x8a8178,
  },
];

/** True of a house for small children, by its name in either language. */
export const isForChildren = (building: Building): boolean =>
  /kindergarten|nursery|幼儿园|托儿/iu.test(`${building.id} ${building.name.en} ${building.name["zh-CN"]}`);

export function paletteOf(building: Building): Palette {
  const pick = (from: readonly Palette[]): Palette => {
    const chosen = from[Math.floor(chance(seedOf(building.id), 1) * from.length)];
    if (!chosen) throw new Error("a list of palettes is empty");
    return chosen;
  };
  if (isForChildren(building)) return kindergarten;
  const own = byType[building.type];
  if (own) return pick(own);
  if (building.use === "public") return pick(publicPalettes);
  return pick(anywhere);
}

const texelsPerBuilding = 8;

/** One row per building, one texel per paint; the alpha of wall is bay / 8 m, of railing how glassy it is. */
export function styleTexture(palettes: readonly Palette[]): DataTexture {
  const rows = Math.max(1, palettes.length);
  const bytes = new Uint8Array(rows * texelsPerBuilding * 4);
  palettes.forEach((palette, row) => {
    const paints = [
      palette.wall,
      palette.accent,
      palette.base,
      palette.trim,
      palette.railing,
      palette.roof,
      palette.metal,
    ];
    paints.forEach((hex, slot) => {
      const at = (row * texelsPerBuilding + slot) * 4;
      bytes[at] = (hex >> 16) & 255;
      bytes[at + 1] = (hex >> 8) & 255;
      bytes[at + 2] = hex & 255;
      bytes[at + 3] = 255;
    });
    bytes[row * texelsPerBuilding * 4 + 3] = Math.round((palette.bayM / 8) * 255);
    bytes[(row * texelsPerBuilding + 4) * 4 + 3] = Math.round(palette.glassRailing * 255);
  });
  const texture = new DataTexture(bytes, texelsPerBuilding, rows, RGBAFormat);
  texture.colorSpace = SRGBColorSpace;
  texture.magFilter = texture.minFilter = NearestFilter;
  texture.wrapS = texture.wrapT = ClampToEdgeWrapping;
  texture.needsUpdate = true;
  return texture;
}
