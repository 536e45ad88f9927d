import { notes } from "../notes.ts";
import { inHundredths, type Progress } from "../progress.ts";
import { refuse } from "../problem.ts";
import type { Tally } from "../tally.ts";
import { checkBoundaries, isKnownGeometry } from "./boundaries.ts";
import { isSurfaceGeometry, type CityFileObject, type CityGeometry, type Scalar } from "./city-file.ts";
import { jsonPath } from "../json-path.ts";
import { cityObjectShape, geometryShape, shaped, type ShapedGeometry } from "./shapes.ts";
import { surfaceGeometry } from "./surface-geometry.ts";
import type { TemplateShelf } from "./templates.ts";

const mostAttributes = 64;
const longestText = 200;

export interface ObjectSource {
  readonly vertices: Float64Array;
  readonly templates: TemplateShelf;
  readonly tally: Tally;
  /** Told of every object; a feature of a sequence is too small to tell of. */
  readonly progress?: Progress;
}

/**
 * The city objects of one `CityObjects` map.
 * @throws FileRefused at the first object or geometry that is not as CityJSON demands.
 */
export function readObjects(
  objects: Readonly<Record<string, unknown>>,
  source: ObjectSource,
  where: string,
): CityFileObject[] {
  const parentsByChild = new Map<string, string[]>();
  const shells = Object.entries(objects).map(([id, value]) => {
    const path = jsonPath(where, [id]);
    const shell = shaped(cityObjectShape, value, path);
    for (const child of shell.children ?? []) {
      if (!Object.hasOwn(objects, child)) source.tally.add(notes.childGone);
      const known = parentsByChild.get(child);
      if (known) known.push(id);
      else parentsByChild.set(child, [id]);
    }
    return { id, path, shell };
  });
  const told = source.progress && inHundredths(source.progress, "objects", shells.length);
  return shells.flatMap(({ id, path, shell }, at) => {
    told?.(at + 1);
    if (id.length === 0 || id.length > 256 || /\p{Cc}/u.test(id)) {
      source.tally.add(notes.objectId);
      return [];
    }
    return [
      {
        id,
        type: shell.type,
        parents: [...(shell.parents ?? []), ...(parentsByChild.get(id) ?? [])],
        attributes: scalarsOf(shell.attributes ?? {}),
        geometries: (shell.geometry ?? []).flatMap((geometry, i) =>
          readGeometry(geometry, source, `${path}.geometry[${i}]`),
        ),
      },
    ];
  });
}

function readGeometry(value: unknown, source: ObjectSource, where: string): CityGeometry[] {
  const geometry = shaped(geometryShape, value, where);
  const { type, boundaries } = geometry;
  if (!isKnownGeometry(type)) {
    source.tally.add(notes.unknownGeometry(type.slice(0, 40)));
    return [];
  }
  checkBoundaries(type, boundaries, source.vertices.length / 3, `${where}.boundaries`);
  if (type === "GeometryInstance") return instanceOf(geometry, source, where);
  if (!isSurfaceGeometry(type)) {
    source.tally.add(notes.pointsOrLines(type));
    return [];
  }
  return [surfaceGeometry(geometry, source.vertices, source.tally)];
}

function instanceOf(geometry: ShapedGeometry, source: ObjectSource, where: string): CityGeometry[] {
  const { template, transformationMatrix: matrix, boundaries } = geometry;
  const [index] = boundaries;
  if (template === undefined || matrix === undefined || typeof index !== "number") {
    refuse(
      "bad-instance",
      where,
      "GeometryInstance 须有 template、boundaries 与 16 个数的 transformationMatrix；请重新导出该文件",
      "a GeometryInstance needs template, boundaries and a transformationMatrix of 16 numbers; export the file again",
    );
  }
  const held = source.templates.template(template, `${where}.template`);
  if (held === null) {
    source.tally.add(notes.emptyTemplate);
    return [];
  }
  return [{ ...held, placement: { matrix, reference: { vertices: source.vertices, index } } }];
}

function scalarsOf(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, Scalar>> {
  const kept: [string, Scalar][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (kept.length === mostAttributes) break;
    if (typeof value === "string") kept.push([name, value.slice(0, longestText)]);
    else if (
      value === null ||
      typeof value === "boolean" ||
      (typeof value === "number" && Number.isFinite(value))
    ) {
      kept.push([name, value]);
    }
  }
  return Object.fromEntries(kept);
}
