import type { Community } from "../community/community.ts";
import { text } from "../language/text.ts";
import type { FormatProblem } from "./problem.ts";

/** Why a city model must not take the place of another one: nothing of it could be seen. Null where something can. */
export function nothingToDraw({ source, counts }: Community): FormatProblem | null {
  if (!source.format.startsWith("CityJSON") || counts.triangles > 0) return null;
  const where = source.format === "CityJSONSeq" ? "" : "$.CityObjects";
  const prefix = where === "" ? "" : `${where}: `;
  return {
    code: "nothing-to-draw",
    where,
    sentence: text(
      `${where === "" ? "" : `${where}：`}没有一个城市对象有可绘制的面；请选择含有几何（Solid 或 MultiSurface）的文件`,
      `${prefix}no city object has a surface that can be drawn; choose a file with geometry (Solid or MultiSurface)`,
    ),
  };
}
