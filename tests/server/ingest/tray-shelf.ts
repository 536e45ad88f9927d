import { mergeTrayRows, type TrayRow, type WaitingRow } from "../../../server/ingest/tray-store.ts";

const keyOf = ({ device, property }: { device: string; property: string }): string =>
  JSON.stringify([device, property]);

/** The tray as a store would keep it, in memory. */
export class TrayShelf {
  readonly #rows = new Map<string, TrayRow>();

  put(row: TrayRow): void {
    const before = this.#rows.get(keyOf(row));
    this.#rows.set(keyOf(row), before === undefined ? row : mergeTrayRows(before, row));
  }

  get rows(): readonly TrayRow[] {
    return [...this.#rows.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  waiting(devices: readonly string[], after: WaitingRow | null, most: number): WaitingRow[] {
    return this.rows
      .filter((row) => devices.includes(row.device) && (after === null || keyOf(row) > keyOf(after)))
      .slice(0, most);
  }

  leave(rows: readonly WaitingRow[]): void {
    for (const row of rows) {
      const held = this.#rows.get(keyOf(row));
      if (held?.lastMs === row.lastMs && held.count === row.count) this.#rows.delete(keyOf(row));
    }
  }
}
