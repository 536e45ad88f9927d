/** Something to be played at its time, milliseconds after the first. */
export interface Timed {
  readonly atOffsetMs: number;
}

export interface PlayerDoors<Row> {
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
  /** Rings once. @returns the function that calls it off. */
  readonly after: (delayMs: number, ring: () => void) => () => void;
  /** Hands on a row and resolves when it was taken: a slow broker slows the playing, nothing piles up. */
  readonly publish: (row: Row) => Promise<void>;
}

/** Longest wait a timer can hold; longer gaps are waited out in pieces. */
const longestWaitMs = 2 ** 31 - 1;

/** Plays rows at their distance divided by the speed, the first at once. */
export class Player<Row extends Timed> {
  readonly #rows: readonly Row[];
  readonly #speed: number;
  readonly #doors: PlayerDoors<Row>;
  #played = 0;
  #stopped = false;
  #endWait: (() => void) | null = null;

  constructor(rows: readonly Row[], speed: number, doors: PlayerDoors<Row>) {
    this.#rows = rows;
    this.#speed = speed;
    this.#doors = doors;
  }

  get played(): number {
    return this.#played;
  }

  /** Resolves after the last row, or once stopped. Rejects when a row cannot be handed on. */
  async play(): Promise<void> {
    const startMs = this.#doors.now();
    for (const row of this.#rows) {
      const dueMs = startMs + row.atOffsetMs / this.#speed;
      for (
        let left = dueMs - this.#doors.now();
        left > 0 && !this.#stopped;
        left = dueMs - this.#doors.now()
      ) {
        await this.#wait(Math.min(left, longestWaitMs));
      }
      if (this.#stopped) return;
      await this.#doors.publish(row);
      this.#played += 1;
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#endWait?.();
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.#doors.after(delayMs, resolve);
      this.#endWait = () => {
        callOff();
        resolve();
      };
    });
  }
}
