import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReplicaDevice } from "../../../../client/replica/replica-view.ts";
import { signReach } from "../../../../client/scene/layers/devices/sign-reach.ts";
import { smallReplica } from "../../components/small-replica.ts";

const kinds = ["camera", "hydrant", "env_station"] as const;
const grades = [
  [64, 1500],
  [30, 480],
  [13, 240],
] as const;

function devicesOf(chosen: readonly number[]): readonly ReplicaDevice[] {
  return smallReplica(chosen.map((kind, i) => ({ id: `d-${i}`, kind: kinds[kind % 3]! }))).devices.get();
}

describe("signs on a stage", () => {
  it("stand apart the further they are seen from, and each is seen from near", () => {
    const metre = fc.double({ min: -200, max: 200, noNaN: true });
    const crowd = fc.array(fc.tuple(fc.nat(2), metre, metre, fc.double({ min: 0, max: 60, noNaN: true })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(crowd, (rows) => {
        const devices = devicesOf(rows.map(([kind]) => kind));
        const places = Float32Array.from(rows.flatMap(([, x, z, y]) => [x, y, z]));
        const reaches = signReach(devices, places, () => false);
        const awayM = (a: number, b: number) =>
          Math.hypot(...[0, 1, 2].map((axis) => places[a * 3 + axis]! - places[b * 3 + axis]!));
        for (const [apartM, reachM] of grades)
          for (let a = 0; a < rows.length; a++)
            for (let b = 0; b < a; b++)
              if (reaches[a]! >= reachM && reaches[b]! >= reachM)
                expect(awayM(a, b)).toBeGreaterThanOrEqual(apartM - 1e-3);
        expect(Math.min(...reaches)).toBeGreaterThan(0);
      }),
    );
  });

  it("give way to rarer kinds, and are none for what is seen itself or has no place", () => {
    const devices = devicesOf([0, 0, 0, 1, 0]);
    const places = Float32Array.of(0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, Number.NaN, 0, 0);
    const reaches = signReach(devices, places, (index) => index === 1);
    expect(reaches[3]).toBe(1500);
    expect([reaches[1], reaches[4]]).toEqual([0, 0]);
    expect(Math.max(reaches[0]!, reaches[2]!)).toBeLessThan(240);
  });
});
