import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EastNorth } from "../../../models/community/community.ts";
import { isSimpleRing, signedArea } from "../../../models/community/geometry.ts";
import { soundRing } from "../../../models/formats/sound-ring.ts";

const ell: readonly EastNorth[] = [
  [0, 0],
  [20, 0],
  [20, 10],
  [10, 10],
  [10, 20],
  [0, 20],
];

describe("a ring made sound", () => {
  it("stays as it is when it is, wound as asked", () => {
    expect(soundRing(ell, "outer")).toEqual(ell);
    expect(soundRing(ell, "hole")).toEqual(ell.toReversed());
  });

  it("loses corners that repeat, and the smaller loop where it crosses itself; its shape stays", () => {
    expect(soundRing([ell[0]!, ...ell, ell[0]!], "outer")).toHaveLength(6);
    const bow: readonly EastNorth[] = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 4],
    ];
    const mended = soundRing(bow, "outer")!;
    expect(isSimpleRing(mended)).toBe(true);
    expect(signedArea(mended)).toBeGreaterThan(0);
    expect(mended).toContainEqual([10, 0]);
    expect(mended).not.toContainEqual([0, 4]);
  });

  it("is null when it has no area", () => {
    expect(soundRing([], "outer")).toBeNull();
    expect(soundRing([ell[0]!, ell[1]!], "outer")).toBeNull();
    expect(
      soundRing(
        [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
        "outer",
      ),
    ).toBeNull();
  });

  it("is simple and rightly wound, whatever was given", () => {
    const corner = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(corner, { maxLength: 14 }), fc.constantFrom("outer", "hole"), (ring, as) => {
        const mended = soundRing(ring, as);
        if (mended === null) return;
        expect(isSimpleRing(mended)).toBe(true);
        expect(signedArea(mended) > 0).toBe(as === "outer");
      }),
    );
  });
});
