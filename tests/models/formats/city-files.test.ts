import { join } from "node:path";
import { expect, it } from "vitest";
import { surfaceKinds } from "../../../models/community/community.ts";
import { describeWithSharedData } from "../../shared-data.ts";
import { communityOf, expectSoundMesh, filesIn, readingOf, statedFiles } from "./city-files.ts";

describeWithSharedData("city model files", "city-3d", (folder) => {
  const stated = statedFiles(folder);

  it("has a table to go by", () => {
    expect(stated.length).toBeGreaterThan(20);
    expect(stated.filter(({ invalid }) => invalid).length).toBeGreaterThan(5);
  });

  it.each(stated.filter(({ invalid }) => !invalid))(
    "$path loads with $buildings buildings and $parts parts",
    ({ path, buildings, parts, vertices }) => {
      const { counts, mesh, buildings: listed, extent, frame } = communityOf(join(folder, path));
      expect(counts).toMatchObject({ buildings, parts, vertices });
      expect(listed).toHaveLength(buildings);
      expectSoundMesh(mesh!);
      expect(mesh!.positions.length / 9).toBe(counts.triangles);
      expect([...extent.min, ...extent.max, frame.radiusM].every(Number.isFinite)).toBe(true);
      expect(new Set(listed.map(({ id }) => id)).size).toBe(buildings);
    },
  );

  it.each(stated.filter(({ invalid }) => invalid))("$path is refused with a sentence", ({ path }) => {
    const reading = readingOf(join(folder, path));
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    const { code, sentence, where } = reading.problem;
    expect(code).not.toBe("");
    expect(where).not.toBe("");
    expect(sentence.en.startsWith(where)).toBe(true);
    expect(sentence["zh-CN"]).not.toBe(sentence.en);
  });

  it.each([
    [
      "conformance/invalid_out_of_range_vertex_index.city.json",
      "vertex-index",
      /boundaries\[0\]\[0\]\[0\]\[2\]$/,
    ],
    ["conformance/invalid_missing_type.city.json", "missing-type", /^\$\.type$/],
    ["conformance/invalid_u64_f64_bounds.city.json", "absurd-coordinate", /^\$\.vertices\[0\]$/],
    ["quirk/truncated.city.json", "not-json", /^line 1934, column 1$/],
    ["quirk/seq-broken-first-line.city.jsonl", "not-json", /^line 1, column \d+$/],
    ["quirk/seq-no-transform.city.jsonl", "no-transform", /^line 1 \$\.transform$/],
    [
      "conformance/invalid_cityjsonfeature_root_id_unresolved.city.jsonl",
      "line-not-whole",
      /^line 1, column 2$/,
    ],
  ])("%s is refused for its own reason", (path, code, where) => {
    const reading = readingOf(join(folder, path));
    expect(reading.ok ? null : reading.problem).toMatchObject({ code, where: expect.stringMatching(where) });
  });

  it("CityGML is refused with what to do", () => {
    for (const file of filesIn(join(folder, "citygml"), /\.gml$/)) {
      const reading = readingOf(file);
      expect(reading.ok ? "" : reading.problem.sentence.en).toContain("citygml-tools");
    }
  });
});

