/** A set of point indices that grows with the twin and makes nothing per index. */
export class IndexSet {
  #flags = new Uint8Array(0);
  #members = new Uint32Array(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(index: number): void {
    if (index >= this.#flags.length) this.#reserve(index + 1);
    if (this.#flags[index] === 1) return;
    this.#flags[index] = 1;
    this.#members[this.#size++] = index;
  }

  /** The members, in the order of adding; the set is empty afterwards. */
  take(): Uint32Array {
    const taken = this.#members.slice(0, this.#size);
    for (const index of taken) this.#flags[index] = 0;
    this.#size = 0;
    return taken;
  }

  #reserve(count: number): void {
    const grown = Math.max(1024, count * 2);
    const flags = new Uint8Array(grown);
    const members = new Uint32Array(grown);
    flags.set(this.#flags);
    members.set(this.#members);
    this.#flags = flags;
    this.#members = members;
  }
}
