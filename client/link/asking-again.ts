import { seconds } from "../../models/quantity.ts";

type What = "watch" | "hello";

/** Whatever goes wrong again and again is asked for again no faster than this. */
const everyMs = 1 * seconds;

/** Asks at once the first time, and then no more than once a second; a hello outweighs a watch. */
export class AskingAgain {
  readonly #nowMs: () => number;
  readonly #later: (delayMs: number, act: () => void) => void;
  readonly #act: (what: What) => void;
  #askedMs = Number.NEGATIVE_INFINITY;
  #waiting: What | null = null;

  constructor(
    nowMs: () => number,
    later: (delayMs: number, act: () => void) => void,
    act: (what: What) => void,
  ) {
    this.#nowMs = nowMs;
    this.#later = later;
    this.#act = act;
  }

  ask(what: What): void {
    const waits = this.#waiting !== null;
    this.#waiting = what === "hello" ? what : (this.#waiting ?? what);
    if (waits) return;
    const waitMs = this.#askedMs + everyMs - this.#nowMs();
    if (waitMs > 0) this.#later(waitMs, () => this.#ask());
    else this.#ask();
  }

  /** What waited was of a connection that is gone. */
  forget(): void {
    this.#waiting = null;
  }

  #ask(): void {
    const what = this.#waiting;
    this.#waiting = null;
    if (what === null) return;
    this.#askedMs = this.#nowMs();
    this.#act(what);
  }
}
