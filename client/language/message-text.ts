import { text, type Language, type Text } from "../../models/language/text.ts";
import { messages, type MessageKey } from "./messages.ts";

/** A sentence in both languages at once, with its values in their places. */
export function messageText(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): Text {
  const [area = "", name = ""] = key.split(".");
  const sentences: Readonly<Record<string, Readonly<Record<string, Text>>>> = messages;
  const sentence = sentences[area]?.[name];
  const filled = (language: Language): string =>
    (sentence?.[language] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_all, value: string) =>
      String(values[value] ?? ""),
    );
  return text(filled("zh-CN"), filled("en"));
}
