import type { z } from "zod";
import { refuse } from "../problem.ts";
import type { Tally } from "../tally.ts";
import { checkBoundaries } from "./boundaries.ts";
import { isSurfaceGeometry, type CityGeometry } from "./city-file.ts";
import { geometryShape, shaped, type headerShape } from "./shapes.ts";
import { surfaceGeometry } from "./surface-geometry.ts";
import { readVertices } from "./vertices.ts";

/** The geometry templates of a file, checked once. */
export interface TemplateShelf {
  /** The template at an index; null when it has no surfaces. @throws FileRefused when there is none. */
  template(index: number, where: string): CityGeometry | null;
}

/** Template vertices are real numbers, never quantised. @throws FileRefused for templates that are not well formed. */
export function templateShelf(
  declared: z.output<typeof headerShape>["geometry-templates"],
  where: string,
  tally: Tally,
): TemplateShelf {
  const path = `${where}["geometry-templates"]`;
  const vertices = readVertices(
    declared?.["vertices-templates"] ?? [],
    null,
    `${path}["vertices-templates"]`,
  );
  const shelf = (declared?.templates ?? []).map((value, i) => {
    const at = `${path}.templates[${i}]`;
    const geometry = shaped(geometryShape, value, at);
    if (!isSurfaceGeometry(geometry.type)) return null;
    checkBoundaries(geometry.type, geometry.boundaries, vertices.length / 3, `${at}.boundaries`);
    return surfaceGeometry(geometry, vertices, tally);
  });
  return {
    template(index, at) {
      const held = shelf[index];
      if (held !== undefined) return held;
      return refuse(
        "no-template",
        at,
        `模板 ${index} 不存在（共有 ${shelf.length} 个模板）；请重新导出该文件`,
        `template ${index} does not exist (there are ${shelf.length}); export the file again`,
      );
    },
  };
}
