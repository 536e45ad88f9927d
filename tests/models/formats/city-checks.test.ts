import { describe, expect, it } from "vitest";
import { surfaceKinds } from "../../../models/community/community.ts";
import { readCommunityFile } from "../../../models/formats/read-community.ts";

const square = [
  [0, 0, 0],
  [10, 0, 0],
  [10, 10, 0],
  [0, 10, 0],
  [0, 0, 6],
  [10, 0, 6],
  [10, 10, 6],
  [0, 10, 6],
];
const walls = [[[0, 1, 5, 4]], [[1, 2, 6, 5]], [[4, 5, 6, 7]]];
const surfaces = (boundaries: unknown, more: object = {}) => ({
  type: "MultiSurface",
  lod: "2",
  boundaries,
  ...more,
});
const house = (geometry: object, more: object = {}) => ({ type: "Building", geometry: [geometry], ...more });

const readingOf = (objects: object, more: object = {}) =>
  readCommunityFile({
    name: "a.city.json",
    text: JSON.stringify({
      type: "CityJSON",
      version: "2.0",
      transform: { scale: [1, 1, 1], translate: [0, 0, 0] },
      CityObjects: objects,
      vertices: square,
      ...more,
    }),
  });

function community(objects: object, more: object = {}) {
  const reading = readingOf(objects, more);
  if (!reading.ok) throw new Error(reading.problem.sentence.en);
  return reading.community;
}

const said = (objects: object, more: object = {}): string[] =>
  community(objects, more).skipped.map(({ what, why, count }) => `${count} ${what}: ${why}`);

describe("a city model that contradicts itself is read as far as it goes, and says", () => {
  it.each([
    [[0, 1], "1 semantics of a geometry: do not fit the number of its surfaces: not used"],
    [[[0], [1], [2]], "1 semantics of a geometry: do not fit the number of its surfaces: not used"],
    [[0, null, 7], "1 semantics of a surface: name a semantic surface that does not exist: not used"],
    [[0, -1, 0.5], "2 semantics of a surface: name a semantic surface that does not exist: not used"],
  ])("semantics %j for three surfaces", (values, note) => {
    const semantics = { surfaces: [{ type: "RoofSurface" }], values };
    const objects = { a: house(surfaces(walls, { semantics })) };
    expect(said(objects)).toEqual([note]);
    const { surfaces: kinds } = community(objects).mesh!;
    // Where they cannot be trusted a wall is a wall by how it stands.
    if (note.includes("fit")) expect(surfaceKinds[kinds[0]!]).toBe("wall");
    else expect(surfaceKinds[kinds[0]!]).toBe("roof");
  });

  it("rings with too few corners, beside those without area", () => {
    expect(said({ a: house(surfaces([...walls, [[0, 1]], [[0, 0, 1]], [[]]])) })).toEqual([
      "2 surface: its ring has fewer than three corners",
      "1 surface: its ring has no area (repeated or collinear vertices)",
    ]);
  });

  it("parents and children that are not there, and parents in a circle", () => {
    const objects = {
      a: house(surfaces(walls), { children: ["gone"] }),
      b: { type: "BuildingPart", parents: ["lost"], geometry: [surfaces(walls)] },
      c: { type: "BuildingPart", parents: ["d"], geometry: [surfaces(walls)] },
      d: { type: "BuildingPart", parents: ["c"] },
    };
    expect(said(objects)).toEqual(
      expect.arrayContaining([
        "1 child of a city object: names an object that is not in the file",
        "1 parent of a city object: names an object that is not in the file: it stands by itself",
        "1 parent of a city object: goes round in a circle: not followed",
      ]),
    );
    expect(community(objects).mesh!.objects.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("extensions it uses", () => {
    const objects = { a: house(surfaces(walls), { "+noise-level": 50 }) };
    const extensions = { Noise: { url: "https://example.org/noise.ext.json", version: "2.0" } };
    expect(said(objects, { extensions })).toEqual([
      "1 extension Noise: what it adds is kept as it is, its meaning not known",
    ]);
  });

  it("every note in both languages", () => {
    const { skipped } = community({ a: house(surfaces([...walls, [[0, 1]]]), { children: ["gone"] }) });
    expect(skipped).toHaveLength(2);
    for (const { what, why, words } of skipped) {
      expect([words.what.en, words.why.en]).toEqual([what, why]);
      for (const { "zh-CN": zh } of [words.what, words.why]) expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("what cannot be part of a community is not drawn", () => {
  const elsewhere = { b: house(surfaces([[[8, 9, 10]]])), a: house(surfaces(walls)) };
  it.each([
    ["another country", [400_000, 0, 0]],
    ["the stratosphere", [0, 0, 30_000]],
  ])("because it reaches into %s", (_, corner) => {
    const far = [corner, [corner[0]! + 10, 0, corner[2]!], [corner[0]!, 10, corner[2]!]];
    const { mesh, counts, frame, skipped } = community(elsewhere, { vertices: [...square, ...far] });
    expect(mesh!.objects.map(({ id }) => id)).toEqual(["a"]);
    expect(counts.buildings).toBe(2);
    expect(frame.radiusM).toBeLessThan(100);
    expect(skipped[0]).toMatchObject({ what: "city object", count: 1 });
  });

  it("because it is as large as a continent", () => {
    const far = [
      [0, 0, 0],
      [3_000_000, 0, 0],
      [0, 3_000_000, 0],
    ];
    const { mesh, frame } = community(elsewhere, { vertices: [...square, ...far] });
    expect(mesh!.objects.map(({ id }) => id)).toEqual(["a"]);
    expect(frame.radiusM).toBeLessThan(100);
  });
});

describe("a city model is refused in one sentence", () => {
  it("when metres are said to be degrees", () => {
    const metadata = { referenceSystem: "https://www.opengis.net/def/crs/EPSG/0/4326" };
    const transform = { scale: [1, 1, 1], translate: [85_000, 447_000, 0] };
    const reading = readingOf({ a: house(surfaces(walls)) }, { metadata, transform });
    expect(reading.ok ? null : reading.problem).toMatchObject({
      code: "not-degrees",
      where: "$.metadata.referenceSystem",
    });
  });

  it("when a template makes of few bytes more triangles than anything can draw", { timeout: 120_000 }, () => {
    const template = surfaces(Array.from({ length: 30_000 }, () => [[0, 1, 2]]));
    const instance = {
      type: "GeometryInstance",
      template: 0,
      boundaries: [0],
      transformationMatrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    };
    const trees = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `t${i}`,
        { type: "SolitaryVegetationObject", geometry: [instance] },
      ]),
    );
    const templates = { templates: [template], "vertices-templates": square.slice(3, 6) };
    const reading = readingOf(trees, { "geometry-templates": templates });
    expect(reading.ok ? null : reading.problem).toMatchObject({ code: "too-many-triangles" });
  });
});
