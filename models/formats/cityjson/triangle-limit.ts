import { refuse } from "../problem.ts";
import type { Face } from "./faces.ts";

/** More than a browser draws, and half a gigabyte. A template repeats its faces at will: a small file can ask for more. */
const mostTriangles = 5_000_000;

/** Counts the triangles to come, before any of them takes room. */
export class TriangleLimit {
  #count = 0;

  /** @throws FileRefused when they are too many. */
  add(faces: readonly Face[]): void {
    for (const { rings } of faces) {
      for (const ring of rings) this.#count += ring.length;
    }
    if (this.#count <= mostTriangles) return;
    refuse(
      "too-many-triangles",
      "$.CityObjects",
      `三角面超过 ${mostTriangles} 个；请选择较小的范围或较粗的 LoD`,
      `there are more than ${mostTriangles} triangles to draw; choose a smaller area or a coarser level of detail`,
    );
  }
}
