/** Things by when they are due; a binary heap, so that thousands of devices cost nothing while none is due. */
export class DueList<Thing> {
  readonly #things: Thing[] = [];
  readonly #dueMs: number[] = [];

  get size(): number {
    return this.#things.length;
  }

  add(thing: Thing, dueMs: number): void {
    let at = this.#things.length;
    this.#things.push(thing);
    this.#dueMs.push(dueMs);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#due(above) <= this.#due(at)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  /** Takes out the earliest thing that is due by then; null when none is. */
  take(byMs: number): Thing | null {
    const first = this.#things[0];
    if (first === undefined || this.#due(0) > byMs) return null;
    this.#swap(0, this.#things.length - 1);
    this.#things.pop();
    this.#dueMs.pop();
    this.#sink();
    return first;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (this.#due(left) < this.#due(least)) least = left;
      if (this.#due(right) < this.#due(least)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #due(at: number): number {
    return this.#dueMs[at] ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [thingA, thingB] = [this.#things[a], this.#things[b]];
    if (thingA === undefined || thingB === undefined) return;
    [this.#things[a], this.#things[b]] = [thingB, thingA];
    [this.#dueMs[a], this.#dueMs[b]] = [this.#due(b), this.#due(a)];
  }
}
