import type { z } from "zod";
import zhCN from "zod/v4/locales/zh-CN.js";
import { text, type Text } from "./text.ts";

/** A rule of a schema with what it asks for in both languages: `schema.refine(holds, asking("…", "…"))`. */
export const asking = (zh: string, en: string): { error: string; params: { asked: Text } } => ({
  error: en,
  params: { asked: text(zh, en) },
});

const zh = zhCN().localeError;
const longest = 300;

/** What a schema says of a part that does not fit; tell it `reportInput`, or it does not know what was there. */
export function issueWords(issue: z.core.$ZodIssue): Text {
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.join(", ").slice(0, 200);
    return text(`${keys}：此处没有这一项，请删去`, `${keys}: not known here; leave it out`);
  }
  if (issue.code === "custom" && isText(issue.params?.["asked"])) return issue.params["asked"];
  const said = zh(issue as z.core.$ZodRawIssue);
  const chinese = typeof said === "string" ? said : (said?.message ?? issue.message);
  return text(chinese.slice(0, longest), issue.message.slice(0, longest));
}

const isText = (candidate: unknown): candidate is Text =>
  typeof candidate === "object" && candidate !== null && "zh-CN" in candidate && "en" in candidate;

/** The sentence with the place it is about in front. */
export const placedWords = (place: string, { "zh-CN": chinese, en }: Text): Text =>
  place === "" ? text(chinese, en) : text(`${place}：${chinese}`, `${place}: ${en}`);
