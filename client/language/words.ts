import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language, Text } from "../../models/language/text.ts";
import { languages } from "../../models/language/text.ts";
import { messages } from "./messages.ts";

const memoryKey = "courtyard.language";

export interface Memory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The language chosen before, else the browser's when it is Chinese, else English. */
export function firstLanguage(memory: Memory, browserLanguage: string): Language {
  const remembered = languages.find((language) => language === memory.getItem(memoryKey));
  return remembered ?? (browserLanguage.toLowerCase().startsWith("zh") ? "zh-CN" : "en");
}

const resourcesOf = (language: Language): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(messages).map(([area, sentences]) => [
      area,
      Object.fromEntries(Object.entries<Text>(sentences).map(([key, sentence]) => [key, sentence[language]])),
    ]),
  );

/** Starts the words of the page; a change of language is remembered and told to the document. */
export function startWords(language: Language, memory: Memory, page: { lang: string }): i18n {
  const words = i18next.createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: Object.fromEntries(languages.map((each) => [each, { translation: resourcesOf(each) }])),
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  page.lang = language;
  words.on("languageChanged", (chosen) => {
    page.lang = chosen;
    memory.setItem(memoryKey, chosen);
  });
  return words;
}
