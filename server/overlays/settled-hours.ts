import { minutes } from "../../models/quantity.ts";

/** For how long nothing may come for an hour before its answer is made. */
const quietMs = minutes;

/** An answer and the hour it is of. */
export interface Settled<Answer> {
  readonly hour: number;
  readonly answer: Answer;
}

/**
 * One answer for an hour, made once and kept (OV8): were it made again after a late reading, the difference of both
 * would be that reading. It is made when nothing has come for the hour for a minute; until then the last one stands.
 */
export class SettledHours<Answer> {
  readonly #kept: number;
  readonly #hourOf: Float64Array;
  readonly #heard: Uint32Array;
  #watched: { readonly hour: number; readonly heard: number; readonly sinceMs: number } | null = null;
  #told: Settled<Answer> | null = null;

  /** @param kept how many hours back readings may come */
  constructor(kept: number) {
    this.#kept = kept;
    this.#hourOf = new Float64Array(kept).fill(-1);
    this.#heard = new Uint32Array(kept);
  }

  /** A reading came for an hour. */
  note(hour: number): void {
    const cell = hour % this.#kept;
    if (hour < (this.#hourOf[cell] ?? -1)) return;
    if (hour > (this.#hourOf[cell] ?? -1)) {
      this.#hourOf[cell] = hour;
      this.#heard[cell] = 0;
    }
    this.#heard[cell] = (this.#heard[cell] ?? 0) + 1;
  }

  /** The newest settled answer, of this hour or an earlier one; null before the first. */
  answer(hour: number, nowMs: number, make: (hour: number) => Answer): Settled<Answer> | null {
    if (this.#told !== null && this.#told.hour >= hour) return this.#told;
    const cell = hour % this.#kept;
    const heard = this.#hourOf[cell] === hour ? (this.#heard[cell] ?? 0) : 0;
    // Before the first answer an hour without readings is one whose devices have not told their past yet.
    const isSilent = heard === 0 && this.#told === null;
    const isQuiet = this.#watched?.hour === hour && this.#watched.heard === heard && !isSilent;
    if (!isQuiet) this.#watched = { hour, heard, sinceMs: nowMs };
    else if (nowMs - (this.#watched?.sinceMs ?? nowMs) >= quietMs) this.#told = { hour, answer: make(hour) };
    return this.#told;
  }
}
