import type { Timers } from "../doors.ts";

export interface WorkBudgetOptions {
  readonly timers: Timers;
  readonly monotonicMs: () => number;
  /** How often the budget is renewed. */
  readonly breathMs?: number;
  /** Share of the time that may go into messages; the rest belongs to the ticks. */
  readonly share?: number;
}

/**
 * The time that messages may take of the one thread. When it is used up, connections are not read until the next
 * breath: senders feel the pressure, ticks do not.
 */
export class WorkBudget {
  readonly #monotonicMs: () => number;
  readonly #allowanceMs: number;
  readonly #waiting = new Set<() => void>();
  readonly #stop: () => void;
  #spentMs = 0;
  #accountedMs = Number.NEGATIVE_INFINITY;

  constructor({ timers, monotonicMs, breathMs = 50, share = 0.5 }: WorkBudgetOptions) {
    this.#monotonicMs = monotonicMs;
    this.#allowanceMs = breathMs * share;
    this.#stop = timers.every(breathMs, () => this.#breathe());
  }

  get spent(): boolean {
    return this.#spentMs >= this.#allowanceMs;
  }

  /** Counts the time since `sinceMs` as spent; time that several count at once is counted once. */
  account(sinceMs: number): void {
    const nowMs = this.#monotonicMs();
    this.#spentMs += nowMs - Math.max(sinceMs, this.#accountedMs);
    this.#accountedMs = nowMs;
  }

  /** Calls once at the next breath. Waiting twice is waiting once. */
  atNextBreath(act: () => void): void {
    this.#waiting.add(act);
  }

  forget(act: () => void): void {
    this.#waiting.delete(act);
  }

  #breathe(): void {
    // What was overspent is paid back by the breaths that follow.
    this.#spentMs = Math.max(0, Math.min(this.#spentMs, 4 * this.#allowanceMs) - this.#allowanceMs);
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const act of waiting) act();
  }

  close(): void {
    this.#stop();
    this.#waiting.clear();
  }
}
