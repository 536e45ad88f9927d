import type { z } from "zod";
import { refuse } from "../problem.ts";
import type { transformShape } from "./shapes.ts";

export type Transform = z.output<typeof transformShape>;

/** No projected or geocentric coordinate on Earth is larger, zone prefixes included. */
const absurdM = 1e9;

/**
 * A list of `[x, y, z]` as one flat array, the transform applied (null: taken as they are).
 * @throws FileRefused for what is no triple of finite numbers, or lies beyond any place on Earth.
 */
export function readVertices(
  list: readonly unknown[],
  transform: Transform | null,
  where: string,
): Float64Array {
  const [sx, sy, sz] = transform?.scale ?? [1, 1, 1];
  const [tx, ty, tz] = transform?.translate ?? [0, 0, 0];
  const flat = new Float64Array(list.length * 3);
  for (let i = 0; i < list.length; i += 1) {
    const [x, y, z] = triple(list[i], i, where);
    const at = i * 3;
    flat[at] = x * sx + tx;
    flat[at + 1] = y * sy + ty;
    flat[at + 2] = z * sz + tz;
    for (let axis = at; axis < at + 3; axis += 1) {
      if (!(Math.abs(flat[axis] ?? Number.NaN) <= absurdM)) absurd(flat[axis], i, where);
    }
  }
  return flat;
}

function triple(value: unknown, index: number, where: string): readonly [number, number, number] {
  if (Array.isArray(value) && value.length >= 3) {
    const [x, y, z]: unknown[] = value;
    if (typeof x === "number" && typeof y === "number" && typeof z === "number") return [x, y, z];
  }
  return refuse(
    "bad-vertex",
    `${where}[${index}]`,
    "顶点应为三个数 [x, y, z]；请重新导出该文件",
    "a vertex must be three numbers [x, y, z]; export the file again",
  );
}

function absurd(coordinate: number | undefined, index: number, where: string): never {
  refuse(
    "absurd-coordinate",
    `${where}[${index}]`,
    `坐标 ${coordinate} 超出地球上任何坐标系的范围（10 亿米）；请检查 transform 与顶点数值`,
    `coordinate ${coordinate} lies beyond any coordinate system on Earth (a thousand million metres); check the transform and the vertex numbers`,
  );
}
