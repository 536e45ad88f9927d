import { describe, expect, it } from "vitest";
import { buildingMeasures } from "../../../../client/components/building-measures.ts";
import { byStoreys, byUse } from "../../../../client/desks/planner/building-shares.ts";
import { covers, siteCover } from "../../../../client/desks/planner/site-cover.ts";
import { xingheGarden } from "../../../../models/communities/index.ts";
import { communityDocument } from "../../../../models/community/community.ts";
import { rectangle } from "../../../../models/community/geometry.ts";

const garden = communityDocument(xingheGarden());
const nothing = { ...garden, buildings: [], water: [], roads: [], plazas: [], green: [] };

describe("the cover of a site", () => {
  it("shares out all of it, each spot once", () => {
    const shares = siteCover(garden) ?? [];
    expect(shares.map(({ cover }) => cover)).toEqual(covers);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    for (const { share } of shares) expect(share).toBeGreaterThanOrEqual(0);
  });

  it("counts what lies on top, and only within the site", () => {
    const extent = { min: [0, 0, 0], max: [100, 100, 0] } as const;
    const half = rectangle([25, 50], 50, 100);
    const shares = siteCover({
      ...nothing,
      extent,
      green: [{ id: "g", kind: "lawn", ring: rectangle([50, 50], 400, 400) }],
      water: [{ id: "w", kind: "pond", ring: half }],
    });
    const share = (cover: string) => shares?.find((each) => each.cover === cover)?.share;
    expect([share("water"), share("green"), share("rest")]).toEqual([0.5, 0.5, 0]);
  });

  it("says of the site's coverage what the footprints come to, their courts left open", () => {
    const extent = { min: [0, 0, 0], max: [130, 130, 0] } as const;
    const [first] = garden.buildings;
    const around = { ...first!, footprint: [rectangle([65, 65], 104, 104), rectangle([65, 65], 52, 52)] };
    const share = siteCover({ ...nothing, extent, buildings: [around] })?.[0]?.share;
    expect(share).toBeCloseTo((104 ** 2 - 52 ** 2) / 130 ** 2, 2);
    const siteM2 =
      (garden.extent.max[0] - garden.extent.min[0]) * (garden.extent.max[1] - garden.extent.min[1]);
    const builtM2 = garden.buildings.reduce((sum, each) => sum + buildingMeasures(each).footprintM2, 0);
    const built = siteCover(garden)?.find(({ cover }) => cover === "building")?.share;
    expect(built).toBeCloseTo(builtM2 / siteM2, 2);
  });

  it("leaves the city around out, and says nothing of a city model's box", () => {
    const land = [{ id: "l", kind: "land", ring: rectangle([50, 50], 400, 400) }] as const;
    const street = {
      id: "s",
      kind: "street",
      centreLine: [
        [0, 50],
        [100, 50],
      ],
      widthM: 40,
    } as const;
    const shares = siteCover({ ...nothing, green: land, roads: [street] });
    expect(shares?.find(({ cover }) => cover === "rest")?.share).toBe(1);
    expect(siteCover({ ...nothing, source: { format: "CityJSON", version: "2.0", crs: null } })).toBeNull();
  });
});

describe("buildings in figures", () => {
  it("counts every building once by use", () => {
    const uses = byUse(garden.buildings);
    expect(uses.reduce((sum, [, count]) => sum + count, 0)).toBe(garden.buildings.length);
    expect(uses[0]?.[0]).toBe("residential");
  });

  it("classes storeys without gap or overlap, and leaves the unknown out", () => {
    const storeys = [1, 3, 4, 6, 7, 11, 12, 18, 19, 90, null].map((each) => ({ storeys: each }));
    expect(byStoreys(storeys)).toEqual([
      { from: 1, to: 3, buildings: 2 },
      { from: 4, to: 6, buildings: 2 },
      { from: 7, to: 11, buildings: 2 },
      { from: 12, to: 18, buildings: 2 },
      { from: 19, to: null, buildings: 2 },
    ]);
  });
});
