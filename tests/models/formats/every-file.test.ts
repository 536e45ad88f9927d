import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { readCommunityFile } from "../../../models/formats/read-community.ts";
import { describeWithSharedData } from "../../shared-data.ts";

const flat = "surface: its ring has no area (repeated or collinear vertices)";
const textures = "texture: surfaces are drawn in the colours of their kind";
const coarse = "geometry of a Building at LoD 0: its parts are drawn at a finer level of detail";
const noGeometry = "Building: has no usable geometry";
const nothing = "1 the file: has no surface that can be drawn: scene and plan stay empty";
const noHeight = "building height: is not above 0: estimated";
const label = "Point of a building: labels and lines are not buildings";
const other = "feature that is no building: not drawn";

/** What each file that loads has to say of what was not taken over as it stands: nothing more, nothing less. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  "city-3d/conformance/cityobject_all_types.city.json": [
    "29 city object: has no usable geometry",
    `1 ${noGeometry}`,
    nothing,
    `1 ${noHeight}`,
  ],
  "city-3d/conformance/coordinates_precision_ecef.city.json": [nothing],
  "city-3d/conformance/coordinates_precision_local.city.json": [nothing],
  "city-3d/conformance/coordinates_precision_stateplane.city.json": [nothing],
  "city-3d/conformance/coordinates_precision_utm.city.json": [nothing],
  "city-3d/conformance/coordinates_precision_wgs84.city.json": [nothing],
  "city-3d/conformance/coordinates_precision_worst.city.json": [nothing],
  "city-3d/quirk/empty-geometry.city.json": [`1 ${noGeometry}`, nothing, `1 ${noHeight}`],
  "city-3d/3dbag-b2.city.json": [],
  "city-3d/3dbag-b2.city.jsonl": [],
  "city-3d/3dbag-energy-extension.city.jsonl": [
    `53 ${coarse}`,
    "1 extension Energy: what it adds is kept as it is, its meaning not known",
    "1 type BuildingZ: not a CityJSON type: drawn as it is, its meaning not known",
    `1 ${noHeight}`,
  ],
  "city-3d/3dbag-multi-lod.city.json": [],
  "city-3d/bk-faculty-local-coords.city.json": [],
  "city-3d/delft.city.json": [`4 ${flat}`],
  "city-3d/helsinki-1-building-texture.city.json": [`8 ${textures}`],
  "city-3d/quirk/geometry-template-tree.city.json": [],
  "city-3d/quirk/several-lods-invalid.city.json": [`1 ${coarse}`],
  "city-3d/rotterdam-16-textured.city.json": [`12 ${flat}`, `74 ${textures}`],
  "city-3d/rotterdam-delfshaven-lod2-textured.city.json": [`642 ${flat}`, `148 ${textures}`],
  "city-3d/zurich-lod2.city.json": [],
  "footprints/florence-osmbuildings-15-17408-11943.json": [
    "12 building outline: crosses itself or has no area: mended",
  ],
  "footprints/nyc-brooklyn-tilezen-254.json": [`2 ${label}`, `883 ${other}`],
  "footprints/shanghai-huangpu-tilezen.geojson": [`409 ${label}`, `920 ${other}`],
  "footprints/shanghai-shanggang-compound.geojson": [`11 ${other}`],
};

const refused: readonly (readonly [path: string, sentence: RegExp])[] = [
  ["city-3d/appearances/0320_4_15.jpg", /^byte 0: this is a picture; choose/],
  ["city-3d/citygml/ingolstadt-lod3-4018149a.gml", /^line 1: this is XML.*; convert it/],
  ["city-3d/citygml/ingolstadt-lod3-4018194.gml", /^line 1: this is XML.*; convert it/],
  ["city-3d/README.md", /^line 1, column 1: not valid JSON/],
];

describeWithSharedData("every file, by its bytes", "", (folder) => {
  const reading = (path: string) =>
    readCommunityFile({ name: basename(path), text: readFileSync(join(folder, path)) });

  it.each(Object.entries(leftOut))("%s loads and says what it left out", (path, expected) => {
    const read = reading(path);
    if (!read.ok) throw new Error(read.problem.sentence.en);
    const said = read.community.skipped.map(({ what, why, count }) => `${count} ${what}: ${why}`);
    expect(said).toEqual(expected);
  });

  it.each(refused)("%s is refused", (path, sentence) => {
    const read = reading(path);
    expect(read.ok ? "" : read.problem.sentence.en).toMatch(sentence);
  });
});
