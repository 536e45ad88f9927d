import type { Skipped } from "../community/community.ts";

/** Beyond this many different notes the rest is one: a file may invent as many type names as it likes. */
const mostNotes = 60;
const rest = { what: "others", why: "too many different kinds to name each" };

/** What of a file was not taken over, counted by what and why, so that nothing is lost in silence. */
export class Tally {
  readonly #counts = new Map<string, Skipped>();

  add(what: string, why: string, count = 1): void {
    if (count === 0) return;
    const key = `${what}\n${why}`;
    if (!this.#counts.has(key) && this.#counts.size >= mostNotes && what !== rest.what) {
      this.add(rest.what, rest.why, count);
      return;
    }
    this.#counts.set(key, { what, why, count: (this.#counts.get(key)?.count ?? 0) + count });
  }

  list(): readonly Skipped[] {
    return [...this.#counts.values()];
  }
}
