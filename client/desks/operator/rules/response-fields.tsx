import { adviceFor } from "../../../../models/alarm/response/response.ts";
import type { LimitId } from "../../../../models/ids.ts";
import { languages, type Language } from "../../../../models/language/text.ts";
import { useWords } from "../../../language/use-words.ts";
import { responseFields, stepLines, type ResponseDraft, type ResponseField } from "./response-draft.ts";

interface ResponseFieldsProps {
  readonly limit: LimitId;
  readonly draft: ResponseDraft;
  readonly onChange: (draft: ResponseDraft) => void;
}

/** A language is named by its own word, in every language. */
const languageNames: Readonly<Record<Language, string>> = { "zh-CN": "中文", en: "English" };

const fieldKeys = {
  meaning: "rules.meaning",
  steps: "rules.steps",
  contact: "rules.contact",
} as const satisfies Readonly<Record<ResponseField, string>>;

/** What the alarm means here, what to do and whom to call, folded; the usual stands in the fields in grey. */
export function ResponseFields({ limit, draft, onChange }: ResponseFieldsProps) {
  const { t } = useWords();
  const advice = adviceFor(limit);
  const usual = (field: ResponseField, language: Language): string => {
    if (advice === undefined || field === "contact") return "";
    return field === "steps" ? stepLines(advice.steps, language) : advice.meaning[language];
  };
  return (
    <details className="rule-response">
      <summary>{t("rules.response")}</summary>
      <p className="card-note">{t("rules.responseHow")}</p>
      <div className="rule-response-fields">
        {responseFields.map((field) =>
          languages.map((language) => (
            <label key={`${field} ${language}`}>
              {t(fieldKeys[field])} · {languageNames[language]}
              <textarea
                lang={language}
                rows={field === "steps" ? 5 : 2}
                maxLength={field === "steps" ? 6000 : 500}
                placeholder={usual(field, language)}
                value={draft[field][language]}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ ...draft, [field]: { ...draft[field], [language]: value } })
                }
              />
            </label>
          )),
        )}
      </div>
    </details>
  );
}
