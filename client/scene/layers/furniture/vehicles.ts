import { chance } from "../../chance.ts";
import type { ThingWriter } from "./thing-writer.ts";
import { coat, Stuff } from "./thing-writer.ts";

const paints = [
  0xf2f2ef, 0xe9e9e6, 0xd7d9da, 0x9aa0a5, 0x6d7378, 0x2b2f34, 0x1f2226, 0x2f4c6e, 0x8c2f2b, 0x3c5a4c,
  0xb9a98c,
];
const tyre = coat(0x1b1c1e);
const glass = coat(0x1c252c, Stuff.glass);

/** A parked car, 4.5 m: saloon, hatchback or van. */
export function car(writer: ThingWriter, index: number): void {
  const body = coat(paints[Math.floor(chance(index, 1) ** 1.3 * paints.length)] ?? 0xf2f2ef, Stuff.gloss);
  const kind = chance(index, 2);
  const tail = kind < 0.5 ? 1.55 : 2.1;
  const roof = kind < 0.82 ? 1.45 : 1.68;
  writer.profile(
    [
      [-2.2, 0.32],
      [2.2, 0.32],
      [2.24, 0.72],
      [2.1, 0.92],
      [-0.95, 0.96],
      [-2.08, 0.82],
      [-2.25, 0.62],
    ],
    1.78,
    body,
  );
  writer.profile(
    [
      [-1.05, 0.93],
      [tail, 0.9],
      [tail - 0.42, roof - 0.06],
      [-0.3, roof - 0.06],
    ],
    1.6,
    glass,
  );
  writer.profile(
    [
      [-0.42, roof - 0.09],
      [tail - 0.36, roof - 0.09],
      [tail - 0.52, roof],
      [-0.26, roof],
    ],
    1.52,
    body,
  );
  for (const z of [-1.38, 1.4]) for (const x of [-0.82, 0.82]) writer.box(x, 0, z, 0.24, 0.62, 0.62, tyre);
  writer.box(0, 0.6, -2.24, 1.4, 0.12, 0.04, coat(0xf4f1e4, Stuff.gloss));
  writer.box(0, 0.7, 2.24, 1.5, 0.12, 0.04, coat(0x7c1d1a, Stuff.gloss));
}

/** A roof on slim posts with bicycles under it, 8 m long. */
export function bicycleShelter(writer: ThingWriter, index: number): void {
  const steel = coat(0x6d7478);
  writer.profile(
    [
      [-1.5, 2.35],
      [1.5, 2.15],
      [1.5, 2.23],
      [-1.5, 2.43],
    ],
    8,
    coat(0x9fb4bc, Stuff.gloss),
  );
  for (let i = 0; i < 5; i++) writer.drum(-3.8 + i * 1.9, 0, 1.2, 0.05, 2.2, 5, steel);
  for (let i = 0; i < 12; i++) {
    if (chance(index * 31 + i, 3) < 0.25) continue;
    const hue =
      [0x2f6fa3, 0xd0a83a, 0x3b3f44, 0xa53f36, 0x4a7d5c][Math.floor(chance(index + i, 4) * 5)] ?? 0x3b3f44;
    const x = -3.5 + i * 0.62;
    writer.box(x, 0.42, 0, 0.12, 0.3, 1.1, coat(hue, Stuff.gloss));
    for (const z of [-0.52, 0.52]) writer.box(x, 0.05, z, 0.06, 0.58, 0.58, tyre);
    writer.box(x, 0.8, -0.35, 0.46, 0.06, 0.08, tyre);
  }
}
