import { text, type Text } from "../../language/text.ts";
import type { PartyCode } from "../../device/parties.ts";

/** What an alarm means and what is done about it; who is called first is the limit's own party. */
export interface Advice {
  readonly meaning: Text;
  readonly steps: readonly Text[];
  /** Who has to hear of it besides the limit's party. */
  readonly also: readonly PartyCode[];
}

/** The advice for one limit, as `kind.limit`, or for the limits of that name of all kinds, as `limit`. */
export type AdviceRow = readonly [limits: readonly string[], Advice];

/**
 * Steps are written as one sentence a language, parted by semicolons; each language has the same ones.
 * @throws when it has not.
 */
export function row(
  limits: string | readonly string[],
  zh: string,
  en: string,
  stepsZh: string,
  stepsEn: string,
  also: readonly PartyCode[] = [],
): AdviceRow {
  const [inChinese, inEnglish] = [stepsZh.split("；"), stepsEn.split("; ")];
  if (inChinese.length !== inEnglish.length)
    throw new Error(
      `${String(limits)}: ${inChinese.length} steps in Chinese, ${inEnglish.length} in English`,
    );
  const steps = inChinese.map((step, k) => text(step, capital(inEnglish[k] ?? "")));
  return [typeof limits === "string" ? [limits] : limits, { meaning: text(zh, en), steps, also }];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `name-1` to `name-n`, for things of which a device has several. */
export const numbered = (name: (n: number) => string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, k) => name(k + 1));
