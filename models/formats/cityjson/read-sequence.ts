import { parseJson } from "../json-text.ts";
import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import type { Progress } from "../progress.ts";
import type { Tally } from "../tally.ts";
import type { CityFile, CityFileObject } from "./city-file.ts";
import { declared, readHeader, refuseWithoutTransform, vertexList } from "./read-document.ts";
import { readObjects } from "./read-objects.ts";
import { described, recordShape, shaped } from "./shapes.ts";
import { templateShelf } from "./templates.ts";
import { readVertices } from "./vertices.ts";

type CityObjects = Readonly<Record<string, unknown>>;

/**
 * A CityJSONSeq: a CityJSON object with the transform on the first line, a CityJSONFeature on each other. Objects on
 * the first line, where there should be none, are read like any other.
 * @throws FileRefused with line, and column or JSON path, of the first fault.
 */
export function readSequence(text: string, tally: Tally, progress: Progress): CityFile {
  const objects: CityFileObject[] = [];
  const vertexTables: Float64Array[] = [];
  const seen = new Set<string>();
  let file: Omit<CityFile, "objects" | "vertexTables"> | null = null;
  let readFeature: ((feature: Readonly<Record<string, unknown>>, where: string) => void) | null = null;
  for (const { line, number, from } of linesOf(text)) {
    if (number % 100 === 0) progress("objects", from / text.length);
    const where = `line ${number} $`;
    const item = shaped(recordShape, parseLine(line, number, text), where);
    if (readFeature === null) {
      const header = readHeader(item, where);
      const { transform } = header;
      if (transform === undefined) refuseWithoutTransform(where, header.version);
      const templates = templateShelf(header["geometry-templates"], where, tally);
      file = { ...declared(header), format: "CityJSONSeq" };
      const take = (cityObjects: CityObjects, from: typeof item, at: string): void => {
        const vertices = readVertices(vertexList(from, at), transform, `${at}.vertices`);
        vertexTables.push(vertices);
        for (const object of readObjects(cityObjects, { vertices, templates, tally }, `${at}.CityObjects`)) {
          if (seen.has(object.id)) tally.add(notes.objectTwice);
          else objects.push(object);
          seen.add(object.id);
        }
      };
      const inHeader = headerObjects(item, where);
      if (Object.keys(inHeader).length > 0) take(inHeader, item, where);
      readFeature = (feature, at) => take(featureObjects(feature, at), feature, at);
    } else readFeature(item, where);
  }
  if (file === null)
    refuse(
      "empty",
      "",
      "文件为空；请选择一个 CityJSONSeq 文件",
      "the file is empty; choose a CityJSONSeq file",
    );
  return { ...file, objects, vertexTables };
}

function* linesOf(text: string): Generator<{ line: string; number: number; from: number }> {
  let number = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end);
    number += 1;
    if (line.trim() !== "") yield { line, number, from };
    from = end < 0 ? text.length : end + 1;
  }
}

function parseLine(line: string, number: number, text: string): unknown {
  // A line such as `{` alone is the mark of a pretty-printed object.
  if (/^\s*[{[]\s*$/.test(line) && text.trim() !== line.trim()) {
    refuse(
      "line-not-whole",
      `line ${number}, column ${line.trimEnd().length + 1}`,
      "CityJSONSeq 要求每个对象独占一行，此处对象被分写在多行；请把每个对象写成一行",
      "each object of a CityJSONSeq stands whole on one line, this one goes on over several; write each object on one line",
    );
  }
  return parseJson(line, number);
}

const headerObjects = ({ CityObjects }: Readonly<Record<string, unknown>>, where: string): CityObjects =>
  CityObjects === undefined ? {} : shaped(recordShape, CityObjects, `${where}.CityObjects`);

function featureObjects(feature: Readonly<Record<string, unknown>>, where: string): CityObjects {
  const { id, type } = feature;
  if (type !== "CityJSONFeature") {
    refuse(
      "missing-type",
      `${where}.type`,
      '缺少 "type": "CityJSONFeature"；CityJSONSeq 首行之后每行应为一个 CityJSONFeature',
      'the member "type": "CityJSONFeature" is missing; every line after the first of a CityJSONSeq is one',
    );
  }
  const objects = shaped(recordShape, feature["CityObjects"], `${where}.CityObjects`);
  if (typeof id !== "string" || !Object.hasOwn(objects, id)) {
    refuse(
      "feature-id",
      `${where}.id`,
      `CityObjects 中没有 id 所指的对象 ${described(id)}；请重新导出该文件`,
      `the object that id names, ${described(id)}, is not among its CityObjects; export the file again`,
    );
  }
  return objects;
}
