import type { EastNorth } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import { boxOf } from "../../../../models/community/geometry.ts";

/** What stands on the ground and darkens it around its foot; the taller, the wider. */
export interface Standing {
  readonly ring: readonly EastNorth[];
  readonly heightM: number;
}

/**
 * Ambient light the ground loses to what stands on it, 0 … 255 (255 = open), north in the first row. Footprints are
 * filled by scan line and blurred three times with a box, near and far.
 */
export function contactShade(
  box: Box,
  standing: readonly Standing[],
  longSide: number,
): { width: number; height: number; bytes: Uint8Array<ArrayBuffer> } {
  const perM = longSide / Math.max(box.east - box.west, box.north - box.south);
  const width = Math.max(2, Math.round((box.east - box.west) * perM));
  const height = Math.max(2, Math.round((box.north - box.south) * perM));
  const near = new Float32Array(width * height);
  const far = new Float32Array(width * height);
  for (const { ring, heightM } of standing) {
    const tall = Math.min(1, heightM / 40);
    fill(ring, box, perM, width, height, (i) => {
      near[i] = 1;
      far[i] = Math.max(far[i] ?? 0, 0.35 + 0.65 * tall);
    });
  }
  for (let pass = 0; pass < 3; pass++) {
    blur(near, width, height, Math.max(1, Math.round(1.3 * perM)));
    blur(far, width, height, Math.max(1, Math.round(5.5 * perM)));
  }
  const bytes = new Uint8Array(width * height);
  for (let i = 0; i < bytes.length; i++) {
    const open = (1 - 0.62 * Math.min(1, near[i] ?? 0)) * (1 - 0.62 * Math.min(1, far[i] ?? 0));
    bytes[i] = Math.round(255 * open);
  }
  return { width, height, bytes };
}

function fill(
  ring: readonly EastNorth[],
  box: Box,
  perM: number,
  width: number,
  height: number,
  visit: (index: number) => void,
): void {
  const bounds = boxOf(ring);
  const first = Math.max(0, Math.floor((box.north - bounds.north) * perM));
  const last = Math.min(height - 1, Math.ceil((box.north - bounds.south) * perM));
  for (let row = first; row <= last; row++) {
    const y = box.north - (row + 0.5) / perM;
    const crossings: number[] = [];
    for (let i = 0; i < ring.length; i++) {
      const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
      if (!a || !b || a[1] > y === b[1] > y) continue;
      crossings.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
    }
    crossings.sort((p, q) => p - q);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.floor(((crossings[i] ?? 0) - box.west) * perM));
      const to = Math.min(width - 1, Math.floor(((crossings[i + 1] ?? 0) - box.west) * perM));
      for (let x = from; x <= to; x++) visit(row * width + x);
    }
  }
}

/** One box blur along rows and columns, in place; what lies outside counts as empty. */
function blur(values: Float32Array, width: number, height: number, radius: number): void {
  const line = new Float32Array(Math.max(width, height));
  const pass = (start: number, step: number, count: number): void => {
    let sum = 0;
    for (let i = 0; i < count; i++) line[i] = values[start + i * step] ?? 0;
    for (let i = 0; i < Math.min(radius, count); i++) sum += line[i] ?? 0;
    for (let i = 0; i < count; i++) {
      if (i + radius < count) sum += line[i + radius] ?? 0;
      if (i - radius - 1 >= 0) sum -= line[i - radius - 1] ?? 0;
      values[start + i * step] = sum / (2 * radius + 1);
    }
  };
  for (let y = 0; y < height; y++) pass(y * width, 1, width);
  for (let x = 0; x < width; x++) pass(x, width, height);
}
