import type { LimitCondition } from "../../device/kind.ts";
import { seconds } from "../../quantity.ts";

/** What a condition remembers of the values that came before. Times are those ticks saw pass, milliseconds. */
export interface Window {
  /** From `nowMs` on the point has this value; NaN: nobody vouches for one. */
  take(value: number, nowMs: number): void;
  /** What the condition is judged by, as of the last `take`; NaN while that is not known. */
  readonly measure: number;
  /** When the measure has to be taken anew although nothing was read. */
  readonly nextMs: number;
}

/** A stretch of time is looked at in this many slots, so that it costs the same however often a point speaks. */
export const slots = 60;
/** A mean needs values for this share of its stretch, as an hour's mean does of 45 minutes (GB 3095-2012, table 4). */
export const leastKnown = 0.75;

/** The mean over time of the last slots, the one under way included. */
class MeanWindow implements Window {
  readonly #slotMs: number;
  /** By slot: value × milliseconds, and the milliseconds somebody vouched for one. */
  readonly #sums = new Float64Array(slots);
  readonly #knownMs = new Float64Array(slots);
  #slot = Number.NaN;
  #atMs = 0;
  #held = Number.NaN;

  constructor(windowS: number) {
    this.#slotMs = (windowS * seconds) / slots;
  }

  get nextMs(): number {
    return (this.#slot + 1) * this.#slotMs;
  }

  get measure(): number {
    let sum = 0;
    let knownMs = 0;
    for (let k = 0; k < slots; k++) {
      sum += this.#sums[k] ?? 0;
      knownMs += this.#knownMs[k] ?? 0;
    }
    return knownMs >= leastKnown * slots * this.#slotMs ? sum / knownMs : Number.NaN;
  }

  take(value: number, nowMs: number): void {
    const target = Math.floor(nowMs / this.#slotMs);
    if (Number.isNaN(this.#slot)) {
      this.#slot = target;
      this.#atMs = nowMs;
    }
    if (target - this.#slot > slots) {
      this.#slot = target - slots;
      this.#atMs = this.#slot * this.#slotMs;
    }
    while (this.#slot < target) {
      this.#hold((this.#slot + 1) * this.#slotMs);
      this.#slot++;
      this.#sums[this.#slot % slots] = 0;
      this.#knownMs[this.#slot % slots] = 0;
    }
    this.#hold(nowMs);
    this.#held = value;
  }

  #hold(untilMs: number): void {
    const heldMs = untilMs - this.#atMs;
    this.#atMs = untilMs;
    if (Number.isNaN(this.#held) || heldMs <= 0) return;
    const k = this.#slot % slots;
    this.#sums[k] = (this.#sums[k] ?? 0) + this.#held * heldMs;
    this.#knownMs[k] = (this.#knownMs[k] ?? 0) + heldMs;
  }
}

/** How far the value is above the lowest of the last slots; with `sign` -1, below the highest. */
class ChangeWindow implements Window {
  readonly #slotMs: number;
  readonly #sign: 1 | -1;
  readonly #lowest = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
  #slot = Number.NaN;
  #held = Number.NaN;

  constructor(withinS: number, sign: 1 | -1) {
    this.#slotMs = (withinS * seconds) / slots;
    this.#sign = sign;
  }

  get nextMs(): number {
    return (this.#slot + 1) * this.#slotMs;
  }

  get measure(): number {
    let lowest = this.#held;
    for (let k = 0; k < slots; k++) lowest = Math.min(lowest, this.#lowest[k] ?? Number.POSITIVE_INFINITY);
    return this.#held - lowest;
  }

  take(value: number, nowMs: number): void {
    const target = Math.floor(nowMs / this.#slotMs);
    if (Number.isNaN(this.#slot)) this.#slot = target;
    if (target - this.#slot > slots) this.#slot = target - slots;
    while (this.#slot < target) {
      this.#slot++;
      this.#lowest[this.#slot % slots] = Number.isNaN(this.#held) ? Number.POSITIVE_INFINITY : this.#held;
    }
    this.#held = this.#sign * value;
    const k = this.#slot % slots;
    if (!Number.isNaN(value)) this.#lowest[k] = Math.min(this.#lowest[k] ?? this.#held, this.#held);
  }
}

/** For how many seconds the value has been the same. */
class SameWindow implements Window {
  readonly #forMs: number;
  #held = Number.NaN;
  #sinceMs = Number.NaN;
  #nowMs = 0;

  constructor(forS: number) {
    this.#forMs = forS * seconds;
  }

  get nextMs(): number {
    const dueMs = this.#sinceMs + this.#forMs;
    return dueMs > this.#nowMs ? dueMs : Number.POSITIVE_INFINITY;
  }

  get measure(): number {
    return (this.#nowMs - this.#sinceMs) / seconds;
  }

  take(value: number, nowMs: number): void {
    this.#nowMs = nowMs;
    if (value === this.#held) return;
    this.#held = value;
    this.#sinceMs = Number.isNaN(value) ? Number.NaN : nowMs;
  }
}

/** What a condition has to remember; null for one that looks at the present value alone. */
export function windowOf(condition: LimitCondition): Window | null {
  switch (condition.when) {
    case "rising":
      return new ChangeWindow(condition.withinS, 1);
    case "falling":
      return new ChangeWindow(condition.withinS, -1);
    case "mean-above":
    case "mean-below":
      return new MeanWindow(condition.windowS);
    case "unchanged":
      return new SameWindow(condition.forS);
    case "above":
    case "below":
    case "outside":
    case "is":
    case "silent":
    case "together":
      return null;
  }
}
