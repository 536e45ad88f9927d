import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommunityFile } from "../../../models/formats/read-community.ts";
import { change, expectSoundOrRefused, mutated, odd, placesOf } from "./mutations.ts";

/** A small valid model with everything a reader has to know: parts, semantics, solids, templates, other objects. */
const model = {
  type: "CityJSON",
  version: "2.0",
  metadata: { referenceSystem: "https://www.opengis.net/def/crs/EPSG/0/7415", title: "Small" },
  transform: { scale: [0.001, 0.001, 0.001], translate: [85000, 447000, 0] },
  CityObjects: {
    house: {
      type: "Building",
      children: ["wing"],
      attributes: { storeysAboveGround: 3, odd: { nested: 1 } },
    },
    wing: {
      type: "BuildingPart",
      parents: ["house"],
      geometry: [
        {
          type: "Solid",
          lod: "2.2",
          boundaries: [
            [[[0, 3, 2, 1]], [[4, 5, 6, 7]], [[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]], [[3, 0, 4, 7]]],
          ],
          semantics: {
            surfaces: [{ type: "GroundSurface" }, { type: "RoofSurface" }, { type: "WallSurface" }],
            values: [[0, 1, 2, 2, 2, null]],
          },
        },
        { type: "MultiSurface", lod: 0, boundaries: [[[0, 1, 2, 3]]] },
      ],
    },
    street: {
      type: "Road",
      geometry: [
        {
          type: "MultiSurface",
          lod: "1",
          boundaries: [
            [
              [0, 1, 2, 3, 0],
              [8, 9, 10],
            ],
          ],
        },
      ],
    },
    tree: {
      type: "SolitaryVegetationObject",
      geometry: [
        {
          type: "GeometryInstance",
          template: 0,
          boundaries: [8],
          transformationMatrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
        },
      ],
    },
  },
  vertices: [
    [0, 0, 0],
    [9000, 0, 0],
    [9000, 9000, 0],
    [0, 9000, 0],
    [0, 0, 6000],
    [9000, 0, 6000],
    [9000, 9000, 6000],
    [0, 9000, 6000],
    [2000, 2000, 0],
    [2000, 4000, 0],
    [4000, 4000, 0],
  ],
  "geometry-templates": {
    templates: [{ type: "MultiSurface", lod: "2", boundaries: [[[0, 1, 2]], [[0, 2, 3]]] }],
    "vertices-templates": [
      [0, 0, 0],
      [1, 0, 0],
      [0, 0, 3],
      [-1, 0.5, 0],
    ],
  },
};

const { CityObjects, vertices, ...header } = model;
const sequence = [
  { ...header, CityObjects: {}, vertices: [] },
  { type: "CityJSONFeature", id: "house", CityObjects, vertices },
]
  .map((line) => JSON.stringify(line))
  .join("\n");

describe("a model with something wrong in it", () => {
  it("is sound before", () => {
    for (const [text, name] of [
      [JSON.stringify(model), "a.json"],
      [sequence, "a.city.jsonl"],
    ] as const) {
      const reading = readCommunityFile({ name, text });
      expect(reading.ok ? reading.community.counts : reading.problem).toMatchObject({
        buildings: 1,
        parts: 1,
        storeys: 3,
        triangles: 12 + 7 + 2,
      });
    }
  });

  it("is read soundly or refused, whatever is changed anywhere", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...placesOf(model)), change, (place, how) => {
        expectSoundOrRefused(JSON.stringify(mutated(model, place, how)) ?? "null");
      }),
      { numRuns: 1500 },
    );
  });

  it("is read soundly or refused, with several things changed at once", { timeout: 120_000 }, () => {
    const places = placesOf(model.CityObjects);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), change), { minLength: 2, maxLength: 5 }),
        (changes) => {
          const objects = changes.reduce<unknown>(
            (value, [place, how]) => mutated(value, place, how),
            model.CityObjects,
          );
          expectSoundOrRefused(JSON.stringify({ ...model, CityObjects: objects }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is read soundly or refused, however large its numbers", { timeout: 120_000 }, () => {
    const number = fc.oneof(fc.double({ noNaN: true, min: -1e10, max: 1e10 }), fc.integer());
    fc.assert(
      fc.property(fc.nat(model.vertices.length - 1), fc.nat(2), number, odd, (vertex, axis, to, scale) => {
        const vertices = model.vertices.with(vertex, model.vertices[vertex]!.with(axis, to));
        expectSoundOrRefused(JSON.stringify({ ...model, vertices }));
        const transform = { ...model.transform, scale: [1, scale, to] };
        expectSoundOrRefused(JSON.stringify({ ...model, transform }));
      }),
      { numRuns: 200 },
    );
  });

  it("is refused or read when cut off or garbled anywhere", () => {
    fc.assert(
      fc.property(fc.nat(sequence.length), fc.string({ maxLength: 3 }), fc.boolean(), (at, put, cut) => {
        const text = sequence.slice(0, at) + put + (cut ? "" : sequence.slice(at + 1));
        expectSoundOrRefused(text, "small.city.jsonl");
        expectSoundOrRefused(text);
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    [
      "a loop of parents",
      { a: { type: "BuildingPart", parents: ["b"] }, b: { type: "BuildingPart", parents: ["a"] } },
    ],
    [
      "a name that is no name",
      JSON.parse('{"__proto__": {"type": "Building"}, "\\u0000": {"type": "Building"}}'),
    ],
  ])("survives %s", (_, objects) => {
    expectSoundOrRefused(JSON.stringify({ ...model, CityObjects: objects }));
  });

  it("is not slowed down by a maze of parents", () => {
    const count = 3000;
    const parents = Array.from({ length: count }, (_, i) => `p${i}`);
    const objects = Object.fromEntries(
      parents.map((id) => [id, { type: "BuildingPart", parents: parents.slice(0, 50) }]),
    );
    expectSoundOrRefused(JSON.stringify({ ...model, CityObjects: objects }));
  });
});
