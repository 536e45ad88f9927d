import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BuildingPicker } from "../../../../client/scene/picking/building-picker.ts";
import { footprintHolds } from "../../../../models/community/geometry.ts";
import { anyBuilding, named, storeyAt, toPrism } from "../random-buildings.ts";
import { odd, rayFrom } from "./rays.ts";

const buildings = fc.array(anyBuilding(120), { minLength: 1, maxLength: 14 }).map(named);
const place = (reachM: number, lowM: number, highM: number) =>
  fc.tuple(odd(-reachM, reachM), odd(lowM, highM), odd(-reachM, reachM));

describe("the building under the pointer", () => {
  it("is the one whose faces the ray meets first, with the storey of that height", () => {
    let met = 0;
    let roofs = 0;
    fc.assert(
      fc.property(buildings, place(400, 9, 250), place(120, -5, 60), (all, eye, through) => {
        const here = [eye[0], -eye[2]] as const;
        // Nobody looks out of a wall: the camera stands outside.
        fc.pre(!all.some((b) => footprintHolds(b.footprint, here) && eye[1] < b.baseM + b.heightM));
        const ray = rayFrom(eye, through);
        const faces = all.map((building) => toPrism(ray, building));
        const nearest = Math.min(...faces.map(({ distanceM }) => distanceM));
        const hit = new BuildingPicker(all).pick(ray);
        if (nearest === Infinity) {
          expect(hit).toBeNull();
          return;
        }
        met += 1;
        expect(hit?.distanceM).toBeCloseTo(nearest, 6);
        const first = faces.findIndex(({ distanceM }) => distanceM === nearest);
        const alone = faces.filter(({ distanceM }) => distanceM < nearest + 1e-6).length === 1;
        if (!alone) return;
        expect(hit?.building).toBe(first);
        roofs += faces[first]!.roof ? 1 : 0;
        const y = ray.oy + ray.dy * nearest;
        const onJoint = storeyAt(all[first]!, y - 1e-6) !== storeyAt(all[first]!, y + 1e-6);
        if (!onJoint) expect(hit?.storey).toBe(faces[first]!.roof ? null : storeyAt(all[first]!, y));
      }),
      { numRuns: 800 },
    );
    // What was tried was not all sky, and not all walls.
    expect(met).toBeGreaterThan(100);
    expect(roofs).toBeGreaterThan(3);
  });

  it("is none where a building has no outline of its own", () => {
    const [building] = fc.sample(anyBuilding(1), 1);
    const picker = new BuildingPicker([{ ...building!, footprint: [] }]);
    expect(picker.pick(rayFrom([0, 50, 200], [0, 1, 0]))).toBeNull();
  });
});
