import type { z } from "zod";
import { text, type Text } from "./text.ts";

/** A rule of a schema with what it asks for in both languages: `schema.refine(holds, asking("…", "…"))`. */
export const asking = (zh: string, en: string): { error: string; params: { asked: Text } } => ({
  error: en,
  params: { asked: text(zh, en) },
});

const longestNamed = 40;
const mostNamed = 12;

const kinds: Readonly<Record<string, Text>> = {
  string: text("文字", "a text"),
  number: text("数", "a number"),
  int: text("整数", "a whole number"),
  boolean: text("true 或 false", "true or false"),
  array: text("列表", "a list"),
  tuple: text("列表", "a list"),
  object: text("对象", "an object"),
  record: text("对象", "an object"),
  null: text("null", "null"),
};
const something = text("其他内容", "something else");

/** What stands there: a short value itself, of anything else its kind; its contents are nobody's here. */
function found(value: unknown): Text {
  if (value === null) return text("null", "null");
  if (Array.isArray(value)) return text("列表", "a list");
  if (typeof value === "object") return text("对象", "an object");
  // JSON has no NaN.
  const shown = (typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "")).slice(
    0,
    longestNamed,
  );
  return text(shown, shown);
}

const but = (input: unknown, wanted: Text): Text => {
  const { "zh-CN": zh, en } = found(input);
  return text(`应为${wanted["zh-CN"]}，现为 ${zh}`, `must be ${wanted.en}, not ${en}`);
};

/** What a schema says of a part that does not fit; tell it `reportInput`, or it does not know what was there. */
export function issueWords(issue: z.core.$ZodIssue): Text {
  const { input } = issue;
  switch (issue.code) {
    case "custom":
      return isText(issue.params?.["asked"]) ? issue.params["asked"] : text(misfit["zh-CN"], issue.message);
    case "unrecognized_keys": {
      const keys = issue.keys.join(", ").slice(0, 200);
      return text(`${keys}：此处没有这一项，请删去`, `${keys}: not known here; leave it out`);
    }
    case "invalid_type":
      if (input === undefined) return text("缺少此项，请补上", "is missing; add it");
      return but(input, kinds[issue.expected] ?? something);
    case "invalid_value":
      if (input === undefined) return text("缺少此项，请补上", "is missing; add it");
      return but(input, oneOf(issue.values.map(String)));
    case "too_small":
      return bound(issue.origin, Number(issue.minimum), "least");
    case "too_big":
      return bound(issue.origin, Number(issue.maximum), "most");
    case "invalid_element":
    case "invalid_format":
    case "invalid_key":
    case "invalid_union":
    case "not_multiple_of":
      return misfit;
  }
}

const misfit = text("内容不符合要求，请更正", "is not what may stand here; mend it");

/** As many as can be read, each of them whole. */
function oneOf(values: readonly string[]): Text {
  const named = values.filter((value) => value !== "").slice(0, mostNamed);
  const left = values.length - named.length;
  const [zh, en] = left > 0 ? [`、等 ${values.length} 种`, ` … (${values.length} in all)`] : ["", ""];
  if (named.length === 1 && left === 0) return text(named[0] ?? "", named[0] ?? "");
  return text(`以下之一：${named.join("、")}${zh}`, `one of ${named.join(", ")}${en}`);
}

function bound(origin: string, limit: number, end: "least" | "most"): Text {
  const [few, many] = end === "least" ? ["至少", "at least"] : ["最多", "at most"];
  if (origin === "string") return text(`${few} ${limit} 个字符`, `must have ${many} ${limit} characters`);
  if (origin === "array" || origin === "tuple")
    return text(`${few} ${limit} 项`, `must have ${many} ${limit} entries`);
  return end === "least"
    ? text(`不得小于 ${limit}`, `must not be less than ${limit}`)
    : text(`不得大于 ${limit}`, `must not be more than ${limit}`);
}

const isText = (candidate: unknown): candidate is Text =>
  typeof candidate === "object" && candidate !== null && "zh-CN" in candidate && "en" in candidate;

/** The sentence with the place it is about in front. */
export const placedWords = (place: string, { "zh-CN": chinese, en }: Text): Text =>
  place === "" ? text(chinese, en) : text(`${place}：${chinese}`, `${place}: ${en}`);
