import { join } from "node:path";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkCommunity } from "../../../models/community/check.ts";
import { twiceSignedArea } from "../../../models/formats/plan-outline.ts";
import { describeWithSharedData } from "../../shared-data.ts";
import { communityOf } from "./city-files.ts";

/** Each file with its count of distinct ids and of numeric heights, as the README states them. */
function statedFootprints(folder: string): readonly { path: string; ids: number }[] {
  const rows = readFileSync(join(folder, "README.md"), "utf8").matchAll(
    /^\| `([^`]+json)` \|.*? (\d+) distinct ids/gm,
  );
  return [...rows].map(([, path = "", ids]) => ({ path, ids: Number(ids) }));
}

describeWithSharedData("footprint files", "footprints", (folder) => {
  const stated = statedFootprints(folder);

  it.each(stated)("$path has one building per id: $ids", ({ path, ids }) => {
    const community = communityOf(join(folder, path));
    const { buildings, counts, mesh, place, source } = community;
    expect(checkCommunity(community)).toEqual([]);
    expect(counts.buildings).toBe(ids);
    expect(new Set(buildings.map(({ id }) => id)).size).toBe(ids);
    expect(mesh).toBeNull();
    expect(place).not.toBeNull();
    expect(source.format).toBe("GeoJSON");
    for (const { footprint, heightM, baseM } of buildings) {
      expect(twiceSignedArea(footprint[0]!)).toBeGreaterThan(0);
      for (const hole of footprint.slice(1)) expect(twiceSignedArea(hole)).toBeLessThan(0);
      expect(heightM).toBeGreaterThan(0);
      expect(baseM).toBeGreaterThanOrEqual(0);
    }
  });

  it("has all the files of the table", () => expect(stated).toHaveLength(4));

  it("marks what it guessed and keeps what was stated", () => {
    const { buildings } = communityOf(join(folder, "shanghai-huangpu-tilezen.geojson"));
    const tower = buildings.find(({ name }) => name.en === "Shanghai Tower")!;
    expect(tower).toMatchObject({ heightM: 632, heightEstimated: false, name: { "zh-CN": "上海中心大厦" } });
    const guessed = buildings.filter(({ heightEstimated }) => heightEstimated);
    expect(guessed.length).toBeGreaterThan(600);
    expect(Math.max(...guessed.map(({ heightM }) => heightM))).toBeLessThanOrEqual(20);
  });

  it("says whose data it shows", () => {
    const { source } = communityOf(join(folder, "shanghai-shanggang-compound.geojson"));
    expect(source.attribution).toContain("OpenStreetMap");
  });

  it("cuts roads and parks to the site", () => {
    const { roads, green, extent } = communityOf(join(folder, "shanghai-shanggang-compound.geojson"));
    expect(roads.length).toBeGreaterThan(5);
    for (const [e, n] of [
      ...roads.flatMap(({ centreLine }) => centreLine),
      ...green.flatMap(({ ring }) => ring),
    ]) {
      expect(e).toBeGreaterThan(extent.min[0] - 151);
      expect(n).toBeLessThan(extent.max[1] + 151);
    }
  });
});
