import { chance } from "../../chance.ts";
import type { ThingWriter } from "./thing-writer.ts";
import { coat, Stuff } from "./thing-writer.ts";

const wood = coat(0x9a6f45);
const steel = coat(0x5f666b);
const stone = coat(0xb4ab9b);

export function bench(writer: ThingWriter): void {
  writer.box(0, 0.4, 0, 1.8, 0.07, 0.46, wood);
  writer.box(0, 0.52, 0.24, 1.8, 0.34, 0.06, wood);
  for (const x of [-0.7, 0.7]) writer.box(x, 0, 0, 0.09, 0.42, 0.44, steel);
}

export function bin(writer: ThingWriter): void {
  writer.box(-0.24, 0.12, 0, 0.42, 0.8, 0.42, coat(0x4f7a5a));
  writer.box(0.24, 0.12, 0, 0.42, 0.8, 0.42, coat(0x4b6b8c));
  writer.box(0, 0.95, 0, 1, 0.06, 0.5, steel);
}

export const bollard = (writer: ThingWriter): void => writer.drum(0, 0, 0, 0.09, 0.9, 6, steel);

/** A lamp post of 6 m with an arm; its head faces where it stands towards. */
export function lampPost(writer: ThingWriter): void {
  writer.drum(0, 0, 0, 0.16, 0.5, 6, steel);
  writer.drum(0, 0.5, 0, 0.075, 5.3, 5, steel, 0.7);
  writer.box(0, 5.72, -0.5, 0.07, 0.07, 1.1, steel);
  writer.box(0, 5.62, -1.05, 0.34, 0.12, 0.7, coat(0xfff0d2, Stuff.glow));
  writer.box(0, 5.74, -1.05, 0.38, 0.06, 0.74, steel);
}

/** A fence of so many metres along its heading: base, posts and a rail of bars seen as one thin sheet. */
export function fence(writer: ThingWriter, lengthM: number): void {
  const paint = coat(0x4d5458);
  writer.box(0, 0, 0, 0.3, 0.4, lengthM, stone);
  writer.box(0, 1.72, 0, 0.06, 0.06, lengthM, paint);
  writer.box(0, 0.5, 0, 0.06, 0.06, lengthM, paint);
  const posts = Math.max(1, Math.round(lengthM / 3.2));
  for (let i = 0; i <= posts; i++) writer.box(0, 0, (i / posts - 0.5) * lengthM, 0.34, 1.95, 0.34, stone);
  const bars = Math.round(lengthM / 0.42);
  for (let i = 0; i < bars; i++)
    writer.box(0, 0.5, ((i + 0.5) / bars - 0.5) * lengthM, 0.035, 1.24, 0.035, paint);
}

export const hedge = (writer: ThingWriter, lengthM: number): void =>
  writer.box(0, 0, 0, 0.95, 0.95, lengthM, coat(0x55703a, Stuff.leaf));

/** A small house at a gate, with a barrier beside it. */
export function gatehouse(writer: ThingWriter): void {
  writer.box(0, 0, 0, 3.4, 0.3, 4.4, stone);
  writer.box(0, 0.3, 0, 3, 2.3, 4, coat(0x26323a, Stuff.glow));
  for (const [x, z] of [
    [-1.5, -2],
    [1.5, -2],
    [-1.5, 2],
    [1.5, 2],
  ] as const)
    writer.box(x, 0.3, z, 0.22, 2.5, 0.22, coat(0xe6e0d4));
  writer.box(0, 2.75, 0, 4.6, 0.3, 5.6, coat(0xe6e0d4));
  writer.box(0, 3.05, 0, 4.2, 0.12, 5.2, coat(0x8a5a3c));
}

/** A six-sided pavilion with a pointed roof. */
export function pavilion(writer: ThingWriter): void {
  writer.drum(0, 0, 0, 3.4, 0.35, 6, stone);
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * 2 * Math.PI + 0.52;
    writer.drum(Math.cos(a) * 2.7, 0.35, Math.sin(a) * 2.7, 0.14, 2.7, 6, coat(0x7d3b2a));
  }
  writer.drum(0, 3.05, 0, 3.1, 0.2, 6, coat(0x6a4a35));
  writer.drum(0, 3.2, 0, 4, 1.7, 6, coat(0x56606a), 0.06);
  writer.drum(0, 4.85, 0, 0.2, 0.5, 6, coat(0xb98a4a));
}

/** Slide, swing and a climbing frame, about 9 × 6 m. */
export function playgroundThings(writer: ThingWriter, index: number): void {
  const red = coat(0xc8503c, Stuff.gloss);
  const yellow = coat(0xe3b23c, Stuff.gloss);
  const blue = coat(0x3d7ea6, Stuff.gloss);
  for (const [x, z] of [
    [-3.4, -1],
    [-2, -1],
    [-3.4, 0.4],
    [-2, 0.4],
  ] as const)
    writer.box(x, 0, z, 0.14, 3, 0.14, yellow);
  writer.box(-2.7, 1.5, -0.3, 1.6, 0.12, 1.6, wood);
  writer.drum(-2.7, 2.9, -0.3, 1.3, 1.1, 4, index % 2 === 0 ? red : blue, 0.05);
  writer.profile(
    [
      [0.5, 1.5],
      [0.6, 1.4],
      [3.2, 0.15],
      [3.7, 0.15],
      [3.7, 0.25],
      [3.2, 0.3],
      [0.7, 1.62],
    ],
    0.7,
    blue,
    -2.7,
  );
  for (const x of [0.4, 3.6]) {
    writer.profile(
      [
        [-0.9, 0],
        [-0.78, 0],
        [0, 2.5],
        [0.78, 0],
        [0.9, 0],
        [0.05, 2.6],
        [-0.05, 2.6],
      ],
      0.1,
      red,
      x,
    );
  }
  writer.box(2, 2.5, 0, 3.4, 0.12, 0.12, red);
  for (const x of [1.3, 2.7]) {
    writer.box(x, 0.55, chance(index, x) * 0.3, 0.5, 0.06, 0.24, coat(0x2b2d30));
    for (const side of [-0.2, 0.2]) writer.box(x + side, 0.6, 0, 0.03, 1.9, 0.03, steel);
  }
}

/** A ramp down to the garage under a light roof, 7 × 16 m, open to the north. */
export function garageRamp(writer: ThingWriter): void {
  const wall = coat(0xc9c1b2);
  writer.face(
    [
      [-3, 0.04, -8],
      [-3, 0.04, 8],
      [3, 0.04, 8],
      [3, 0.04, -8],
    ],
    coat(0x3a3d40),
  );
  for (const x of [-3.3, 3.3]) writer.box(x, 0, 0, 0.4, 1, 16, wall);
  writer.box(0, 0, 8, 7, 2.8, 0.4, wall);
  for (let i = 0; i < 5; i++)
    for (const x of [-3.3, 3.3]) writer.box(x, 1, -6 + i * 3.4, 0.16, 1.9, 0.16, steel);
  writer.profile(
    [
      [-7.5, 2.9],
      [8.2, 2.9],
      [8.2, 3.05],
      [-7.5, 3.05],
    ],
    7.4,
    coat(0x8fa6af, Stuff.gloss),
  );
}
