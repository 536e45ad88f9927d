export const nowhere = -1;

/** The way from a point of the twin to the channel it is on: which of the open channels, and its dense index there. */
export class PointRoutes {
  #slots = new Int32Array(0);
  #dense = new Uint32Array(0);

  slotOf(twinIndex: number): number {
    return this.#slots[twinIndex] ?? nowhere;
  }

  denseOf(twinIndex: number): number {
    return this.#dense[twinIndex] ?? 0;
  }

  lead(twinIndex: number, slot: number, dense: number): void {
    this.#slots[twinIndex] = slot;
    this.#dense[twinIndex] = dense;
  }

  /** The point is no longer on that channel; it may meanwhile be on another. */
  leave(twinIndex: number, slot: number): void {
    if (this.#slots[twinIndex] === slot) this.#slots[twinIndex] = nowhere;
  }

  reserve(points: number): void {
    if (points <= this.#slots.length) return;
    const slots = new Int32Array(points).fill(nowhere);
    const dense = new Uint32Array(points);
    slots.set(this.#slots);
    dense.set(this.#dense);
    this.#slots = slots;
    this.#dense = dense;
  }
}
