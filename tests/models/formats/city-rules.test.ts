import { describe, expect, it } from "vitest";
import { surfaceKinds } from "../../../models/community/community.ts";
import { readCommunityFile } from "../../../models/formats/read-community.ts";

/** A box of 10 × 10 × `heightM` at `e`, as eight vertices and the boundaries of its six faces. */
const boxVertices = (e: number, heightM = 6): number[][] =>
  [0, heightM].flatMap((up) => [
    [e, 0, up],
    [e + 10, 0, up],
    [e + 10, 10, up],
    [e, 10, up],
  ]);
const faces = [
  [[0, 3, 2, 1]],
  [[4, 5, 6, 7]],
  [[0, 1, 5, 4]],
  [[1, 2, 6, 5]],
  [[2, 3, 7, 6]],
  [[3, 0, 4, 7]],
];
const solid = (lod: string, boundaries: unknown = [faces]) => ({ type: "Solid", lod, boundaries });

const model = (objects: object, more: object = {}) => ({
  type: "CityJSON",
  version: "2.0",
  transform: { scale: [1, 1, 1], translate: [0, 0, 0] },
  CityObjects: objects,
  vertices: boxVertices(0),
  ...more,
});

const read = (document: unknown, name = "a.city.json") =>
  readCommunityFile({ name, text: typeof document === "string" ? document : JSON.stringify(document) });

function loaded(document: unknown, name?: string) {
  const reading = read(document, name);
  if (!reading.ok) throw new Error(reading.problem.sentence.en);
  return reading.community;
}

const problem = (document: unknown, name?: string) => {
  const reading = read(document, name);
  return reading.ok ? null : reading.problem;
};

