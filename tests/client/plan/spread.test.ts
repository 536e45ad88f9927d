import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openApartM, spreadInOpen, spreadWithin } from "../../../client/plan/devices/spread.ts";
import type { EastNorth } from "../../../models/community/community.ts";
import { footprintHolds } from "../../../models/community/geometry.ts";

const turned = (ring: readonly EastNorth[], by: number): EastNorth[] =>
  ring.map(([x, y]) => [x * Math.cos(by) - y * Math.sin(by), x * Math.sin(by) + y * Math.cos(by)]);
const slab: readonly EastNorth[] = [
  [0, 0],
  [54, 0],
  [54, 14],
  [0, 14],
];
const corner: readonly EastNorth[] = [
  [0, 0],
  [40, 0],
  [40, 12],
  [14, 12],
  [14, 30],
  [0, 30],
];
const pairs = (places: Float32Array): EastNorth[] =>
  Array.from({ length: places.length / 2 }, (_, i) => [places[i * 2]!, places[i * 2 + 1]!] as const);
function nearestM(all: readonly EastNorth[]): number {
  let nearest = Infinity;
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) nearest = Math.min(nearest, Math.hypot(a[0] - b[0], a[1] - b[1]));
  });
  return nearest;
}

describe("devices spread within walls", () => {
  it("each have a place of their own inside, as far apart as is said, however the walls are turned", () => {
    const wanted = fc.array(
      fc.tuple(fc.double({ min: 0, max: 54, noNaN: true }), fc.double({ min: 0, max: 14, noNaN: true })),
      {
        minLength: 1,
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(
        wanted,
        fc.constantFrom(slab, corner),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (at, ring, by) => {
          const walls = [turned(ring, by)];
          const { places, apartM } = spreadWithin(walls, turned(at, by));
          const all = pairs(places);
          expect(all.every((place) => footprintHolds(walls, place))).toBe(true);
          if (all.length > 1) expect(nearestM(all)).toBeGreaterThan(apartM * 0.99);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("use the room there is: three hundred of a slab stand more than a metre apart", () => {
    const { apartM } = spreadWithin(
      [slab],
      Array.from({ length: 300 }, (): EastNorth => [20, 7]),
    );
    expect(apartM).toBeGreaterThan(1.2);
  });

  it("stand near where they are: those of the west end west of those of the east end", () => {
    const at = Array.from({ length: 40 }, (_, i): EastNorth => [i < 20 ? 2 : 52, 7]);
    const all = pairs(spreadWithin([slab], at).places);
    const [west, east] = [all.slice(0, 20), all.slice(20)];
    expect(Math.max(...west.map(([x]) => x))).toBeLessThan(Math.min(...east.map(([x]) => x)));
  });

  it("come to an end in walls without any room", () => {
    const line: EastNorth[] = [
      [0, 0],
      [10, 0],
      [10, 1e-9],
    ];
    expect(
      spreadWithin(
        [line],
        [
          [1, 0],
          [2, 0],
        ],
      ).places,
    ).toHaveLength(4);
  });
});

describe("devices spread in the open", () => {
  it("stay where they are, unless another stands there: then beside it", () => {
    const at: EastNorth[] = [
      [0, 0],
      [0, 0],
      [0.2, 0],
      [9, 9],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    const all = pairs(spreadInOpen(at));
    expect([all[0], all[3]]).toEqual([at[0], at[3]]);
    expect(nearestM(all)).toBeGreaterThan(openApartM * 0.97);
    expect(Math.max(...all.filter((_, i) => i !== 3).map(([x, y]) => Math.hypot(x, y)))).toBeLessThan(
      openApartM * 3,
    );
  });
});
