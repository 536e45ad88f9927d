/** Community time as the frames tell it, carried on by the machine's clock while the link is live. */
export class CommunityClock {
  readonly #monotonicMs: () => number;
  #timeMs = 0;
  #heardMs = 0;
  #rate = 1;
  #live = false;

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
  }

  nowMs(): number {
    return this.#live ? this.#timeMs + (this.#monotonicMs() - this.#heardMs) * this.#rate : this.#timeMs;
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
    this.#settle();
    this.#rate = rate;
  }

  /** Without a live link time stands still: nobody knows what it is. */
  setLive(live: boolean): void {
    this.#settle();
    this.#live = live;
  }

  #settle(): void {
    this.#timeMs = this.nowMs();
    this.#heardMs = this.#monotonicMs();
  }
}
