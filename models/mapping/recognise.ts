import type { MappingRow } from "./mapping-file.ts";
import { isLike } from "./template.ts";

/** A device as its source knows it. */
export interface SourceDevice {
  readonly source: string;
  /** Its name there. */
  readonly key: string;
  readonly recorded: boolean;
}

const addressOf = (source: string, key: string): string => `${source}\n${key}`;

/**
 * Which row a device's is: the one that names it, else the first that its name and the values it has shown so far fit.
 */
export class RowIndex {
  readonly #named = new Map<string, MappingRow[]>();
  readonly #sorts: MappingRow[] = [];

  constructor(rows: readonly MappingRow[]) {
    for (const row of rows) {
      if (row.match.device === undefined) {
        this.#sorts.push(row);
        continue;
      }
      const address = addressOf(row.source, row.match.device);
      const others = this.#named.get(address);
      if (others) others.push(row);
      else this.#named.set(address, [row]);
    }
  }

  rowOf(device: SourceDevice, shown: { has(pointer: string): boolean }): MappingRow | null {
    const fits = (row: MappingRow): boolean => isOf(row, device, shown);
    const named = this.#named.get(addressOf(device.source, device.key))?.find(fits);
    return named ?? this.#sorts.find(fits) ?? null;
  }
}

function isOf(row: MappingRow, device: SourceDevice, shown: { has(pointer: string): boolean }): boolean {
  const { like, has = [], lacks = [], origin } = row.match;
  return (
    row.source === device.source &&
    (origin === undefined || (origin === "recorded") === device.recorded) &&
    (like === undefined || isLike(like, device.key)) &&
    has.every((pointer) => shown.has(pointer)) &&
    !lacks.some((pointer) => shown.has(pointer))
  );
}
