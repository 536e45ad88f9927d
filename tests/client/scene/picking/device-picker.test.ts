import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesPerDevice, DeviceFlag } from "../../../../client/replica/replica-view.ts";
import {
  fadeToM,
  leastDoubtfulPx,
  leastPx,
  signPresence,
  signPx,
} from "../../../../client/scene/layers/devices/device-size.ts";
import { DevicePicker } from "../../../../client/scene/picking/device-picker.ts";
import type { Ray } from "../../../../client/scene/picking/ray.ts";
import { odd, rayFrom, type Point } from "./rays.ts";

interface Sign {
  readonly at: Point | null;
  readonly severity: number;
  readonly flags: number;
  readonly group: string | null;
}

const placesOf = (signs: readonly Sign[]): Float32Array =>
  Float32Array.from(signs.flatMap(({ at }) => at ?? [Number.NaN, Number.NaN, Number.NaN]));

function bytesOf(signs: readonly Sign[]): Uint8Array {
  const bytes = new Uint8Array(signs.length * bytesPerDevice);
  signs.forEach(({ severity, flags }, i) => bytes.set([0, severity, flags, 0], i * bytesPerDevice));
  return bytes;
}

const pick = (signs: readonly Sign[], ray: Ray, pixels: number, wallM: number, scale = 1): number =>
  new DevicePicker(placesOf(signs), (i) => signs[i]!.group).pick(ray, bytesOf(signs), pixels, wallM, scale);

/** The same on a stage, each sign drawn as far as its reach. */
const pickStaged = (signs: readonly Sign[], ray: Ray, reachM: number): number =>
  new DevicePicker(placesOf(signs), () => null, new Float32Array(signs.length).fill(reachM)).pick(
    ray,
    bytesOf(signs),
    1472,
    Infinity,
  );

const alone = (at: Point, severity: number, flags = 0): readonly Sign[] => [
  { at, severity, flags, group: null },
];

/** Every device tried by the rule: alerts before the rest, then the nearest, then the first. */
function tried(signs: readonly Sign[], ray: Ray, pixels: number, wallM: number, scale: number): number {
  const places = placesOf(signs);
  const hits = signs.flatMap(({ at, severity, flags }, i) => {
    if (at === null) return [];
    const [x, y, z] = [places[i * 3]! - ray.ox, places[i * 3 + 1]! - ray.oy, places[i * 3 + 2]! - ray.oz];
    const along = x * ray.dx + y * ray.dy + z * ray.dz;
    const off = Math.sqrt(Math.max(0, x * x + y * y + z * z - along * along));
    const hidden = along > wallM + 2.6 && severity < 3;
    if (along <= 0.5 || hidden || signPresence(severity, flags, along) < 0.05) return [];
    const reachPx = signPx(severity, flags, along, pixels, scale) / 2 + 3;
    return (off * pixels) / along <= reachPx ? [{ i, urgent: severity > 0, along }] : [];
  });
  return (
    hits.toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || a.along - b.along || a.i - b.i)[0]?.i ?? -1
  );
}

const sign: fc.Arbitrary<Sign> = fc.record({
  at: fc.option(fc.tuple(odd(-300, 300), odd(0, 90), odd(-300, 300)), { freq: 9 }),
  severity: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 })),
  flags: fc.oneof(fc.constant(0), fc.constantFrom(...Object.values(DeviceFlag))),
  group: fc.option(fc.constantFrom("A", "B", "C")),
});

