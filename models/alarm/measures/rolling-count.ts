/** How many there were at most within a span, and when that many were reached. */
export interface Peak {
  readonly count: number;
  readonly atMs: number;
}

/** How many there were within the last span of time, and the most there were in any within a window. */
export class RollingCount {
  readonly #spanMs: number;
  readonly #most: number;
  #times: number[] = [];
  #first = 0;
  /** Fewer and fewer: each was the most since the one before it. */
  readonly #peaks: Peak[] = [];

  /** @param most how many are counted at most, so that none is remembered beyond them. */
  constructor(spanMs: number, most: number) {
    this.#spanMs = spanMs;
    this.#most = most;
  }

  /** @param atMs not before what was added earlier. */
  add(atMs: number): void {
    this.#times.push(atMs);
    const count = this.countAt(atMs);
    while ((this.#peaks.at(-1)?.count ?? Number.POSITIVE_INFINITY) <= count) this.#peaks.pop();
    this.#peaks.push({ count, atMs });
  }

  /** Within the span that ends now; what is older is forgotten. */
  countAt(nowMs: number): number {
    while ((this.#times[this.#first] ?? nowMs) <= nowMs - this.#spanMs) this.#first++;
    if (this.#times.length - this.#first > this.#most) this.#first = this.#times.length - this.#most;
    if (this.#first * 2 >= this.#times.length) {
      this.#times = this.#times.slice(this.#first);
      this.#first = 0;
    }
    return this.#times.length - this.#first;
  }

  /** The most that were reached since then; null where nothing was added. */
  peakSince(fromMs: number): Peak | null {
    while ((this.#peaks[0]?.atMs ?? fromMs) < fromMs) this.#peaks.shift();
    return this.#peaks[0] ?? null;
  }
}
