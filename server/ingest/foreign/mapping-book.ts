import { mostRows, type MappingFile, type MappingRow } from "../../../models/mapping/mapping-file.ts";
import { RowIndex } from "../../../models/mapping/recognise.ts";
import { knownSources } from "../../../models/mapping/ready/sources.ts";
import type { Source } from "../../../models/mapping/source.ts";

/** Writes a change down before it counts; `keep` lasts, or throws. */
export interface MappingKeeper {
  keepAll(file: MappingFile): Promise<void>;
  keepRow(row: MappingRow, place: number): Promise<void>;
  dropRow(id: string): Promise<void>;
}

/** The mapping in force. A change lasts before it counts. */
export class MappingBook {
  /** Moves with every change. */
  version = 0;
  index = new RowIndex([]);
  sources: readonly Source[] = knownSources;
  #file: MappingFile = { mapping: 1, rows: [] };
  #places = 0;
  readonly #keeper: MappingKeeper;
  readonly #listeners = new Set<() => void>();

  constructor(keeper: MappingKeeper) {
    this.#keeper = keeper;
  }

  get file(): MappingFile {
    return this.#file;
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** What an earlier run kept. */
  restore(file: MappingFile): void {
    this.#count(file);
  }

  /** @returns false when there are too many rows. @throws when it cannot be kept. */
  async put(row: MappingRow): Promise<boolean> {
    const at = this.#file.rows.findIndex(({ id }) => id === row.id);
    if (at < 0 && this.#file.rows.length >= mostRows) return false;
    await this.#keeper.keepRow(row, this.#places);
    const rows = at < 0 ? [...this.#file.rows, row] : this.#file.rows.with(at, row);
    this.#count({ ...this.#file, rows });
    return true;
  }

  /** @returns false when there is no such row. @throws when it cannot be kept. */
  async remove(id: string): Promise<boolean> {
    if (!this.#file.rows.some((row) => row.id === id)) return false;
    await this.#keeper.dropRow(id);
    this.#count({ ...this.#file, rows: this.#file.rows.filter((row) => row.id !== id) });
    return true;
  }

  /**
   * Takes over a file: rows of the same id are replaced, others stay.
   * @returns false when there are too many rows. @throws when it cannot be kept.
   */
  async take(file: MappingFile): Promise<boolean> {
    const rows = merged(this.#file.rows, file.rows);
    const sources = merged(this.#file.sources ?? [], file.sources ?? []);
    if (rows.length > mostRows || sources.length > 64) return false;
    const whole: MappingFile = { mapping: 1, rows, ...(sources.length > 0 && { sources }) };
    await this.#keeper.keepAll(whole);
    this.#count(whole);
    return true;
  }

  #count(file: MappingFile): void {
    this.#file = file;
    this.#places += file.rows.length + 1;
    this.index = new RowIndex(file.rows);
    this.sources = [...(file.sources ?? []), ...knownSources];
    this.version++;
    for (const listener of this.#listeners) listener();
  }
}

function merged<Part extends { readonly id: string }>(
  before: readonly Part[],
  news: readonly Part[],
): Part[] {
  const parts = new Map(before.map((part) => [part.id, part]));
  for (const part of news) parts.set(part.id, part);
  return [...parts.values()];
}
