import type { Verdict } from "../../../../models/alarm/measures/bounds.ts";
import type { MessageKey } from "../../../language/messages.ts";
import { useWords } from "../../../language/use-words.ts";

const signs: Readonly<Record<Verdict, readonly [sign: string, word: MessageKey]>> = {
  acceptable: ["✓", "measures.acceptable"],
  manageable: ["◐", "measures.manageable"],
  beyond: ["▲", "measures.beyond"],
};

/** How a number is judged, by sign and word; nothing is in colour, for no alarm is in it. */
export function VerdictSign({ verdict }: { readonly verdict: Verdict | null }) {
  const { t } = useWords();
  if (verdict === null) return <span className="verdict verdict-none">{t("measures.notJudged")}</span>;
  const [sign, word] = signs[verdict];
  return (
    <span className={`verdict verdict-${verdict}`}>
      <span aria-hidden="true">{sign}</span> {t(word)}
    </span>
  );
}
