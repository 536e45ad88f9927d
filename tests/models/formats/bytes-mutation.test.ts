import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommunityFile } from "../../../models/formats/read-community.ts";
import { describeWithSharedData } from "../../shared-data.ts";
import { change, expectSoundOrRefused, mutated, odd, placesOf } from "./mutations.ts";

const near = (east: number, north: number): number[] => [121.5 + east / 95_000, 31.2 + north / 111_000];
const block = (east: number, properties: object) => ({
  type: "Feature",
  properties,
  geometry: {
    type: "Polygon",
    coordinates: [[near(east, 0), near(east + 20, 0), near(east + 20, 12), near(east, 12), near(east, 0)]],
  },
});
const yard = {
  type: "FeatureCollection",
  name: "Yard",
  features: [
    block(0, { id: 1, building: "apartments", height: 18, "building:levels": 6, name: "一号楼" }),
    block(40, { id: 2, building: "yes", "building:levels": "4", min_height: 3 }),
    {
      type: "Feature",
      properties: { highway: "residential" },
      geometry: { type: "LineString", coordinates: [near(0, 20), near(60, 20)] },
    },
    {
      type: "Feature",
      properties: { leisure: "park" },
      geometry: { type: "MultiPolygon", coordinates: [block(80, {}).geometry.coordinates] },
    },
  ],
};

describe("footprints with something wrong in them", () => {
  it("are sound before", () => {
    const reading = readCommunityFile({ name: "yard.geojson", text: JSON.stringify(yard) });
    expect(reading.ok && reading.community.counts.buildings).toBe(2);
    expectSoundOrRefused(JSON.stringify(yard), "yard.geojson");
  });

  it("are read soundly or refused, whatever is changed anywhere", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...placesOf(yard)), change, odd, (place, how, value) => {
        expectSoundOrRefused(JSON.stringify(mutated(yard, place, how)) ?? "null", "yard.geojson");
        const replaced = mutated(yard, place, { how: "replace", to: value });
        expectSoundOrRefused(JSON.stringify(replaced) ?? "null", "yard.geojson");
      }),
      { numRuns: 700 },
    );
  });

  it("leaves out what strayed to another continent, and says so", () => {
    const strayed = {
      ...block(0, { id: 9 }),
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [0.001, 0],
            [0.001, 0.001],
            [0, 0],
          ],
        ],
      },
    };
    const reading = readCommunityFile({
      name: "yard.geojson",
      text: JSON.stringify({ ...yard, features: [strayed, ...yard.features] }),
    });
    if (!reading.ok) throw new Error(reading.problem.sentence.en);
    expect(reading.community.counts.buildings).toBe(2);
    expect(reading.community.place!.longitudeDeg).toBeCloseTo(121.5, 2);
    expect(reading.community.skipped).toMatchObject([{ what: "footprint", count: 1 }]);
  });

  it("with an outline made to be slow are read in time", { timeout: 120_000 }, () => {
    const zigzag = Array.from({ length: 30_000 }, (_, i) => near(i % 2 === 0 ? 0 : 500, i / 100));
    const feature = { ...block(0, { id: 3 }), geometry: { type: "Polygon", coordinates: [zigzag] } };
    expectSoundOrRefused(JSON.stringify({ ...yard, features: [feature] }), "yard.geojson");
  });
});

describe("bytes", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const refusal = (given: Uint8Array) => {
    const reading = readCommunityFile({ name: "yard.geojson", text: given });
    return reading.ok ? null : reading.problem;
  };

  it("are read as UTF-8, with a byte order mark or without", () => {
    for (const start of ["", "\ufeff"]) {
      const reading = readCommunityFile({ name: "a.geojson", text: bytes(start + JSON.stringify(yard)) });
      expect(reading.ok && reading.community.buildings[0]!.name.en).toBe("一号楼");
    }
  });

  it.each([
    ["GBK", [...bytes('{"name":\n"'), 0xd2, 0xbb, 0xba, 0xc5], "not-utf8", "byte 12 (line 2)"],
    ["UTF-16", [0xff, 0xfe, 0x7b, 0x00], "no-text", "byte 0"],
    ["gzip", [0x1f, 0x8b, 8, 0], "no-text", "byte 0"],
    ["a picture", [0xff, 0xd8, 0xff, 0xe0], "no-text", "byte 0"],
  ])("that are %s are refused there", (_, given, code, where) => {
    expect(refusal(Uint8Array.from(given))).toMatchObject({ code, where });
  });

  it("are refused in Chinese with a place in Chinese", () => {
    const given = Uint8Array.from([...bytes('{"name":\n"'), 0xd2, 0xbb, 0xba, 0xc5]);
    expect(refusal(given)?.sentence["zh-CN"]).toMatch(/^第 \d+ 字节（第 2 行）：不是 UTF-8/);
    expect(refusal(bytes('{"a":\n1 2}'))?.sentence["zh-CN"]).toMatch(/^第 2 行第 3 列：/);
  });

  it("of any kind never break the reader", { timeout: 120_000 }, () => {
    const whole = bytes(JSON.stringify(yard));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 6 }), fc.boolean(), (at, put, cut) => {
        const given = [...whole.subarray(0, at), ...put, ...(cut ? [] : whole.subarray(at + put.length))];
        expectSoundOrRefused(Uint8Array.from(given), "yard.geojson");
      }),
      { numRuns: 500 },
    );
  });
});

/** A few objects of a real model, with the vertices they name. */
function cut(document: Record<string, unknown>, from: number, count: number): Record<string, unknown> {
  const objects = Object.entries(document["CityObjects"] as object).slice(from, from + count);
  const vertices = document["vertices"] as unknown[];
  const used = new Map<number, number>();
  const renumbered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renumbered);
    const index = value as number;
    if (!used.has(index)) used.set(index, used.size);
    return used.get(index);
  };
  const kept = objects.map(([id, object]) => {
    const geometry = ((object.geometry ?? []) as { boundaries: unknown }[]).map((each) => ({
      ...each,
      boundaries: renumbered(each.boundaries),
    }));
    return [id, { ...object, geometry }];
  });
  return {
    ...document,
    appearance: undefined,
    CityObjects: Object.fromEntries(kept),
    vertices: [...used.keys()].map((index) => vertices[index]),
  };
}

describeWithSharedData("a few objects of a real model, changed", "city-3d", (folder) => {
  it.each(["zurich-lod2.city.json", "delft.city.json", "bk-faculty-local-coords.city.json"])(
    "are read soundly or refused: %s",
    { timeout: 120_000 },
    (path) => {
      const document = JSON.parse(readFileSync(join(folder, path), "utf8"));
      const few = JSON.parse(JSON.stringify(cut(document, 0, 3)));
      expectSoundOrRefused(JSON.stringify(few));
      const places = placesOf(few).filter((place) => place.length < 8);
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.constantFrom(...places), change), { minLength: 1, maxLength: 3 }),
          (changes) => {
            const given = changes.reduce<unknown>((value, [place, how]) => mutated(value, place, how), few);
            expectSoundOrRefused(JSON.stringify(given) ?? "null");
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});
