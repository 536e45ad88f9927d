/** Ticks of which lateness and length are remembered: the last minute. */
const remembered = 600;

/** How the beat of the twin went lately; nothing is made per tick. */
export class TickWatch {
  readonly #lateMs = new Float64Array(remembered);
  readonly #tookMs = new Float64Array(remembered);
  #at = 0;
  ticks = 0;

  note(lateMs: number, tookMs: number): void {
    this.#lateMs[this.#at] = lateMs;
    this.#tookMs[this.#at] = tookMs;
    this.#at = (this.#at + 1) % remembered;
    this.ticks += 1;
  }

  /** The largest of the last minute, milliseconds. */
  get worstLateMs(): number {
    return this.#lateMs.reduce((worst, each) => Math.max(worst, each), 0);
  }
  get worstTookMs(): number {
    return this.#tookMs.reduce((worst, each) => Math.max(worst, each), 0);
  }
}
