import type { z } from "zod";
import { refuse } from "../problem.ts";
import type { Progress } from "../progress.ts";
import type { Tally } from "../tally.ts";
import type { CityFile } from "./city-file.ts";
import { readObjects } from "./read-objects.ts";
import { headerShape, recordShape, shaped } from "./shapes.ts";
import { templateShelf } from "./templates.ts";
import { readVertices } from "./vertices.ts";

export type Header = z.output<typeof headerShape>;

/**
 * A whole CityJSON document.
 * @throws FileRefused with the JSON path of the first fault.
 */
export function readDocument(
  document: Readonly<Record<string, unknown>>,
  tally: Tally,
  progress: Progress,
): CityFile {
  const header = readHeader(document, "$");
  const objects = shaped(recordShape, document["CityObjects"], "$.CityObjects");
  const list = vertexList(document, "$");
  const mustTransform = header.transform === undefined && !header.version.startsWith("1.0");
  const vertices = readVertices(list, header.transform ?? null, "$.vertices");
  const templates = templateShelf(header["geometry-templates"], "$", tally);
  const read = readObjects(objects, { vertices, templates, tally, progress }, "$.CityObjects");
  if (mustTransform) refuseWithoutTransform("$", header.version);
  return {
    ...declared(header),
    format: "CityJSON",
    objects: read,
    vertexTables: [vertices],
  };
}

/** @throws FileRefused for what is no CityJSON, or a version not among 1.0, 1.1, 2.0. */
export function readHeader(document: Readonly<Record<string, unknown>>, where: string): Header {
  if (document["type"] !== "CityJSON") {
    refuse(
      "missing-type",
      `${where}.type`,
      '缺少 "type": "CityJSON"；请补上该项或重新导出该文件',
      'the member "type": "CityJSON" is missing; add it or export the file again',
    );
  }
  const header = shaped(headerShape, document, where);
  if (!/^(1\.[01]|2\.0)(\.\d+)?$/.test(header.version)) {
    refuse(
      "unknown-version",
      `${where}.version`,
      `不支持 CityJSON ${header.version.slice(0, 20)}（支持 1.0、1.1、2.0）；请用 cjio upgrade 转换`,
      `CityJSON ${header.version.slice(0, 20)} is not read here (1.0, 1.1 and 2.0 are); convert it with cjio upgrade`,
    );
  }
  refuseFlatScale(header, where);
  return header;
}

/** A scale of 0 puts every vertex on one plane: whatever stood there, nothing of it is left. */
function refuseFlatScale({ transform }: Header, where: string): void {
  const axis = transform?.scale.indexOf(0) ?? -1;
  if (axis < 0) return;
  refuse(
    "zero-scale",
    `${where}.transform.scale[${axis}]`,
    "缩放为 0，所有顶点会落在同一平面上；请更正 transform.scale 或重新导出该文件",
    "a scale of 0 puts all vertices on one plane; mend transform.scale or export the file again",
  );
}

export const declared = (header: Header) => ({
  version: header.version,
  referenceSystem: header.metadata?.referenceSystem ?? null,
  title: header.metadata?.title ?? null,
  texturesDeclared: header.appearance?.textures?.length ?? 0,
  extensions: Object.keys(header.extensions ?? {}),
});

/** @throws FileRefused when there is no list of vertices. */
export function vertexList(document: Readonly<Record<string, unknown>>, where: string): readonly unknown[] {
  const { vertices } = document;
  if (Array.isArray(vertices)) return vertices;
  return refuse(
    "no-vertices",
    `${where}.vertices`,
    "缺少顶点数组 vertices；请重新导出该文件",
    "the list `vertices` is missing; export the file again",
  );
}

export function refuseWithoutTransform(where: string, version: string): never {
  refuse(
    "no-transform",
    `${where}.transform`,
    `CityJSON ${version} 必须有 transform，否则整数顶点会被误当作米；请重新导出该文件`,
    `CityJSON ${version} must state a transform, else its whole-number vertices would be mistaken for metres; export the file again`,
  );
}