describe("the device under the pointer", () => {
  it("is the one a loop over all devices finds, walls and sizes minded", () => {
    let met = 0;
    let walled = 0;
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 1, maxLength: 60 }),
        fc.tuple(odd(-500, 500), odd(2, 300), odd(-500, 500)),
        fc.record({ of: fc.nat(), offPx: fc.tuple(odd(-14, 14), odd(-14, 14)) }),
        fc.integer({ min: 300, max: 2200 }),
        fc.option(odd(5, 700)),
        fc.constantFrom(1, 1.5, 2),
        (signs, eye, aim, pixels, wall, scale) => {
          const aimed = signs[aim.of % signs.length]!.at ?? [0, 10, 0];
          const far = Math.hypot(aimed[0] - eye[0], aimed[1] - eye[1], aimed[2] - eye[2]) / pixels;
          const ray = rayFrom(eye, [aimed[0] + aim.offPx[0] * far, aimed[1] + aim.offPx[1] * far, aimed[2]]);
          const wallM = wall ?? Infinity;
          const expected = tried(signs, ray, pixels, wallM, scale);
          met += expected < 0 ? 0 : 1;
          walled += expected === tried(signs, ray, pixels, Infinity, scale) ? 0 : 1;
          expect(pick(signs, ray, pixels, wallM, scale)).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
    // Enough was met, and enough of it was hidden by the wall.
    expect(met).toBeGreaterThan(150);
    expect(walled).toBeGreaterThan(15);
  });

  const eye: Point = [0, 0, 0];
  const pixels = 1000;
  const ahead = (distanceM: number): Point => [0, 0, -distanceM];
  const pastPx = (px: number): Ray => rayFrom(eye, [px / pixels, 0, -1]);

  it.each([1, 2, 3, 4])(
    "is met far away within the pixels it is never drawn smaller than: severity %i",
    (severity) => {
      const reachPx = leastPx[severity]! / 2 + 3;
      const far = alone(ahead(4000), severity);
      expect(pick(far, pastPx(reachPx - 0.1), pixels, Infinity)).toBe(0);
      expect(pick(far, pastPx(reachPx + 0.1), pixels, Infinity)).toBe(-1);
      expect(pick(far, pastPx(reachPx + 0.1), pixels, Infinity, 2)).toBe(0);
    },
  );

  it("is met far away when its value is doubtful, and not when nothing is wrong with it", () => {
    const reachPx = leastDoubtfulPx / 2 + 3;
    const stale = alone(ahead(4000), 0, DeviceFlag.stale);
    expect(pick(stale, pastPx(reachPx - 0.1), pixels, Infinity)).toBe(0);
    expect(pick(stale, pastPx(reachPx + 0.1), pixels, Infinity)).toBe(-1);
    expect(pick(alone(ahead(fadeToM + 1), 0), pastPx(0), pixels, Infinity)).toBe(-1);
  });

  it("is not behind a wall, unless it is so urgent that it shows through", () => {
    for (const severity of [0, 1, 2]) {
      expect(pick(alone(ahead(100), severity), pastPx(0), pixels, 90)).toBe(-1);
      expect(pick(alone(ahead(100), severity), pastPx(0), pixels, 98)).toBe(0);
    }
    for (const severity of [3, 4]) expect(pick(alone(ahead(100), severity), pastPx(0), pixels, 90)).toBe(0);
  });

  it("is the urgent one of two, though it is further away; of two alike the nearer", () => {
    const two = (severity: number): readonly Sign[] => [
      ...alone(ahead(50), 0),
      ...alone(ahead(80), severity),
    ];
    expect(pick(two(1), pastPx(0), pixels, Infinity)).toBe(1);
    expect(pick(two(0), pastPx(0), pixels, Infinity)).toBe(0);
  });

  it("is never one that has no place", () => {
    expect(pick([{ at: null, severity: 4, flags: 0, group: "A" }], pastPx(0), pixels, Infinity)).toBe(-1);
  });

  it("on a stage is only one that is drawn there: within its own distance, however large", () => {
    const signs = alone([0, 0, -300], 0);
    const ray = rayFrom([0, 0, 0], [0, 0, -300]);
    expect(pickStaged(signs, ray, 480)).toBe(0);
    expect(pickStaged(signs, ray, 240)).toBe(-1);
    expect(pickStaged(signs, ray, 0)).toBe(-1);
    expect(pickStaged(alone([0, 0, -300], 0, DeviceFlag.stale), ray, 0)).toBe(0);
    expect(pickStaged(alone([0, 0, -300], 2), ray, 0)).toBe(0);
    const beside = rayFrom([0, 0, 0], [(10 / 1472) * 300, 0, -300]);
    expect([pickStaged(signs, beside, 480), pick(signs, beside, 1472, Infinity)]).toEqual([0, -1]);
  });
});
