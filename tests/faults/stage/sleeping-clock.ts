import type { Clock } from "../../../client/clock.ts";

/** The clock of a page whose machine can sleep: while it does nothing rings, and on waking all the time has passed. */
export class SleepingClock implements Clock {
  #sleptMs = 0;
  #asleep = false;
  readonly #missed = new Set<() => void>();

  now(): number {
    return Date.now() + this.#sleptMs;
  }

  after(delayMs: number, ring: () => void): () => void {
    const timer = setTimeout(() => (this.#asleep ? this.#missed.add(ring) : ring()), delayMs);
    return () => {
      clearTimeout(timer);
      this.#missed.delete(ring);
    };
  }

  every(periodMs: number, ring: () => void): () => void {
    const timer = setInterval(() => (this.#asleep ? this.#missed.add(ring) : ring()), periodMs);
    return () => {
      clearInterval(timer);
      this.#missed.delete(ring);
    };
  }

  fallAsleep(): void {
    this.#asleep = true;
  }

  /** Everything that should have rung rings once. */
  wake(afterMs: number): void {
    this.#asleep = false;
    this.#sleptMs += afterMs;
    const due = [...this.#missed];
    this.#missed.clear();
    for (const ring of due) ring();
  }
}
