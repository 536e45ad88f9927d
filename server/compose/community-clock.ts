/** Community time: wall time, moved to a start of its own and run at its own speed. It never goes back. */
export class CommunityClock {
  readonly startMs: number;
  readonly startedAtWallMs: number;
  readonly rate: number;
  readonly #wallNowMs: () => number;
  #lastMs: number;

  constructor(startMs: number, rate: number, wallNowMs: () => number) {
    this.startMs = startMs;
    this.startedAtWallMs = wallNowMs();
    this.rate = rate;
    this.#wallNowMs = wallNowMs;
    this.#lastMs = startMs;
  }

  readonly nowMs = (): number => {
    const nowMs = this.startMs + (this.#wallNowMs() - this.startedAtWallMs) * this.rate;
    // The machine's clock may be set back; what was told of the community stays told.
    this.#lastMs = Math.max(this.#lastMs, nowMs);
    return this.#lastMs;
  };
}

/** Hour of the local day, with fractions, in the zone; made for being asked often. */
export function localHourIn(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (atMs) => {
    const part = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(format.formatToParts(atMs).find((each) => each.type === type)?.value ?? 0);
    return part("hour") + part("minute") / 60 + part("second") / 3600;
  };
}
