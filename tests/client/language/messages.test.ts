import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messages } from "../../../client/language/messages.ts";
import { languages, type Text } from "../../../models/language/text.ts";
import { projectRoot } from "../../project-root.ts";

const all = Object.entries(messages).flatMap(([area, sentences]) =>
  Object.entries<Text>(sentences).map(([key, sentence]) => ({ key: `${area}.${key}`, sentence })),
);
const holes = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1]!).toSorted();

const client = join(projectRoot, "client");
const sources = readdirSync(client, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("language/messages"))
  .map((path) => readFileSync(join(client, path), "utf8"))
  .join("\n");

/** Keys written out, and keys of which the end is one of a closed list. */
const isUsed = (key: string): boolean => {
  const [area = "", name = ""] = key.split(".");
  const built = { link: "link.${state.state}", figure: "figure.${tab}", trouble: `trouble.${name}` }[area];
  return sources.includes(`"${key}"`) || (built !== undefined && sources.includes(built));
};

describe("messages", () => {
  it("exist in both languages and say something", () => {
    for (const { key, sentence } of all)
      for (const language of languages)
        expect(sentence[language].trim(), `${key} in ${language}`).not.toBe("");
  });

  it("are not left untranslated", () => {
    const same = all.filter(({ sentence }) => sentence["zh-CN"] === sentence.en).map(({ key }) => key);
    expect(same).toEqual([]);
  });

  it("leave the same holes in both languages", () => {
    for (const { key, sentence } of all) expect(holes(sentence.en), key).toEqual(holes(sentence["zh-CN"]));
  });

  it("are all used", () => {
    expect(all.map(({ key }) => key).filter((key) => !isUsed(key))).toEqual([]);
  });

  it("cover every key the page asks for", () => {
    const known = new Set(all.map(({ key }) => key));
    const areas = Object.keys(messages).join("|");
    const asked = [...sources.matchAll(new RegExp(`"((?:${areas})\\.[a-zA-Z]+)"`, "g"))].map(
      (match) => match[1]!,
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});