describe("a city model", () => {
  it("without semantics has walls, roofs and grounds by how its faces stand", () => {
    const { mesh, buildings } = loaded(model({ a: { type: "Building", geometry: [solid("1")] } }));
    const count = (kind: string) => mesh!.surfaces.filter((at) => surfaceKinds[at] === kind).length / 3;
    expect([count("ground"), count("roof"), count("wall")]).toEqual([2, 2, 8]);
    expect(buildings[0]).toMatchObject({ heightM: 6, baseM: 0, heightEstimated: false });
    expect(buildings[0]!.footprint).toEqual([
      expect.arrayContaining([
        [-5, -5],
        [5, -5],
        [5, 5],
        [-5, 5],
      ]),
    ]);
  });

  it("whose faces are wound inside out still has its roof on top", () => {
    const inside = faces.map(([ring]) => [ring!.toReversed()]);
    const { mesh } = loaded(model({ a: { type: "Building", geometry: [solid("1", [inside])] } }));
    const kinds = Array.from({ length: 12 }, (_, i) => [
      surfaceKinds[mesh!.surfaces[i * 3]!],
      mesh!.positions[i * 9 + 2],
    ]);
    expect(kinds.filter(([kind]) => kind === "roof").every(([, up]) => up === 6)).toBe(true);
    expect(kinds.filter(([kind]) => kind === "ground").every(([, up]) => up === 0)).toBe(true);
  });

  it("takes the next level of detail when the best has nothing to draw", () => {
    const empty = solid("3", [[[[0, 0, 0]]]]);
    const { mesh } = loaded(model({ a: { type: "Building", geometry: [solid("1.2"), empty, solid("2")] } }));
    expect(mesh!.objects.map(({ lod }) => lod)).toEqual(["2"]);
  });

  it("leaves rooms and furniture out where there is an outside, and draws them where there is none", () => {
    const room = { type: "BuildingRoom", parents: ["a"], geometry: [solid("2")] };
    const types = (objects: object) => loaded(model(objects)).mesh!.objects.map(({ type }) => type);
    expect(types({ a: { type: "Building", geometry: [solid("2")] }, r: room })).toEqual(["Building"]);
    expect(types({ a: { type: "Building" }, r: room })).toEqual(["BuildingRoom"]);
  });

  it("finds the building of a part through its parents or its building's children", () => {
    const { mesh, counts } = loaded(
      model({
        a: { type: "Building", children: ["p"], attributes: { name: "Hall" } },
        p: { type: "BuildingPart", geometry: [solid("2")] },
        i: { type: "BuildingInstallation", parents: ["p"], geometry: [solid("2")] },
        lone: { type: "BuildingPart", parents: ["gone"], geometry: [solid("2")] },
      }),
    );
    expect(mesh!.objects.map(({ id, building }) => [id, building])).toEqual([
      ["p", "a"],
      ["i", "a"],
      ["lone", null],
    ]);
    expect(counts).toMatchObject({ buildings: 1, parts: 2 });
    expect(mesh!.objects[0]!.attributes).toEqual({ name: "Hall" });
  });

  it("of unknown types and points draws what has faces and counts the rest", () => {
    const { mesh, skipped } = loaded(
      model({
        x: { type: "+Pergola", geometry: [solid("2"), { type: "MultiPoint", lod: "3", boundaries: [0, 1] }] },
        y: { type: "CityFurniture", geometry: [{ type: "Hologram", boundaries: [[0]] }] },
      }),
    );
    expect(mesh!.objects.map(({ type }) => type)).toEqual(["+Pergola"]);
    const notes = skipped.map(({ what }) => what);
    expect(notes).toEqual(
      expect.arrayContaining(["type +Pergola", "geometry MultiPoint", "geometry Hologram"]),
    );
  });

  it("places template instances by their matrix and point", () => {
    const matrix = [2, 0, 0, 5, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
    const instance = { type: "GeometryInstance", template: 0, boundaries: [1], transformationMatrix: matrix };
    const { extent } = loaded(
      model(
        {
          t: { type: "SolitaryVegetationObject", geometry: [instance] },
          a: { type: "Building", geometry: [solid("1")] },
        },
        {
          "geometry-templates": {
            templates: [{ type: "MultiSurface", lod: "2", boundaries: [[[0, 1, 2]]] }],
            "vertices-templates": [
              [0, 0, 0],
              [1, 0, 0],
              [0, 0, 9],
            ],
          },
        },
      ),
    );
    // The point is the box's south-east corner, the origin its middle: 10 - 5 + 5, and 2 × 1 m further.
    expect(extent.max).toEqual([12, 5, 18]);
  });

  it("lies where it is told when it does not say, and says when it is not understood", () => {
    const at = { latitudeDeg: 31.2, longitudeDeg: 121.5 };
    const text = (more: object) =>
      JSON.stringify(model({ a: { type: "Building", geometry: [solid("1")] } }, more));
    const told = (more: object) => readCommunityFile({ name: "a.json", text: text(more), at });
    expect(told({})).toMatchObject({
      community: { place: at, timeZone: "Asia/Shanghai", source: { crs: null } },
    });
    const unknown = told({ metadata: { referenceSystem: "https://www.opengis.net/def/crs/EPSG/0/99999" } });
    expect(unknown).toMatchObject({ community: { place: at, source: { crs: "EPSG:99999" } } });
    expect(unknown.ok && unknown.community.skipped[0]!.what).toContain("EPSG:99999");
    const own = told({
      metadata: { referenceSystem: "urn:ogc:def:crs:EPSG::28992" },
      transform: { scale: [1, 1, 1], translate: [155000, 463000, 0] },
    });
    expect(own.ok && own.community.place!.latitudeDeg).toBeCloseTo(52.155, 2);
  });

  it("of version 1.0 may do without a transform, later ones may not", () => {
    const { transform, ...bare } = model({ a: { type: "Building", geometry: [solid("1")] } });
    expect(transform.scale).toEqual([1, 1, 1]);
    expect(loaded({ ...bare, version: "1.0" }).counts.buildings).toBe(1);
    expect(problem({ ...bare, version: "1.1" })).toMatchObject({ code: "no-transform" });
    expect(problem({ ...bare, version: "0.9" })).toMatchObject({ code: "unknown-version" });
  });

  it("is named by its title, known by its file", () => {
    const house = { a: { type: "Building", geometry: [solid("1")] } };
    const community = loaded(
      model(house, { metadata: { title: "Old Town" } }),
      "/some where/old town (2).city.json",
    );
    expect([community.name.en, community.id]).toEqual(["Old Town", "old-town-2"]);
    expect(loaded(model(house), "delft.city.json")).toMatchObject({ name: { en: "delft" }, id: "delft" });
  });

  it.each([
    [
      "a boundary too shallow",
      { a: { type: "Building", geometry: [solid("1", [[0, 1, 2]])] } },
      "bad-boundaries",
      "$.CityObjects.a.geometry[0].boundaries[0][0]",
    ],
    [
      "a negative index",
      { a: { type: "Building", geometry: [solid("1", [[[[0, 1, -2]]]])] } },
      "vertex-index",
      "$.CityObjects.a.geometry[0].boundaries[0][0][0][2]",
    ],
    ["an object without type", { "a b": { geometry: [] } }, "bad-shape", '$.CityObjects["a b"].type'],
    [
      "a missing template",
      {
        a: {
          type: "Road",
          geometry: [
            {
              type: "GeometryInstance",
              template: 3,
              boundaries: [0],
              transformationMatrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
            },
          ],
        },
      },
      "no-template",
      "$.CityObjects.a.geometry[0].template",
    ],
  ])("with %s is refused there", (_, objects, code, where) =>
    expect(problem(model(objects))).toMatchObject({ code, where }),
  );

  it.each([
    ["no object", {}, /^\$\.CityObjects: the file holds no city object.*; choose/],
    ["objects without geometry", { a: { type: "Building" } }, /none of its 1 city objects.*; export/],
    ["faces without area", { a: { type: "Road", geometry: [solid("1", [[[[0, 0, 0]]]])] } }, /none of its 1/],
  ])("with %s is refused: nothing of it could be seen", (_, objects, sentence) => {
    expect(problem(model(objects))).toMatchObject({
      code: "nothing-to-draw",
      sentence: { en: expect.stringMatching(sentence) },
    });
  });

  it("scaled by 0 is refused: nothing is left of what stood there", () => {
    const flat = { transform: { scale: [1, 0, 1], translate: [0, 0, 0] } };
    expect(problem(model({ a: { type: "Building", geometry: [solid("1")] } }, flat))).toMatchObject({
      code: "zero-scale",
      where: "$.transform.scale[1]",
    });
  });

  it("of another shape is refused in our own words, in both languages", () => {
    expect(problem(model([] as object))?.sentence).toEqual({
      en: "$.CityObjects: not as CityJSON demands: must be an object, not a list; check the file with cjval",
      "zh-CN": "$.CityObjects：不符合 CityJSON 的规定：应为对象，现为 列表；请用 cjval 检查该文件",
    });
  });

  it("nested as deep as a file can make it is refused, not fatal", () => {
    const text = JSON.stringify(model({ a: { type: "Building", geometry: [solid("1", "DEEP")] } }));
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(problem(text.replace('"1"', deep))?.code).toBe("bad-shape");
    expect(problem(text.replace('"Building"', deep))?.code).toBe("bad-shape");
    expect(problem(text.replace('"DEEP"', deep))?.code).toBe("vertex-index");
    expect(problem(text.replace('"DEEP"', `[[[[${deep}]]]]`))?.code).toBe("vertex-index");
  });
});

describe("a sequence of features", () => {
  const head = { ...model({}), vertices: [] };
  const feature = (id: string, objects: object) => ({
    type: "CityJSONFeature",
    id,
    CityObjects: objects,
    vertices: boxVertices(0),
  });
  const lines = (...all: object[]) => all.map((line) => JSON.stringify(line)).join("\r\n");
  const house = { type: "Building", geometry: [solid("2")] };

  it("is known by its second line, whatever its name", () => {
    const { source, counts } = loaded(
      lines(head, feature("a", { a: house }), feature("b", { b: house })),
      "a.city.json",
    );
    expect([source.format, counts.buildings, counts.vertices]).toEqual(["CityJSONSeq", 2, 16]);
  });

  it("has the objects of its first line too, which a document taken for a sequence has all of", () => {
    const whole = JSON.stringify(model({ a: house }));
    expect(loaded(whole, "a.city.jsonl").counts).toEqual(loaded(whole).counts);
    const both = loaded(lines(model({ a: house }), feature("b", { b: house })));
    expect(both.counts).toMatchObject({ buildings: 2, triangles: 24 });
  });

  it("of a first line only is refused", () => {
    expect(problem(lines(head), "a.city.jsonl")).toMatchObject({ code: "nothing-to-draw" });
  });

  it("keeps the first of an id that comes twice", () => {
    const community = loaded(lines(head, feature("a", { a: house }), feature("a", { a: house })));
    expect(community.counts.buildings).toBe(1);
    expect(community.skipped).toMatchObject([{ count: 1 }]);
  });

  it.each([
    ["whose id names nothing", lines(head, feature("z", { a: house })), "feature-id", "line 2 $.id"],
    ["that is no feature", lines(head, { ...head }), "missing-type", "line 2 $.type"],
    [
      "that is cut off",
      `${lines(head, feature("a", { a: house }))}\n{"type":`,
      "not-json",
      "line 3, column 9",
    ],
    ["of nothing", "\n\n", "empty", ""],
  ])("with a line %s is refused there", (_, text, code, where) => {
    expect(problem(text, "a.city.jsonl")).toMatchObject({ code, where });
  });
});
