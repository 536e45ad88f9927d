import { describe, expect, it } from "vitest";
import { levelsOfDetail, saidCounts } from "../../../client/components/model-counts.ts";

describe("what a model is", () => {
  it("says the counts there are, and that there is no building", () => {
    const counts = { buildings: 0, parts: 0, storeys: 12, dwellings: 0, vertices: 0, triangles: 7 };
    expect(saidCounts(counts).map(({ key, count }) => [key, count])).toEqual([
      ["open.buildingCount", 0],
      ["card.storeys", 12],
      ["office.triangles", 7],
    ]);
  });

  it("counts objects by level of detail, the finest first", () => {
    const objects = ["1.2", "2.2", "2.2", "", "10"].map((lod) => ({ lod }));
    expect(levelsOfDetail(objects)).toEqual([
      { lod: "10", objects: 1 },
      { lod: "2.2", objects: 2 },
      { lod: "1.2", objects: 1 },
    ]);
    expect(levelsOfDetail([])).toEqual([]);
  });
});
