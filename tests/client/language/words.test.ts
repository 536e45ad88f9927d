import { describe, expect, it } from "vitest";
import { firstLanguage, startWords } from "../../../client/language/words.ts";

function memoryOf(held: Record<string, string> = {}) {
  return {
    held,
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, value: string) => void (held[key] = value),
  };
}

describe("the first language", () => {
  it.each([
    ["zh-CN", "zh-CN"],
    ["zh-TW", "zh-CN"],
    ["ZH", "zh-CN"],
    ["en-GB", "en"],
    ["de", "en"],
  ])("of a browser in %s is %s", (browser, language) => {
    expect(firstLanguage(memoryOf(), browser)).toBe(language);
  });

  it("is the one chosen before, and nothing that is no language", () => {
    expect(firstLanguage(memoryOf({ "courtyard.language": "en" }), "zh-CN")).toBe("en");
    expect(firstLanguage(memoryOf({ "courtyard.language": "fr" }), "zh-CN")).toBe("zh-CN");
  });
});

describe("words", () => {
  it("change without a reload, tell the document and are remembered", async () => {
    const memory = memoryOf();
    const page = { lang: "" };
    const words = startWords("zh-CN", memory, page);
    expect(words.t("link.live")).toBe("实时");
    expect(page.lang).toBe("zh-CN");
    await words.changeLanguage("en");
    expect(words.t("link.live")).toBe("Live");
    expect(page.lang).toBe("en");
    expect(firstLanguage(memory, "zh-CN")).toBe("en");
  });

  it("fill their holes without touching what is put in", () => {
    const words = startWords("en", memoryOf(), { lang: "" });
    expect(words.t("scene.selected", { name: "<b>A & B</b>" })).toBe("Selected: <b>A & B</b>");
  });
});
