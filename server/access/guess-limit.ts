import { minutes, seconds } from "../../models/quantity.ts";

/** So many wrong guesses cost nothing; each one after doubles the delay. */
const freeGuesses = 5;
const longestDelayMs = 15 * minutes;
const forgottenAfterMs = 60 * minutes;
const mostRemembered = 10_000;

interface Guesses {
  wrong: number;
  lastAtMs: number;
}

/** Delay that grows with wrong guesses, per asker; locks nobody out for good. */
export class GuessLimit {
  readonly #guesses = new Map<string, Guesses>();

  /** How long this asker must still wait; 0 when they may try. */
  waitMs(asker: string, nowMs: number): number {
    const known = this.#guesses.get(asker);
    if (known === undefined || known.wrong < freeGuesses) return 0;
    const delayMs = Math.min(longestDelayMs, 2 ** (known.wrong - freeGuesses) * seconds);
    return Math.max(0, known.lastAtMs + delayMs - nowMs);
  }

  wrong(asker: string, nowMs: number): void {
    const known = this.#guesses.get(asker);
    const fresh = known === undefined || nowMs - known.lastAtMs > forgottenAfterMs;
    // Taken out and put in again, so that the map is in the order of the last guess.
    this.#guesses.delete(asker);
    this.#guesses.set(asker, { wrong: fresh ? 1 : known.wrong + 1, lastAtMs: nowMs });
    if (this.#guesses.size <= mostRemembered) return;
    const oldest = this.#guesses.keys().next();
    if (oldest.done !== true) this.#guesses.delete(oldest.value);
  }

  right(asker: string): void {
    this.#guesses.delete(asker);
  }
}
