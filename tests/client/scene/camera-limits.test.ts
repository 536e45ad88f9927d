import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groundHeightM, limited, limitsOf } from "../../../client/scene/camera/limits.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument } from "../../../models/community/community.ts";

const limits = limitsOf(communityDocument(xingheGarden()));
const metres = fc.double({ min: -1e5, max: 1e5, noNaN: true });

describe("where a camera may be", () => {
  it("keeps whatever is wished around the community, above its ground and neither too near nor too far", () => {
    const wishes = fc.record({
      target: fc.tuple(metres, metres, metres),
      distanceM: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      headingDeg: fc.double({ min: -1000, max: 1000, noNaN: true }),
      tiltDeg: fc.double({ min: -90, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(wishes, (wish) => {
        const { target, distanceM, headingDeg, tiltDeg } = limited(wish, limits);
        expect(Math.hypot(target[0] - limits.centre[0], target[1] - limits.centre[1])).toBeLessThanOrEqual(
          limits.roamM + 1e-6,
        );
        expect(distanceM).toBeGreaterThanOrEqual(limits.nearestM);
        expect(distanceM).toBeLessThanOrEqual(limits.farthestM);
        expect(headingDeg).toBeGreaterThanOrEqual(0);
        expect(headingDeg).toBeLessThanOrEqual(360);
        const eyeM = target[2] + distanceM * Math.sin((tiltDeg * Math.PI) / 180);
        expect(eyeM).toBeGreaterThan(limits.groundM);
      }),
    );
  });

  it("leaves a camera that keeps them alone", () => {
    const { centre, radiusM } = xingheGarden().frame;
    const camera = { target: centre, distanceM: radiusM * 1.5, headingDeg: 330, tiltDeg: 25 };
    expect(limited(camera, limits)).toEqual(camera);
  });

  it("lets one look at the valley in whose frame one stands, however high the hills around are built on", () => {
    const town = communityDocument(xingheGarden());
    const lowM = groundHeightM(town);
    const hills = town.buildings.map((building) => ({
      ...building,
      baseM: lowM + 150,
      footprint: building.footprint.map((ring) => ring.map(([e, n]) => [e + 5000, n] as const)),
    }));
    const more = hills.map((building) => ({ ...building, baseM: lowM + 90 }));
    const wide = { ...town, buildings: [...town.buildings, ...hills, ...more] };
    expect(groundHeightM(wide)).toBe(lowM);
    const { centre, radiusM } = town.frame;
    const camera = {
      target: [centre[0], centre[1], lowM] as const,
      distanceM: radiusM,
      headingDeg: 0,
      tiltDeg: 17,
    };
    expect(limited(camera, limitsOf(wide)).target).toEqual(camera.target);
  });
});
