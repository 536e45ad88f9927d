import type { EastNorth } from "../../community/community.ts";

const cellM = 4;

/** Remembers what stands where, so that things keep a distance from each other. */
export class Spacing {
  readonly #cells = new Map<number, { at: EastNorth; radiusM: number }[]>();

  /** True when nothing taken is nearer than both radii together allow. Radii up to 4 m. */
  isFree([east, north]: EastNorth, radiusM: number): boolean {
    const reach = Math.ceil((radiusM + cellM) / cellM);
    const [column, row] = [Math.floor(east / cellM), Math.floor(north / cellM)];
    for (let dx = -reach; dx <= reach; dx++) {
      for (let dy = -reach; dy <= reach; dy++) {
        for (const other of this.#cells.get(this.#key(column + dx, row + dy)) ?? []) {
          if (Math.hypot(other.at[0] - east, other.at[1] - north) < other.radiusM + radiusM) return false;
        }
      }
    }
    return true;
  }

  take(at: EastNorth, radiusM: number): void {
    const key = this.#key(Math.floor(at[0] / cellM), Math.floor(at[1] / cellM));
    const cell = this.#cells.get(key);
    if (cell) cell.push({ at, radiusM });
    else this.#cells.set(key, [{ at, radiusM }]);
  }

  #key(column: number, row: number): number {
    return (column + 1000) * 4096 + row + 1000;
  }
}
