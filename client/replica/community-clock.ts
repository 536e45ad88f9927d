/**
 * Community time as the frames tell it, carried on between them by the machine's clock. It goes on without a link too:
 * what is held grows older, and whoever looks at it must see how old.
 */
export class CommunityClock {
  readonly #monotonicMs: () => number;
  #timeMs = 0;
  /** When it was heard; null before the first frame, when nobody knows what time it is. */
  #heardMs: number | null = null;
  #rate = 1;

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
  }

  nowMs(): number {
    if (this.#heardMs === null) return this.#timeMs;
    return this.#timeMs + (this.#monotonicMs() - this.#heardMs) * this.#rate;
  }

  /** A frame's time; one that lies behind what is shown already does not turn the clock back, unless by far. */
  hear(timeMs: number): void {
    const shownMs = this.nowMs();
    const behindMs = shownMs - timeMs;
    const slip = 2000 * this.#rate;
    this.#timeMs = behindMs > 0 && behindMs < slip ? shownMs : timeMs;
    this.#heardMs = this.#monotonicMs();
  }

  setRate(rate: number): void {
    this.#timeMs = this.nowMs();
    if (this.#heardMs !== null) this.#heardMs = this.#monotonicMs();
    this.#rate = rate;
  }
}
