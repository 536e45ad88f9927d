import { DataTexture, LinearFilter, RedFormat } from "three";
import type { EastNorth } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";

export interface Pool {
  readonly at: EastNorth;
  readonly radiusM: number;
  /** 0 … 1 in its middle. */
  readonly strength: number;
}

/** Light of the lamps on the ground, north up in the last row: added up, softly saturated, one byte each. */
export class LightMap {
  readonly texture: DataTexture;
  readonly #box: Box;
  readonly #perM: number;
  readonly #width: number;
  readonly #height: number;
  readonly #sum: Float32Array;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(box: Box, pools: readonly Pool[], longSide: number) {
    this.#box = box;
    this.#perM = longSide / Math.max(box.east - box.west, box.north - box.south);
    this.#width = Math.max(2, Math.round((box.east - box.west) * this.#perM));
    this.#height = Math.max(2, Math.round((box.north - box.south) * this.#perM));
    this.#sum = new Float32Array(this.#width * this.#height);
    this.#bytes = new Uint8Array(this.#width * this.#height);
    for (const pool of pools) this.add(pool, 1);
    this.texture = redTexture(this.#bytes, this.#width, this.#height);
  }

  /** Adds a pool so many times; −1 takes one away again. Whoever is done calls {@link send}. */
  add({ at, radiusM, strength }: Pool, times: number): void {
    const perM = this.#perM;
    const [cx, cy] = [(at[0] - this.#box.west) * perM, (this.#box.north - at[1]) * perM];
    const reach = radiusM * 1.6 * perM;
    for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(this.#height, cy + reach); y++)
      for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(this.#width, cx + reach); x++) {
        const d = Math.hypot(x + 0.5 - cx, y + 0.5 - cy) / (radiusM * perM);
        const light = (strength / (1 + 5.5 * d * d * d * d + 2.2 * d * d)) * Math.max(0, 1 - d / 1.6);
        const here = y * this.#width + x;
        const sum = Math.max(0, (this.#sum[here] ?? 0) + times * light);
        this.#sum[here] = sum;
        this.#bytes[here] = Math.round(255 * (1 - Math.exp(-1.25 * sum)));
      }
  }

  send(): void {
    this.texture.needsUpdate = true;
  }
}

export const lightTexture = (box: Box, pools: readonly Pool[], longSide: number): DataTexture =>
  new LightMap(box, pools, longSide).texture;

/** A smooth one-channel texture whose rows may have any length. */
export function redTexture(bytes: Uint8Array<ArrayBuffer>, width: number, height: number): DataTexture {
  const texture = new DataTexture(bytes, width, height, RedFormat);
  texture.magFilter = texture.minFilter = LinearFilter;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
}
