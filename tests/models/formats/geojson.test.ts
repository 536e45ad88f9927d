import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommunityFile } from "../../../models/formats/read-community.ts";

/** A square of about 10 m with its south-west corner some metres east of a point in Shanghai. */
const square = (eastM: number, sizeM = 10): number[][] => {
  const [lon, lat] = [121.5 + eastM / 95_100, 31.2];
  const [dLon, dLat] = [sizeM / 95_100, sizeM / 111_195];
  return [
    [lon, lat],
    [lon + dLon, lat],
    [lon + dLon, lat + dLat],
    [lon, lat + dLat],
    [lon, lat],
  ];
};

const feature = (
  id: number | string,
  properties: object,
  coordinates: unknown = [square(0)],
  type = "Polygon",
) => ({
  type: "Feature",
  properties: { id, ...properties },
  geometry: { type, coordinates },
});

const read = (document: unknown) =>
  readCommunityFile({ name: "somewhere.geojson", text: JSON.stringify(document) });

function buildingsOf(...features: object[]) {
  const reading = read({ type: "FeatureCollection", features });
  if (!reading.ok) throw new Error(reading.problem.sentence.en);
  return reading.community.buildings;
}

describe("footprints", () => {
  it.each([
    [{ height: 14.2 }, { heightM: 14.2, heightEstimated: false, storeys: null }],
    [{ height: "24 m" }, { heightM: 24, heightEstimated: false }],
    [{ height: "50'" }, { heightM: 15.24, heightEstimated: false }],
    [{ height: 632 }, { heightM: 632, heightEstimated: false }],
    [{ height: 0 }, { heightM: 6, heightEstimated: true }],
    [{ height: "tall" }, { heightM: 6, heightEstimated: true }],
    [{ "building:levels": "6" }, { heightM: 18, heightEstimated: true, storeys: 6 }],
    [
      { height: 40, levels: 10 },
      { heightM: 40, heightEstimated: false, storeys: 10, storeyHeightM: 4 },
    ],
    [
      { height: 468, min_height: 406.2 },
      { baseM: 406.2, heightM: expect.closeTo(61.8, 6) },
    ],
    [{}, { heightM: 6, heightEstimated: true, baseM: 0 }],
  ])("%j stand as %j", (properties, expected) => {
    expect(buildingsOf(feature(1, properties))[0]).toMatchObject(expected);
  });

  it("of one id are one building, cut pieces joined along the cut and repeated ones counted once", () => {
    const [building, ...others] = buildingsOf(
      feature(7, {}, [square(0)]),
      feature(7, {}, [square(10)]),
      feature(7, {}, [square(10)]),
    );
    expect(others).toEqual([]);
    const [outline = []] = building!.footprint;
    const span = (axis: 0 | 1) =>
      Math.max(...outline.map((p) => p[axis])) - Math.min(...outline.map((p) => p[axis]));
    expect([span(0), span(1)]).toEqual([expect.closeTo(20, 1), expect.closeTo(10, 1)]);
    expect(building!.footprint).toHaveLength(1);
  });

  it("are not made of labels, lines, land or water", () => {
    const reading = read([
      feature(1, { kind: "building" }),
      feature(1, { kind: "building" }, square(0)[0], "Point"),
      feature(2, { layer: "landuse", kind: "residential" }),
      feature(3, { natural: "water" }, [square(30)]),
      feature(4, { highway: "footway" }, square(0), "LineString"),
      feature(5, { building: "no" }),
      { type: "Feature", properties: null, geometry: null },
      17,
    ]);
    const community = reading.ok ? reading.community : null;
    expect(community?.buildings.map(({ id }) => id)).toEqual(["1"]);
    expect(community?.water).toHaveLength(1);
    expect(community?.roads).toMatchObject([{ kind: "path" }]);
    expect(community?.skipped.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  it.each([
    ["no building", { type: "FeatureCollection", features: [] }, "no-buildings"],
    ["no list", { type: "FeatureCollection" }, "bad-shape"],
    [
      "metres for degrees",
      [
        feature(1, {}, [
          [
            [85000, 447000],
            [85010, 447000],
            [85010, 447010],
          ],
        ]),
      ],
      "not-degrees",
    ],
    [
      "an unknown system",
      { type: "FeatureCollection", features: [feature(1, {})], crs: { properties: { name: "EPSG:99999" } } },
      "unknown-crs",
    ],
    ["something else", { hello: "world" }, "unknown-format"],
  ])("with %s are refused", (_, document, code) => {
    const reading = read(document);
    expect(reading.ok ? null : reading.problem).toMatchObject({ code });
  });

  const [a, b, c, d] = square(0) as [number[], number[], number[], number[]];
  it.each([
    ["a coordinate that is no number", [[a, b, ["121.5", 31.2], d]], "[0][2]", /must be two numbers/],
    ["a ring of one point", [[a, a, a, a]], "", /fewer than three different corners/],
    ["a symmetric bow-tie", [[a, c, b, d]], "", /crosses itself so that its area cancels out/],
    ["corners in one line", [[a, b, [(a[0]! + b[0]!) / 2, a[1]]]], "", /its outline has no area/],
    ["too many levels of brackets", [[[a, b, c, d]]], "[0][0]", /must be two numbers/],
    ["too few levels of brackets", [a, b, c, d], "[0][0]", /must be two numbers/],
    ["no rings", [], "", /must be a list of rings/],
  ])("whose only outline has %s are refused there", (_, coordinates, path, sentence) => {
    const other = {
      type: "Feature",
      properties: { natural: "tree" },
      geometry: { type: "Point", coordinates: a },
    };
    const reading = read({ type: "FeatureCollection", features: [other, feature(1, {}, coordinates)] });
    expect(reading.ok ? null : reading.problem).toMatchObject({
      code: "no-sound-outline",
      where: `$.features[1].geometry.coordinates${path}`,
      sentence: { en: expect.stringMatching(sentence) },
    });
  });

  it("give parts to the building that holds them, and let a part in none stand by itself", () => {
    const reading = read([
      feature("way/1", { building: "yes" }, [square(0, 20)]),
      feature("way/2", { "building:part": "yes", height: 30 }, [square(0, 10)]),
      feature("way/3", { "building:part": "yes", height: 8 }, [square(60)]),
      feature("way/4", { building: "yes", height: 5 }, [square(90, 20)]),
      feature("way/5", { "building:part": "yes", height: 9 }, [square(95)]),
    ]);
    const community = reading.ok ? reading.community : null;
    expect(community?.buildings.map(({ id, heightM }) => [id, heightM])).toEqual([
      ["way/1", 30],
      ["way/3", 8],
      ["way/4", 5],
    ]);
    expect(community?.counts).toMatchObject({ buildings: 3, parts: 3 });
    expect(community?.skipped).toMatchObject([{ what: "part of a building", count: 2 }]);
  });

  it.each([
    [{ height: "abc" }, 1],
    [{ height: -5 }, 1],
    [{ height: 1e9 }, 1],
    [{ "building:levels": 99999 }, 1],
    [{ height: 12, "building:levels": "some" }, 1],
    [{ height: 0, levels: "" }, 0],
    [{ height: "24 m", levels: null }, 0],
  ])("of %j say that what is stated can be no height: %i", (properties, count) => {
    const reading = read([feature(1, properties)]);
    const said = reading.ok ? reading.community.skipped : [];
    expect(said.reduce((sum, each) => sum + each.count, 0)).toBe(count);
  });

  it("in a stated system of metres stay where they are", () => {
    const reading = read({
      type: "FeatureCollection",
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::28992" } },
      features: [
        feature(1, {}, [
          [
            [85000, 447000],
            [85010, 447000],
            [85010, 447020],
            [85000, 447020],
          ],
        ]),
      ],
    });
    const community = reading.ok ? reading.community : null;
    expect(community?.extent).toMatchObject({ min: [-5, -10, 0], max: [5, 10, expect.any(Number)] });
    expect(community?.place?.latitudeDeg).toBeCloseTo(52, 0);
  });

  it("are read soundly or refused, whatever stands in them", () => {
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.constantFrom([[]], [[[]]], [[[1, 2], [3]]], 1e300, "0"),
    );
    const some = fc.record({
      type: fc.constantFrom("Feature", "feature"),
      id: odd,
      properties: fc.oneof(
        fc.dictionary(fc.constantFrom("height", "levels", "kind", "layer", "name", "min_height"), odd),
        odd,
      ),
      geometry: fc.record({
        type: fc.constantFrom("Polygon", "MultiPolygon", "LineString", "Point"),
        coordinates: fc.oneof(
          odd,
          fc.array(
            fc.array(
              fc.tuple(
                fc.double({ min: -200, max: 200, noNaN: true }),
                fc.double({ min: -90, max: 90, noNaN: true }),
              ),
            ),
          ),
        ),
      }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (features) => {
        const reading = read(features);
        if (!reading.ok) expect(reading.problem.sentence.en.length).toBeGreaterThan(10);
        for (const { footprint, baseM, heightM } of reading.ok ? reading.community.buildings : []) {
          expect([...footprint.flat(2), baseM, heightM].filter((n) => !Number.isFinite(n))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
