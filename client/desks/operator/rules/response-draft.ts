import type { OwnResponse } from "../../../../models/alarm/response/response.ts";
import { text, type Language, type Text } from "../../../../models/language/text.ts";

export const responseFields = ["meaning", "steps", "contact"] as const;
export type ResponseField = (typeof responseFields)[number];

/** What to do instead as it is filled in, language by language; a step is a line. All of it empty stays as usual. */
export type ResponseDraft = Readonly<Record<ResponseField, Text>>;

export const emptyResponse: ResponseDraft = {
  meaning: text("", ""),
  steps: text("", ""),
  contact: text("", ""),
};

export function responseDraftOf(response: OwnResponse | undefined): ResponseDraft {
  if (response === undefined) return emptyResponse;
  const { meaning, steps, contact } = response;
  return {
    meaning,
    steps: text(stepLines(steps, "zh-CN"), stepLines(steps, "en")),
    contact: contact ?? text("", ""),
  };
}

/** Steps as lines; one that has several lines is one line all the same. */
export const stepLines = (steps: readonly Text[], language: Language): string =>
  steps.map((step) => step[language].replaceAll(/\s*\n\s*/g, " ")).join("\n");

/** What a form asks for; a step without its other language is asked for so, and refused by the server in words. */
export function responseAskedBy(draft: ResponseDraft): OwnResponse | undefined {
  const isFilled = (field: ResponseField): boolean =>
    draft[field]["zh-CN"].trim() !== "" || draft[field].en.trim() !== "";
  if (!responseFields.some(isFilled)) return undefined;
  const [zh, en] = [linesIn(draft.steps["zh-CN"]), linesIn(draft.steps.en)];
  const steps = Array.from({ length: Math.max(zh.length, en.length) }, (_, k) =>
    text(zh[k] ?? "", en[k] ?? ""),
  );
  return {
    meaning: trimmed(draft.meaning),
    steps,
    ...(isFilled("contact") && { contact: trimmed(draft.contact) }),
  };
}

const trimmed = (words: Text): Text => text(words["zh-CN"].trim(), words.en.trim());

const linesIn = (words: string): readonly string[] =>
  words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
