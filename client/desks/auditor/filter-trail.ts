import type { TrailEntry } from "./answers.ts";

/** Entries in which every word occurs, in what is kept or in what is shown of it (`shownOf`). */
export function filterTrail(
  entries: readonly TrailEntry[],
  words: string,
  act: string,
  shownOf: (entry: TrailEntry) => string,
): readonly TrailEntry[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (act !== "" && entry.act !== act) return false;
    const details = Object.entries(entry.detail).flat().join(" ");
    const haystack = `${entry.act} ${entry.who} ${entry.subject} ${details} ${shownOf(entry)}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
}
