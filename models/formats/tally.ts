import type { Skipped } from "../community/community.ts";
import { notes, type Note } from "./notes.ts";

/** Beyond this many different notes the rest is one: a file may invent as many type names as it likes. */
const mostNotes = 60;

/** What of a file was not taken over, counted by what and why, so that nothing is lost in silence. */
export class Tally {
  readonly #counts = new Map<string, Skipped>();

  add(note: Note, count = 1): void {
    if (count === 0) return;
    const { what, why } = note;
    const key = `${what.en}\n${why.en}`;
    const held = this.#counts.get(key);
    if (held === undefined && this.#counts.size >= mostNotes && note !== notes.others) {
      this.add(notes.others, count);
      return;
    }
    this.#counts.set(key, { what: what.en, why: why.en, words: note, count: (held?.count ?? 0) + count });
  }

  list(): readonly Skipped[] {
    return [...this.#counts.values()];
  }
}
