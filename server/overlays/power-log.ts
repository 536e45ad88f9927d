/**
 * Mean power by source and step of time, in a ring. Means do not depend on the order in which readings arrive, so that
 * a device which uploads its log late is as good as a live one. Allocates only when a source is added.
 */
export class PowerLog {
  readonly #stepMs: number;
  readonly #kept: number;
  #capacity = 64;
  #sums: Float64Array;
  #counts: Uint32Array;
  /** Which step a cell of the ring holds now. */
  #stepOf: Float64Array;
  #count = 0;

  /** @param stepMs length of a step @param kept how many steps back it remembers */
  constructor(stepMs: number, kept: number) {
    this.#stepMs = stepMs;
    this.#kept = kept;
    this.#sums = new Float64Array(this.#capacity * kept);
    this.#counts = new Uint32Array(this.#capacity * kept);
    this.#stepOf = new Float64Array(this.#capacity * kept).fill(-1);
  }

  /** @returns the number by which the new source is known here. */
  addSource(): number {
    if (this.#count === this.#capacity) this.#grow();
    return this.#count++;
  }

  stepAt(atMs: number): number {
    return Math.floor(atMs / this.#stepMs);
  }

  startOf(step: number): number {
    return step * this.#stepMs;
  }

  /** Readings older than the ring are dropped: their step is no longer told. */
  add(source: number, atMs: number, powerKw: number): void {
    const step = this.stepAt(atMs);
    const cell = source * this.#kept + (step % this.#kept);
    const held = this.#stepOf[cell] ?? -1;
    if (step < held) return;
    if (step > held) {
      this.#stepOf[cell] = step;
      this.#sums[cell] = 0;
      this.#counts[cell] = 0;
    }
    this.#sums[cell] = (this.#sums[cell] ?? 0) + powerKw;
    this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
  }

  /** Mean power in a step, or the mean of the last step heard at most `holdMs` earlier; NaN when there is neither. */
  mean(source: number, step: number, holdMs: number): number {
    const earliest = step - Math.min(this.#kept - 1, Math.floor(holdMs / this.#stepMs));
    for (let asked = step; asked >= earliest; asked--) {
      const cell = source * this.#kept + (asked % this.#kept);
      const count = this.#counts[cell] ?? 0;
      if (this.#stepOf[cell] === asked && count > 0) return (this.#sums[cell] ?? 0) / count;
    }
    return Number.NaN;
  }

  #grow(): void {
    this.#capacity *= 2;
    const length = this.#capacity * this.#kept;
    const sums = new Float64Array(length);
    const counts = new Uint32Array(length);
    const stepOf = new Float64Array(length).fill(-1);
    sums.set(this.#sums);
    counts.set(this.#counts);
    stepOf.set(this.#stepOf);
    this.#sums = sums;
    this.#counts = counts;
    this.#stepOf = stepOf;
  }
}
