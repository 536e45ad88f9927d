/** How often each thing happened within a window that moves on; bounded, and honest about what it lost by that. */
export class SlidingTally<Key> {
  readonly #most: number;
  readonly #counts = new Map<Key, number>();
  #entries: { readonly key: Key; readonly atMs: number }[] = [];
  #first = 0;
  #lostMs = Number.NEGATIVE_INFINITY;

  /** @param most how many are remembered at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  get counts(): ReadonlyMap<Key, number> {
    return this.#counts;
  }

  get total(): number {
    return this.#entries.length - this.#first;
  }

  /** The time of the newest that was dropped for want of room. */
  get lostMs(): number {
    return this.#lostMs;
  }

  /** @param atMs not before what was added earlier. */
  add(key: Key, atMs: number): void {
    this.#entries.push({ key, atMs });
    this.#counts.set(key, this.countOf(key) + 1);
    if (this.total <= this.#most) return;
    this.#lostMs = this.#entries[this.#first]?.atMs ?? atMs;
    this.keepFrom(this.#lostMs + 1);
  }

  countOf(key: Key): number {
    return this.#counts.get(key) ?? 0;
  }

  /** Forgets what happened before. */
  keepFrom(fromMs: number): void {
    for (let entry = this.#entries[this.#first]; entry !== undefined && entry.atMs < fromMs; ) {
      const left = this.countOf(entry.key) - 1;
      if (left === 0) this.#counts.delete(entry.key);
      else this.#counts.set(entry.key, left);
      entry = this.#entries[++this.#first];
    }
    if (this.#first * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }

  /** What is within the window, the oldest first. */
  *entries(): Generator<{ readonly key: Key; readonly atMs: number }> {
    for (let index = this.#first; index < this.#entries.length; index++) {
      const entry = this.#entries[index];
      if (entry !== undefined) yield entry;
    }
  }
}
