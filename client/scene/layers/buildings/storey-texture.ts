import { DataTexture, NearestFilter, RedFormat } from "three";

/** Storeys a table has room for; what is higher shares the last one. */
const tableStoreys = 64;

/** One byte per storey (x) and building (y). */
export class StoreyTable {
  readonly texture: DataTexture;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(buildings: number, initial: number) {
    this.#bytes = new Uint8Array(tableStoreys * Math.max(1, buildings)).fill(initial);
    this.texture = new DataTexture(this.#bytes, tableStoreys, Math.max(1, buildings), RedFormat);
    this.texture.magFilter = this.texture.minFilter = NearestFilter;
    this.texture.needsUpdate = true;
  }

  /** Storey from 1 = ground floor. */
  set(building: number, storey: number, byte: number): void {
    const at = building * tableStoreys + Math.min(tableStoreys, Math.max(1, storey)) - 1;
    if (this.#bytes[at] === byte) return;
    this.#bytes[at] = byte;
    this.texture.needsUpdate = true;
  }

  at(building: number, storey: number): number {
    return this.#bytes[building * tableStoreys + storey - 1] ?? 0;
  }

  close(): void {
    this.texture.dispose();
  }
}
