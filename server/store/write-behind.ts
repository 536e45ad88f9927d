export interface WriteBehindPlan<Row> {
  /** Rows of one key are one row; the newest wins unless `merge` says otherwise. */
  readonly keyOf: (row: Row) => string;
  readonly merge?: (waiting: Row, newer: Row) => Row;
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** Rows that may wait; beyond it new keys are dropped and counted. */
  readonly most: number;
  readonly onDropped: () => void;
}

/**
 * Rows that are written together a little later. What could not be written waits for the next flush; what comes while
 * one is under way goes with the next.
 */
export class WriteBehind<Row> {
  readonly #plan: WriteBehindPlan<Row>;
  #waiting = new Map<string, Row>();
  #writing: Promise<void> | null = null;
  /** How many rows were put so far, and how many of them, in their order, are written. */
  #put = 0;
  #written = 0;

  constructor(plan: WriteBehindPlan<Row>) {
    this.#plan = plan;
  }

  get size(): number {
    return this.#waiting.size;
  }

  put(row: Row): void {
    const { keyOf, merge, most, onDropped } = this.#plan;
    const key = keyOf(row);
    const before = this.#waiting.get(key);
    if (before === undefined && this.#waiting.size >= most) return onDropped();
    this.#put += 1;
    this.#waiting.set(key, before === undefined || merge === undefined ? row : merge(before, row));
  }

  /** Writes what waits now. @throws when the store does; nothing is lost by that. */
  async flush(): Promise<void> {
    while (this.#writing !== null) await this.#writing.catch(() => undefined);
    if (this.#waiting.size === 0) return;
    this.#writing = this.#write().finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  /**
   * Resolves once every row put so far is written, by whoever began the writing. @throws when the store does.
   */
  async settled(): Promise<void> {
    const mine = this.#put;
    while (this.#written < mine) await (this.#writing ?? this.flush());
  }

  async #write(): Promise<void> {
    const rows = [...this.#waiting.values()];
    const until = this.#put;
    this.#waiting = new Map();
    try {
      await this.#plan.write(rows);
      this.#written = until;
    } catch (error) {
      const newer = [...this.#waiting.values()];
      this.#waiting = new Map();
      for (const row of [...rows, ...newer]) this.put(row);
      throw error;
    }
  }
}
