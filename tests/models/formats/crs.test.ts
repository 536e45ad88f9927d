import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInAreaOfUse } from "../../../models/formats/crs-areas.ts";
import { crsDefinition } from "../../../models/formats/crs-definitions.ts";
import { crsCodeOf, isKnownCrs, localFrame } from "../../../models/formats/crs.ts";
import { timeZoneOf } from "../../../models/formats/time-zone.ts";

describe("coordinate reference systems", () => {
  it.each([
    ["https://www.opengis.net/def/crs/EPSG/0/7415", "EPSG:7415"],
    ["http://www.opengis.net/def/crs/EPSG/0/28992", "EPSG:28992"],
    ["urn:ogc:def:crs:EPSG::7415", "EPSG:7415"],
    ["urn:ogc:def:crs:EPSG:9.8.1:2056", "EPSG:2056"],
    ["urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::5783", "EPSG:25832"],
    [
      "https://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/25833&2=http://www.opengis.net/def/crs/EPSG/0/7837",
      "EPSG:25833",
    ],
    ["epsg:3879", "EPSG:3879"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ["local grid of the works", null],
  ])("%s is %s", (reference, code) => expect(crsCodeOf(reference)).toBe(code));

  // Well-known points and their coordinates: the foot of Amersfoort's tower (origin of RD), Bern's old observatory
  // (origin of LV95), false origins of UTM and Gauss-Krüger zones, all by definition of the systems.
  it.each([
    ["EPSG:28992", [155000, 463000], 52.155, 5.387],
    ["EPSG:7415", [155000, 463000], 52.155, 5.387],
    ["EPSG:2056", [2600000, 1200000], 46.951, 7.439],
    ["EPSG:25832", [500000, 0], 0, 9],
    ["EPSG:32650", [500000, 0], 0, 117],
    ["EPSG:32750", [500000, 10000000], 0, 117],
    ["EPSG:3879", [25500000, 0], 0, 25],
    ["EPSG:4491", [13500000, 0], 0, 75],
    ["EPSG:4508", [500000, 0], 0, 111],
    ["EPSG:4528", [40500000, 0], 0, 120],
    ["EPSG:4549", [500000, 0], 0, 120],
    ["EPSG:6677", [0, 0], 36, 139.8333],
    ["EPSG:2154", [700000, 6600000], 46.5, 3],
    ["EPSG:2263", [984250, 0], 40.1667, -74],
    ["EPSG:3857", [10018754.171, 20037508.343], 85.0511, 90],
  ] as const)("%s puts %j at %d, %d", (code, base, latitudeDeg, longitudeDeg) => {
    const place = localFrame(code, base).placeOf(0, 0)!;
    expect(place.latitudeDeg).toBeCloseTo(latitudeDeg, 2);
    expect(place.longitudeDeg).toBeCloseTo(longitudeDeg, 2);
  });

  it.each([
    [28992, 52.1, 5.4, true],
    [7415, 52.1, 5.4, true],
    [2056, 46.95, 7.44, true],
    [2056, 36.1, -20.7, false],
    [27700, 51.5, -0.1, true],
    [25832, 50.9, 6.9, true],
    [25832, 31.2, 121.5, false],
    [32651, 31.2, 121.5, true],
    [32751, 31.2, 121.5, false],
    [4549, 31.2, 121.5, true],
    [4549, 31.2, 101.5, false],
    [6677, 35.68, 139.76, true],
    [2263, 40.7, -74, true],
    [3948, 48.8, 2.3, true],
    [4326, -80, 0, true],
  ])("EPSG:%i is used at %d, %d: %s", (epsg, latitudeDeg, longitudeDeg, used) => {
    expect(isInAreaOfUse(epsg, { latitudeDeg, longitudeDeg })).toBe(used);
  });

  it("measures in metres, whatever the unit", () => {
    const moved = (code: string | null, base: [number, number], to: [number, number, number]) => {
      const xyz = new Float64Array(to);
      localFrame(code, base).toMetres(xyz);
      return [...xyz];
    };
    expect(moved("EPSG:28992", [90000, 435000], [90100, 435050, 7])).toEqual([100, 50, 7]);
    expect(moved(null, [10, 20], [11, 22, 3])).toEqual([1, 2, 3]);
    const [east = 0, north = 0, up = 0] = moved("EPSG:2263", [984250, 200000], [984350, 200000, 100]);
    expect([east, north, up]).toEqual([expect.closeTo(30.48, 3), 0, expect.closeTo(30.48, 3)]);
    // At 60° north Web Mercator shows everything twice as large, but not twice as high.
    expect(moved("EPSG:3857", [0, 8399738], [100, 8399738, 10])).toEqual([expect.closeTo(50, 1), 0, 10]);
    const [e = 0, n = 0] = moved("EPSG:4326", [121.5, 31.2], [121.51, 31.21, 0]);
    expect([e, n]).toEqual([expect.closeTo(951, 0), expect.closeTo(1112, 0)]);
    const [je = 0, jn = 0] = moved("EPSG:6697", [35.6, 139.7], [35.61, 139.7, 0]);
    expect([je, jn]).toEqual([0, expect.closeTo(1112, 0)]);
  });

  it("knows the families whole and nothing that is not there", () => {
    for (const code of [32601, 32660, 25828, 25838, 4513, 4533, 4554, 6687, 3950])
      expect(crsDefinition(code), String(code)).not.toBeNull();
    for (const code of [1, 32600, 32661, 4555, 99999]) expect(isKnownCrs(`EPSG:${code}`)).toBe(false);
    expect(localFrame("EPSG:99999", [0, 0]).placeOf(0, 0)).toBeNull();
  });

  it("gives every place a zone a clock understands", () => {
    const place = fc.record({
      latitudeDeg: fc.double({ min: -90, max: 90, noNaN: true }),
      longitudeDeg: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(fc.property(place, (at) => void new Intl.DateTimeFormat("en", { timeZone: timeZoneOf(at) })));
    expect(timeZoneOf({ latitudeDeg: 31.2, longitudeDeg: 121.5 })).toBe("Asia/Shanghai");
    expect(timeZoneOf({ latitudeDeg: 52, longitudeDeg: 4.4 })).toBe("Europe/Amsterdam");
    expect(timeZoneOf({ latitudeDeg: -33, longitudeDeg: 151 })).toBe("Etc/GMT-10");
  });
});
