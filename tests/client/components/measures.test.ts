import { describe, expect, it } from "vitest";
import { buildingMeasures } from "../../../client/components/building-measures.ts";
import { windowOf } from "../../../client/components/normal-bar.tsx";
import { bandText } from "../../../client/components/occupancy-bands.ts";
import { presetViews } from "../../../client/components/preset-views.ts";
import { usualView } from "../../../client/view/usual-view.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument, type Building } from "../../../models/community/community.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import { kindId } from "../../../models/ids.ts";
import { desks } from "../../../models/duty/duty.ts";

const community = communityDocument(xingheGarden());

describe("what a building measures", () => {
  const square = (sideM: number, atM = 0) =>
    [
      [atM, atM],
      [atM + sideM, atM],
      [atM + sideM, atM + sideM],
      [atM, atM + sideM],
    ] as const;
  const building = (part: Partial<Building>): Building => ({ ...community.buildings[0]!, ...part });

  it("is its footprint without the holes, times its storeys", () => {
    const measured = buildingMeasures(building({ footprint: [square(20), square(10, 5)], storeys: 3 }));
    expect(measured).toEqual({ footprintM2: 300, floorAreaM2: 900 });
  });

  it("is no floor area where storeys or footprint are not known", () => {
    expect(buildingMeasures(building({ footprint: [square(20)], storeys: null })).floorAreaM2).toBeNull();
    expect(buildingMeasures(building({ footprint: [], storeys: 3 })).floorAreaM2).toBeNull();
  });
});

describe("the window of a normal bar", () => {
  it("shows the whole normal range, and never beyond what can be measured", () => {
    for (const { points } of catalogue.values())
      for (const spec of points) {
        if (spec.normal === null) continue;
        const { low, high } = windowOf(spec, spec.normal);
        expect(low).toBeGreaterThanOrEqual(spec.min);
        expect(high).toBeLessThanOrEqual(spec.max);
        expect(low).toBeLessThanOrEqual(spec.normal.low);
        expect(high).toBeGreaterThanOrEqual(Math.min(spec.normal.high, spec.max));
      }
    expect(catalogue.has(kindId("lift"))).toBe(true);
  });
});

describe("bands of people", () => {
  it.each([
    [{ low: 0, high: 9 }, "<10"],
    [{ low: 20, high: 49 }, "20–49"],
    [{ low: 5000, high: null }, "5000+"],
  ])("%o reads %s", (band, text) => {
    expect(bandText(band)).toBe(text);
  });
});

describe("where a first look goes", () => {
  it.each(desks)("on the desk of the %s is the frame of the community", (desk) => {
    const view = usualView(community, desk);
    const { centre, radiusM } = community.frame;
    const away = Math.hypot(
      ...view.camera.target.map((metres, axis) => metres - (centre[axis] ?? Number.NaN)),
    );
    expect(away).toBeLessThan(radiusM / 8);
    expect(view.camera.distanceM).toBeGreaterThan(radiusM);
    expect(view.selection.kind).toBe("none");
    expect(view.clock.mode).toBe("live");
  });

  it("has further places where the community has them", () => {
    const { camera } = usualView(community, "presenter");
    const names = presetViews(community, camera).map(({ name }) => name);
    expect(names).toEqual([
      "open.overviewView",
      "open.topView",
      "open.streetView",
      "open.tallestView",
      "open.waterView",
    ]);
    const bare = { ...community, gates: [], water: [], buildings: [] };
    expect(presetViews(bare, camera)).toHaveLength(2);
  });
});
