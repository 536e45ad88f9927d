import { z } from "zod";
import { issueWords } from "../../language/issue-words.ts";
import { text } from "../../language/text.ts";
import { jsonPath } from "../json-path.ts";
import { refuse } from "../problem.ts";

/** Shapes of the parts that are not numbers by the thousand; unknown keys are extensions and are let through unseen. */
const three = z.tuple([z.number(), z.number(), z.number()]);

export const transformShape = z.object({ scale: three, translate: three });

export const headerShape = z.object({
  version: z.string(),
  transform: transformShape.optional(),
  metadata: z.object({ referenceSystem: z.string().nullish(), title: z.string().nullish() }).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
  appearance: z.object({ textures: z.array(z.unknown()).optional() }).nullish(),
  "geometry-templates": z
    .object({ templates: z.array(z.unknown()), "vertices-templates": z.array(z.unknown()) })
    .nullish(),
});

export const cityObjectShape = z.object({
  type: z.string().min(1),
  parents: z.array(z.string()).nullish(),
  children: z.array(z.string()).nullish(),
  attributes: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.array(z.unknown()).nullish(),
});

export const geometryShape = z.object({
  type: z.string().min(1),
  lod: z.union([z.string(), z.number()]).nullish(),
  boundaries: z.array(z.unknown()),
  semantics: z.object({ surfaces: z.array(z.object({ type: z.string() })), values: z.unknown() }).nullish(),
  template: z.number().int().nonnegative().optional(),
  transformationMatrix: z.array(z.number().min(-1e6).max(1e6)).length(16).optional(),
});

export type ShapedGeometry = z.output<typeof geometryShape>;

export const recordShape = z.record(z.string(), z.unknown());

/** What stands where something else should: short, whatever it is. */
export const described = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? JSON.stringify(value).slice(0, 80) : kindOf(value);

const kindOf = (value: unknown): string =>
  value === undefined
    ? "nothing"
    : value === null
      ? "null"
      : Array.isArray(value)
        ? "a list"
        : `a ${typeof value}`;

/** @throws FileRefused `bad-shape` with the path of the first value that is not as CityJSON demands. */
export function shaped<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  where: string,
): z.output<Shape> {
  const read = shape.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const words = issue ? issueWords(issue) : text("结构有误", "is not of that shape");
  return refuse(
    "bad-shape",
    jsonPath(where, issue?.path ?? []),
    `不符合 CityJSON 的规定：${words["zh-CN"]}；请用 cjval 检查该文件`,
    `not as CityJSON demands: ${words.en}; check the file with cjval`,
  );
}
