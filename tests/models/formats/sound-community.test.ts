import { describe, expect, it } from "vitest";
import { checkCommunity } from "../../../models/community/check.ts";
import { problemOf } from "../../../models/formats/problem.ts";
import { readCommunityFile } from "../../../models/formats/read-community.ts";
import { soundCommunity } from "../../../models/formats/sound-community.ts";
import { Tally } from "../../../models/formats/tally.ts";
import { twoHouses } from "../community/two-houses.ts";

/** Metres around a point in Shanghai, as longitude and latitude. */
const at = ([eastM, northM]: readonly [number, number]): number[] => [
  121.5 + eastM / 95_100,
  31.2 + northM / 111_195,
];
const building = (id: string, corners: readonly (readonly [number, number])[]) => ({
  type: "Feature",
  properties: { id, height: 9 },
  geometry: { type: "Polygon", coordinates: [[...corners, corners[0]!].map(at)] },
});

describe("a file whose community breaks a rule", () => {
  it("is opened with outlines mended and counted, and the others as they were", () => {
    const square = building("square", [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
    const bow = building("bow", [
      [20, 0],
      [30, 10],
      [30, 0],
      [20, 4],
    ]);
    const text = JSON.stringify({ type: "FeatureCollection", features: [square, bow] });
    const reading = readCommunityFile({ name: "yard.geojson", text });
    if (!reading.ok) throw new Error(reading.problem.sentence.en);
    expect(checkCommunity(reading.community)).toEqual([]);
    expect(reading.community.buildings.map(({ footprint }) => footprint[0]?.length)).toEqual([4, 3]);
    expect(reading.community.skipped).toMatchObject([
      { what: "building outline", why: "crosses itself or has no area: mended", count: 1 },
    ]);
  });

  it("is refused in one sentence where nothing can be mended", () => {
    const twice = { ...twoHouses, buildings: [...twoHouses.buildings, twoHouses.buildings[0]!] };
    const counts = { ...twoHouses.counts, buildings: 3 };
    const outcome = problemOf(() => soundCommunity({ ...twice, counts }, new Tally(), () => undefined));
    if (outcome.ok) throw new Error("opened");
    expect(outcome.problem).toMatchObject({ code: "unsound-unique-id", where: 'buildings[2] "west"' });
    expect(outcome.problem.sentence.en).toMatch(/^buildings\[2\] "west": .* ids must be unique; mend/);
    expect(outcome.problem.sentence["zh-CN"]).toMatch(/请修正/);
  });

  it("is opened with the height of a flat building estimated, marked and counted", () => {
    const flat = {
      type: "CityJSON",
      version: "2.0",
      transform: { scale: [1, 1, 1], translate: [0, 0, 0] },
      vertices: [
        [0, 0, 0],
        [10, 0, 0],
        [10, 10, 0],
      ],
      CityObjects: {
        flat: { type: "Building", geometry: [{ type: "MultiSurface", lod: "1", boundaries: [[[0, 1, 2]]] }] },
      },
    };
    const reading = readCommunityFile({ name: "flat.city.json", text: JSON.stringify(flat) });
    if (!reading.ok) throw new Error(reading.problem.sentence.en);
    expect(reading.community.buildings).toMatchObject([{ id: "flat", heightM: 3, heightEstimated: true }]);
    expect(reading.community.skipped).toContainEqual(
      expect.objectContaining({ what: "building height", why: "is not above 0: estimated", count: 1 }),
    );
  });
});
