/** Text as it is compared: small letters, and the wide ones of a Chinese keyboard as the narrow ones. */
export const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The words somebody looks for, in whatever order they were typed. */
export const wantedWords = (typed: string): readonly string[] => folded(typed).split(/\s+/u).filter(Boolean);

/** Every word occurs somewhere in a folded text. */
export const holdsAll = (haystack: string, words: readonly string[]): boolean =>
  words.every((word) => haystack.includes(word));
