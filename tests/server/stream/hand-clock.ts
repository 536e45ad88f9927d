import type { Clock } from "../../../client/clock.ts";

/** A clock the test moves; what is due rings in order. */
export class HandClock implements Clock {
  #nowMs = 0;
  #due: { atMs: number; ring: () => void; everyMs: number | null }[] = [];

  now(): number {
    return this.#nowMs;
  }
  after(delayMs: number, ring: () => void): () => void {
    return this.#add({ atMs: this.#nowMs + delayMs, ring, everyMs: null });
  }
  every(periodMs: number, ring: () => void): () => void {
    return this.#add({ atMs: this.#nowMs + periodMs, ring, everyMs: periodMs });
  }

  advance(byMs: number): void {
    const untilMs = this.#nowMs + byMs;
    for (;;) {
      const next = this.#due.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined || next.atMs > untilMs) break;
      this.#nowMs = next.atMs;
      this.#due = this.#due.filter((each) => each !== next);
      if (next.everyMs !== null) this.#due.push({ ...next, atMs: next.atMs + next.everyMs });
      next.ring();
    }
    this.#nowMs = untilMs;
  }

  /** The thread is busy for so long; what was due meanwhile rings afterwards, each once. */
  block(forMs: number): void {
    this.#nowMs += forMs;
    const late = this.#due.filter((each) => each.atMs <= this.#nowMs);
    this.#due = this.#due.filter((each) => each.atMs > this.#nowMs);
    for (const each of late) {
      if (each.everyMs !== null) this.#due.push({ ...each, atMs: this.#nowMs + each.everyMs });
      each.ring();
    }
  }

  #add(entry: { atMs: number; ring: () => void; everyMs: number | null }): () => void {
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((each) => each.ring !== entry.ring);
    };
  }
}
