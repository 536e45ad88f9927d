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
function lightMap(
  box: Box,
  pools: readonly Pool[],
  longSide: number,
): { width: number; height: number; bytes: Uint8Array<ArrayBuffer> } {
  const perM = longSide / Math.max(box.east - box.west, box.north - box.south);
  const width = Math.max(2, Math.round((box.east - box.west) * perM));
  const height = Math.max(2, Math.round((box.north - box.south) * perM));
  const sum = new Float32Array(width * height);
  for (const { at, radiusM, strength } of pools) {
    const [cx, cy] = [(at[0] - box.west) * perM, (box.north - at[1]) * perM];
    const reach = radiusM * 1.6 * perM;
    for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(height, cy + reach); y++)
      for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(width, cx + reach); x++) {
        const d = Math.hypot(x + 0.5 - cx, y + 0.5 - cy) / (radiusM * perM);
        const here = y * width + x;
        sum[here] =
          (sum[here] ?? 0) + (strength / (1 + 5.5 * d * d * d * d + 2.2 * d * d)) * Math.max(0, 1 - d / 1.6);
      }
  }
  const bytes = new Uint8Array(width * height);
  for (let i = 0; i < sum.length; i++) bytes[i] = Math.round(255 * (1 - Math.exp(-1.25 * (sum[i] ?? 0))));
  return { width, height, bytes };
}

export function lightTexture(box: Box, pools: readonly Pool[], longSide: number): DataTexture {
  const { width, height, bytes } = lightMap(box, pools, longSide);
  return redTexture(bytes, width, height);
}

/** A smooth one-channel texture whose rows may have any length. */
export function redTexture(bytes: Uint8Array<ArrayBuffer>, width: number, height: number): DataTexture {
  const texture = new DataTexture(bytes, width, height, RedFormat);
  texture.magFilter = texture.minFilter = LinearFilter;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
}
