const high = 0x100000000;

/** Points that may have changed on a tick: dense index in the channel, and row of the twin's delta. Reused each tick. */
export class PendingRows {
  count = 0;
  /** `dense × 2^32 + row`: sorting these sorts by dense index. */
  #entries = new Float64Array(64);
  #sorted = true;

  add(dense: number, row: number): void {
    if (this.count === this.#entries.length) {
      const roomier = new Float64Array(this.#entries.length * 2);
      roomier.set(this.#entries);
      this.#entries = roomier;
    }
    const entry = dense * high + row;
    if (this.count > 0 && entry < (this.#entries[this.count - 1] ?? 0)) this.#sorted = false;
    this.#entries[this.count++] = entry;
  }

  /** By dense index, which mostly is the order they came in. */
  sort(): void {
    if (!this.#sorted) this.#entries.subarray(0, this.count).sort();
    this.#sorted = true;
  }

  dense(at: number): number {
    return Math.floor((this.#entries[at] ?? 0) / high);
  }

  row(at: number): number {
    return (this.#entries[at] ?? 0) % high;
  }

  clear(): void {
    this.count = 0;
    this.#sorted = true;
  }
}
