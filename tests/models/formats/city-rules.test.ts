import { nothingToDraw } from "../../../models/formats/drawable.ts";
import { describe, expect, it } from "vitest";
import { surfaceKinds } from "../../../models/community/community.ts";
import { readCommunityFile } from "../../../models/formats/read-community.ts";
import { faces, loaded, model, problem, solid } from "./box-models.ts";

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

  it("whose coordinates its system is not for is drawn, said so, and lies nowhere unless told where", () => {
    const at = { latitudeDeg: 52, longitudeDeg: 4.4 };
    const dutch = model(
      { a: { type: "Building", geometry: [solid("1")] } },
      {
        metadata: { referenceSystem: "urn:ogc:def:crs:EPSG::2056" },
        transform: { scale: [1, 1, 1], translate: [85000, 447000, 0] },
      },
    );
    const alone = loaded(dutch);
    expect([alone.place, alone.counts.triangles]).toEqual([null, 12]);
    expect(alone.skipped).toMatchObject([
      { what: "coordinate reference system EPSG:2056", why: expect.stringContaining("outside the area") },
    ]);
    expect(readCommunityFile({ name: "a.json", text: JSON.stringify(dutch), at })).toMatchObject({
      community: { place: at },
    });
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
    ["no object", {}],
    ["objects without geometry", { a: { type: "Building" } }],
    ["faces without area", { a: { type: "Road", geometry: [solid("1", [[[[0, 0, 0]]]])] } }],
  ])("with %s says that nothing of it can be seen, and must not take another's place", (_, objects) => {
    const bare = loaded(model(objects));
    expect(bare.skipped.map(({ why }) => why)).toContainEqual(expect.stringMatching(/no surface/));
    expect(nothingToDraw(bare)).toMatchObject({ code: "nothing-to-draw", where: "$.CityObjects" });
    expect(nothingToDraw(loaded(model({ a: { type: "Building", geometry: [solid("1")] } })))).toBeNull();
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
