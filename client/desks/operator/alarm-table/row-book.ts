import type { PastAlarm } from "../../../../models/alarm/past.ts";
import type { AlertId } from "../../../../models/ids.ts";
import type { RowOrder } from "./row-order.ts";

/** How the rows of the table are told apart and put in order. */
export interface RowLaw {
  readonly isWanted: (row: PastAlarm) => boolean;
  readonly order: RowOrder;
}

/**
 * The rows of the alarm table. What is told of a row shows at once; where it stands changes only when the rows settle,
 * so that nothing moves under a hand. Settling costs by how many rows were touched, not by sorting all anew.
 */
export class RowBook {
  #law: RowLaw;
  /** Those that are wanted or still shown. */
  readonly #rows = new Map<AlertId, PastAlarm>();
  /** Which stand where, by id, as they were last settled. */
  #shown: readonly AlertId[] = [];
  readonly #isShown = new Set<AlertId>();
  /** Shown, and told of since they were last settled. */
  readonly #touched = new Set<AlertId>();
  readonly #waiting = new Set<AlertId>();

  constructor(law: RowLaw) {
    this.#law = law;
  }

  /** In their places; the same array until rows settle. */
  get shown(): readonly AlertId[] {
    return this.#shown;
  }

  /** How many have no place yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  row(id: AlertId): PastAlarm | undefined {
    return this.#rows.get(id);
  }

  rows(): Iterable<PastAlarm> {
    return this.#rows.values();
  }

  /** What is told of an episode, in whatever order it arrives. @returns whether that was anything new. */
  tell(row: PastAlarm): boolean {
    const { id } = row.alarm;
    const known = this.#rows.get(id);
    if (known !== undefined && !isNews(row, known)) return false;
    const shown = this.#isShown.has(id);
    const wanted = this.#law.isWanted(row);
    if (!wanted && !shown) {
      this.#waiting.delete(id);
      return this.#rows.delete(id);
    }
    this.#rows.set(id, row);
    if (shown) this.#touched.add(id);
    else this.#waiting.add(id);
    return true;
  }

  /** An episode of which nobody knows any more how it stands. */
  drop(id: AlertId): void {
    this.#rows.delete(id);
    this.#waiting.delete(id);
    if (this.#isShown.has(id)) this.#touched.add(id);
  }

  /** Other alarms are wanted, or in another order: all rows take their places anew. */
  follow(law: RowLaw): void {
    this.#law = law;
    for (const [id, row] of this.#rows) if (!law.isWanted(row)) this.#rows.delete(id);
    this.#place([...this.#rows.values()].toSorted(law.order).map(({ alarm }) => alarm.id));
  }

  /** Gives every row its place. @returns whether any row moved, came or went. */
  settle(): boolean {
    if (this.#touched.size === 0 && this.#waiting.size === 0) return false;
    const { order } = this.#law;
    const coming = [...this.#touched, ...this.#waiting]
      .flatMap((id) => this.#wanted(id) ?? [])
      .toSorted(order);
    const merged: AlertId[] = [];
    let next = 0;
    for (const id of this.#shown) {
      const row = this.#rows.get(id);
      if (row === undefined || this.#touched.has(id)) continue;
      for (let come = coming[next]; come !== undefined && order(come, row) < 0; come = coming[++next])
        merged.push(come.alarm.id);
      merged.push(id);
    }
    for (; next < coming.length; next++) {
      const come = coming[next];
      if (come !== undefined) merged.push(come.alarm.id);
    }
    const before = this.#shown;
    this.#place(merged);
    return merged.length !== before.length || merged.some((id, at) => id !== before[at]);
  }

  /** The row, where it is still wanted; it is forgotten where not. */
  #wanted(id: AlertId): PastAlarm | undefined {
    const row = this.#rows.get(id);
    if (row === undefined || this.#law.isWanted(row)) return row;
    this.#rows.delete(id);
    return undefined;
  }

  #place(ids: readonly AlertId[]): void {
    this.#touched.clear();
    this.#waiting.clear();
    const same = ids.length === this.#shown.length && ids.every((id, at) => id === this.#shown[at]);
    if (same) return;
    this.#shown = ids;
    this.#isShown.clear();
    for (const id of ids) this.#isShown.add(id);
  }
}

/** Later, or as late and by somebody who knows its device. */
const isNews = (row: PastAlarm, known: PastAlarm): boolean =>
  row.alarm.version > known.alarm.version ||
  (row.alarm.version === known.alarm.version && row.about !== null);