describeWithSharedData("what is made of city models", "city-3d", (folder) => {
  const file = (path: string) => communityOf(join(folder, path));

  it("draws one level of detail per object, the best", () => {
    const { mesh } = file("3dbag-multi-lod.city.json");
    expect(mesh!.objects).toHaveLength(10);
    expect(new Set(mesh!.objects.map(({ lod }) => lod))).toEqual(new Set(["2.2"]));
    expect(file("helsinki-1-building-texture.city.json").mesh!.objects.map(({ lod }) => lod)).toEqual(["2"]);
  });

  it("draws parts, not their building's flat outline, and lends them its attributes", () => {
    const { mesh } = file("quirk/several-lods-invalid.city.json");
    expect(mesh!.objects.map(({ type }) => type)).toEqual(["BuildingPart"]);
    const b2 = file("3dbag-b2.city.json");
    expect(
      b2.mesh!.objects.every(
        ({ type, attributes }) => type === "BuildingPart" && "b3_h_dak_max" in attributes,
      ),
    ).toBe(true);
    expect(new Set(b2.mesh!.objects.map(({ building }) => building))).toEqual(
      new Set(b2.buildings.map(({ id }) => id)),
    );
  });

  it("reads a sequence as it reads the document", () => {
    const [whole, lines] = [file("3dbag-b2.city.json"), file("3dbag-b2.city.jsonl")];
    const sorted = (community: typeof whole) => ({
      ...community,
      source: null,
      buildings: community.buildings.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      mesh: community
        .mesh!.objects.map(({ firstVertex, vertexCount, ...object }) => ({
          ...object,
          positions: community.mesh!.positions.slice(firstVertex * 3, (firstVertex + vertexCount) * 3),
        }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    });
    expect(sorted(lines)).toEqual(sorted(whole));
    expect([whole.source.format, lines.source.format]).toEqual(["CityJSON", "CityJSONSeq"]);
  });

  it("keeps what is no building, by kind", () => {
    const { mesh } = file("delft.city.json");
    const types = new Map<string, number>();
    for (const { type } of mesh!.objects) types.set(type, (types.get(type) ?? 0) + 1);
    expect(Object.fromEntries(types)).toEqual({
      Bridge: 3,
      Building: 160,
      LandUse: 81,
      PlantCover: 126,
      WaterBody: 3,
      Road: 143,
      GenericCityObject: 54,
    });
    const kinds = (type: string) =>
      new Set(
        mesh!.objects
          .filter((object) => object.type === type)
          .map(({ firstVertex }) => surfaceKinds[mesh!.surfaces[firstVertex]!]),
      );
    expect([
      kinds("Road"),
      kinds("WaterBody"),
      kinds("PlantCover"),
      kinds("LandUse"),
      kinds("Bridge"),
    ]).toEqual(["road", "water", "plant", "land", "other"].map((kind) => new Set([kind])));
  });

  it("says what it left out: textures, flat rings, unknown types", () => {
    const said = (path: string) => file(path).skipped.map(({ what, count }) => `${count} ${what}`);
    expect(said("rotterdam-delfshaven-lod2-textured.city.json")).toContain("148 texture");
    expect(said("3dbag-energy-extension.city.jsonl")).toContain("1 type BuildingZ");
    expect(said("quirk/empty-geometry.city.json")).toContain("1 Building");
  });

  it("stands on the local ground and says where on Earth", () => {
    const zurich = file("zurich-lod2.city.json");
    expect(zurich.place!.latitudeDeg).toBeCloseTo(47.34, 1);
    expect(zurich.place!.longitudeDeg).toBeCloseTo(8.52, 1);
    expect(zurich.timeZone).toBe("Europe/Zurich");
    expect(zurich.source.crs).toBe("EPSG:2056");
    const near = zurich.buildings.filter(({ footprint }) =>
      footprint[0]?.every(([e, n]) => Math.hypot(e, n) <= zurich.frame.radiusM + 1),
    );
    expect(near.length).toBeGreaterThanOrEqual(2);
    expect(zurich.frame.radiusM).toBeLessThan(400);
    expect(Math.min(...near.map(({ baseM }) => baseM))).toBeCloseTo(0, 6);
    const delft = file("delft.city.json");
    expect(
      delft.buildings.every(({ footprint }) =>
        footprint[0]!.every(([e, n]) => Math.hypot(e, n) <= delft.frame.radiusM),
      ),
    ).toBe(true);
    expect(delft.place!.latitudeDeg).toBeCloseTo(52.01, 1);
  });

  it("has no place without a reference system, unless told", () => {
    expect(file("rotterdam-16-textured.city.json").place).toBeNull();
  });

  it("gives every building with geometry an outline and a height", () => {
    for (const path of [
      "delft.city.json",
      "zurich-lod2.city.json",
      "rotterdam-delfshaven-lod2-textured.city.json",
    ]) {
      for (const { footprint, heightM } of file(path).buildings) {
        expect(footprint[0]!.length).toBeGreaterThanOrEqual(3);
        expect(heightM).toBeGreaterThan(0);
      }
    }
  });
});
