import { mostRows, type MappingFile, type MappingRow } from "../../../models/mapping/mapping-file.ts";
import { RowIndex } from "../../../models/mapping/recognise.ts";
import { knownSources } from "../../../models/mapping/ready/sources.ts";
import type { Source } from "../../../models/mapping/source.ts";
import type { Database } from "../../store/open-store.ts";

/** How the mapping is kept. */
export interface MappingKeeper {
  keepAll(tx: Database, file: MappingFile): Promise<void>;
  keepRow(tx: Database, row: MappingRow, place: number): Promise<void>;
  dropRow(tx: Database, id: string): Promise<void>;
}

/** A change of the mapping: to be kept first, then to be counted. */
export interface MappingChange {
  keep(tx: Database): Promise<void>;
  count(): void;
}

const mostSources = 64;

/** The mapping in force. */
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

  /** A row, new or in place of the one of its id; null when there are too many. */
  putting(row: MappingRow): MappingChange | null {
    const at = this.#file.rows.findIndex(({ id }) => id === row.id);
    if (at < 0 && this.#file.rows.length >= mostRows) return null;
    const rows = at < 0 ? [...this.#file.rows, row] : this.#file.rows.with(at, row);
    return {
      keep: (tx) => this.#keeper.keepRow(tx, row, this.#places),
      count: () => this.#count({ ...this.#file, rows }),
    };
  }

  /** Without a row; null when there is no such row. */
  removing(id: string): MappingChange | null {
    if (!this.#file.rows.some((row) => row.id === id)) return null;
    const rows = this.#file.rows.filter((row) => row.id !== id);
    return {
      keep: (tx) => this.#keeper.dropRow(tx, id),
      count: () => this.#count({ ...this.#file, rows }),
    };
  }

  /** With a file: rows of the same id are replaced, others stay. Null when there are too many rows. */
  taking(file: MappingFile): MappingChange | null {
    const rows = merged(this.#file.rows, file.rows);
    const sources = merged(this.#file.sources ?? [], file.sources ?? []);
    if (rows.length > mostRows || sources.length > mostSources) return null;
    const whole: MappingFile = { mapping: 1, rows, ...(sources.length > 0 && { sources }) };
    return { keep: (tx) => this.#keeper.keepAll(tx, whole), count: () => this.#count(whole) };
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
