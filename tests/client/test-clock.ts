import type { Clock } from "../../client/clock.ts";

/** A clock that goes only when told to, ringing what comes due in order. */
export class TestClock implements Clock {
  #nowMs: number;
  #timers: { atMs: number; periodMs: number | null; ring: () => void }[] = [];

  constructor(startMs = 0) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, ring: () => void): () => void {
    return this.#set(delayMs, null, ring);
  }

  every(periodMs: number, ring: () => void): () => void {
    return this.#set(periodMs, periodMs, ring);
  }

  pass(ms: number): void {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      const due = this.#timers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (due === undefined || due.atMs > untilMs) break;
      this.#nowMs = due.atMs;
      if (due.periodMs === null) this.#timers = this.#timers.filter((timer) => timer !== due);
      else due.atMs += due.periodMs;
      due.ring();
    }
    this.#nowMs = untilMs;
  }

  #set(delayMs: number, periodMs: number | null, ring: () => void): () => void {
    const timer = { atMs: this.#nowMs + delayMs, periodMs, ring };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }
}
