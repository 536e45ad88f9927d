/** Everything the light of a moment is made of. Colours are linear RGB. */
export interface Daylight {
  readonly zenith: Rgb;
  readonly middle: Rgb;
  readonly horizon: Rgb;
  /** Around the sun. */
  readonly glow: Rgb;
  readonly key: Rgb;
  readonly keyIntensity: number;
  readonly skyFill: Rgb;
  readonly groundFill: Rgb;
  readonly fillIntensity: number;
  readonly exposure: number;
  /** Share of the filmic curve over the neutral one. */
  readonly filmic: number;
  /** 0 by day, 1 when lamps and windows are what one sees by. */
  readonly lamps: number;
  /** 1 / metres. */
  readonly haze: number;
}
export type Rgb = readonly [red: number, green: number, blue: number];

interface Key extends Daylight {
  readonly sunDeg: number;
}

const linear = (hex: number): Rgb => {
  const channel = (shift: number): number => {
    const value = ((hex >> shift) & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(16), channel(8), channel(0)];
};

/** The look of the sky at some heights of the sun, hand-made; what lies between is blended. */
const keys: readonly Key[] = [
  {
    sunDeg: -14,
    zenith: linear(0x050a17),
    middle: linear(0x0e1a33),
    horizon: linear(0x323d58),
    glow: linear(0x16243c),
    key: linear(0x9db4e6),
    keyIntensity: 0.85,
    skyFill: linear(0x5a74a6),
    groundFill: linear(0x2a2a30),
    fillIntensity: 0.62,
    exposure: 1.3,
    filmic: 1,
    lamps: 1,
    haze: 0.00058,
  },
  {
    sunDeg: -7,
    zenith: linear(0x16294f),
    middle: linear(0x34507f),
    horizon: linear(0x9f8390),
    glow: linear(0xd07a4c),
    key: linear(0x9fb2de),
    keyIntensity: 0.5,
    skyFill: linear(0x7088b8),
    groundFill: linear(0x3a3638),
    fillIntensity: 0.95,
    exposure: 1.28,
    filmic: 1,
    lamps: 0.92,
    haze: 0.00042,
  },
  {
    sunDeg: -4,
    zenith: linear(0x25406f),
    middle: linear(0x4c6799),
    horizon: linear(0xa58fa2),
    glow: linear(0xee8a50),
    key: linear(0xd8b0a8),
    keyIntensity: 0.02,
    skyFill: linear(0x7c95d2),
    groundFill: linear(0x3d3d48),
    fillIntensity: 1.0,
    exposure: 1.4,
    filmic: 0.85,
    lamps: 0.92,
    haze: 0.00036,
  },
  {
    sunDeg: -1.5,
    zenith: linear(0x3b5b92),
    middle: linear(0x6683b4),
    horizon: linear(0xb9a3ac),
    glow: linear(0xff9a5a),
    key: linear(0xffa869),
    keyIntensity: 0.02,
    skyFill: linear(0x8aa4e0),
    groundFill: linear(0x47454e),
    fillIntensity: 1.05,
    exposure: 1.36,
    filmic: 0.6,
    lamps: 0.9,
    haze: 0.0003,
  },
  {
    sunDeg: 1,
    zenith: linear(0x4469a6),
    middle: linear(0x809dc8),
    horizon: linear(0xd3b6ac),
    glow: linear(0xffa85f),
    key: linear(0xffae6c),
    keyIntensity: 1.32,
    skyFill: linear(0x96aee4),
    groundFill: linear(0x56525a),
    fillIntensity: 1.1,
    exposure: 1.3,
    filmic: 0.4,
    lamps: 0.6,
    haze: 0.00029,
  },
  {
    sunDeg: 4,
    zenith: linear(0x4d7fc0),
    middle: linear(0x9cb8d8),
    horizon: linear(0xe6cdb8),
    glow: linear(0xffb062),
    key: linear(0xffb978),
    keyIntensity: 4.2,
    skyFill: linear(0xa6bff0),
    groundFill: linear(0x7a7068),
    fillIntensity: 1.12,
    exposure: 1.3,
    filmic: 0.2,
    lamps: 0.3,
    haze: 0.00027,
  },
  {
    sunDeg: 14,
    zenith: linear(0x4a86cb),
    middle: linear(0x8fbbe4),
    horizon: linear(0xd3e0ea),
    glow: linear(0xffe0b0),
    key: linear(0xffdcae),
    keyIntensity: 4.9,
    skyFill: linear(0xbcd2f4),
    groundFill: linear(0x7d7664),
    fillIntensity: 0.62,
    exposure: 1.08,
    filmic: 0,
    lamps: 0,
    haze: 0.00025,
  },
  {
    sunDeg: 35,
    zenith: linear(0x4788d0),
    middle: linear(0x86b9e6),
    horizon: linear(0xc9deee),
    glow: linear(0xfff1d6),
    key: linear(0xfff0dc),
    keyIntensity: 4.7,
    skyFill: linear(0xc4dcff),
    groundFill: linear(0x7d7a64),
    fillIntensity: 0.62,
    exposure: 0.98,
    filmic: 0,
    lamps: 0,
    haze: 0.00023,
  },
];

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
const mixRgb = (a: Rgb, b: Rgb, t: number): Rgb => [
  mix(a[0], b[0], t),
  mix(a[1], b[1], t),
  mix(a[2], b[2], t),
];

/** The light when the sun stands so high (degrees above the horizon); continuous, so that time can be dragged. */
export function daylightAt(sunDeg: number): Daylight {
  const first = keys[0];
  if (!first) throw new Error("daylight has no keys");
  let below: Key = first;
  let above: Key = first;
  for (const key of keys) {
    above = key;
    if (key.sunDeg >= sunDeg) break;
    below = key;
  }
  const span = above.sunDeg - below.sunDeg;
  const t = span > 0 ? Math.min(1, Math.max(0, (sunDeg - below.sunDeg) / span)) : 0;
  const number = (pick: (key: Key) => number): number => mix(pick(below), pick(above), t);
  const colour = (pick: (key: Key) => Rgb): Rgb => mixRgb(pick(below), pick(above), t);
  return {
    zenith: colour((key) => key.zenith),
    middle: colour((key) => key.middle),
    horizon: colour((key) => key.horizon),
    glow: colour((key) => key.glow),
    key: colour((key) => key.key),
    keyIntensity: number((key) => key.keyIntensity),
    skyFill: colour((key) => key.skyFill),
    groundFill: colour((key) => key.groundFill),
    fillIntensity: number((key) => key.fillIntensity),
    exposure: number((key) => key.exposure),
    filmic: number((key) => key.filmic),
    lamps: number((key) => key.lamps),
    haze: number((key) => key.haze),
  };
}

/** The steady light of the control room's clay model: no hour, no weather, nothing to admire. */
export function studioLight(theme: "dark" | "light"): Daylight {
  const table = theme === "dark" ? 0.06 : 0.7;
  return {
    zenith: [table, table, table],
    middle: [table, table, table],
    horizon: [table, table, table],
    glow: [0, 0, 0],
    key: [1, 1, 1],
    keyIntensity: 3.2,
    skyFill: [1, 1, 1],
    groundFill: [0.5, 0.5, 0.5],
    fillIntensity: 0.9,
    exposure: 1.05,
    filmic: 0,
    lamps: 0,
    haze: 0.00055,
  };
}
