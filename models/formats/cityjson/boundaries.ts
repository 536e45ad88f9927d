import { refuse } from "../problem.ts";
import { jsonPath } from "../json-path.ts";
import { described } from "./shapes.ts";

/** Levels of arrays, the innermost being a list of vertex indices. */
const depthOf: Readonly<Record<string, number>> = {
  MultiPoint: 1,
  GeometryInstance: 1,
  MultiLineString: 2,
  MultiSurface: 3,
  CompositeSurface: 3,
  Solid: 4,
  MultiSolid: 5,
  CompositeSolid: 5,
};

export const isKnownGeometry = (type: string): boolean => Object.hasOwn(depthOf, type);

/**
 * Every index of the boundaries is a whole number below `vertexCount`, nested as the geometry's type demands.
 * @throws FileRefused with the path of the first that is not.
 */
export function checkBoundaries(
  type: string,
  boundaries: readonly unknown[],
  vertexCount: number,
  where: string,
): void {
  checkLevel(boundaries, depthOf[type] ?? 1, { vertexCount, where, path: [] });
}

interface Walk {
  readonly vertexCount: number;
  readonly where: string;
  readonly path: number[];
}

function checkLevel(list: readonly unknown[], depth: number, walk: Walk): void {
  for (let i = 0; i < list.length; i += 1) {
    const item = list[i];
    if (depth > 1) {
      walk.path.push(i);
      if (!Array.isArray(item)) wrongNesting(walk);
      checkLevel(item, depth - 1, walk);
      walk.path.pop();
    } else if (typeof item !== "number" || !Number.isInteger(item) || item < 0 || item >= walk.vertexCount) {
      walk.path.push(i);
      outOfRange(item, walk);
    }
  }
}

function wrongNesting(walk: Walk): never {
  refuse(
    "bad-boundaries",
    jsonPath(walk.where, walk.path),
    "边界数组的层数与几何类型不符；请用 cjval 检查该文件",
    "the boundaries are not nested as this geometry type demands; check the file with cjval",
  );
}

function outOfRange(index: unknown, walk: Walk): never {
  const shown = described(index);
  refuse(
    "vertex-index",
    jsonPath(walk.where, walk.path),
    `顶点序号 ${shown} 不存在（共有 ${walk.vertexCount} 个顶点）；请重新导出该文件`,
    `vertex index ${shown} does not exist (there are ${walk.vertexCount} vertices); export the file again`,
  );
}
