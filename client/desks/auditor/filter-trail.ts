import type { TrailEntry } from "./answers.ts";

/** Entries in which every word occurs. */
export function filterTrail(
  entries: readonly TrailEntry[],
  words: string,
  act: string,
  nameOf: (act: string) => string,
): readonly TrailEntry[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (act !== "" && entry.act !== act) return false;
    const details = Object.entries(entry.detail).flat().join(" ");
    const haystack =
      `${entry.act} ${nameOf(entry.act)} ${entry.who} ${entry.subject} ${details}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
}
