import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language, Text } from "../../models/language/text.ts";
import type { MessageKey } from "./messages.ts";

export interface Words {
  readonly language: Language;
  readonly t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** A name or sentence that comes as data. */
  readonly say: (text: Text) => string;
  readonly choose: (language: Language) => void;
}

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "zh-CN";
  return useMemo(
    () => ({
      language,
      t: (key, values) => t(key, values ?? {}),
      say: (text) => text[language],
      choose: (chosen) => void i18n.changeLanguage(chosen),
    }),
    [t, i18n, language],
  );
}
