import type { SolidWriter } from "./solid-writer.ts";
import { Face, Paint } from "./solid-writer.ts";

/** A rectangle of the plan frame no module may lie on. */
export interface KeepOut {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const slopeM = 1.95;
const tilt = (22 * Math.PI) / 180;
const pitchM = 2.7;
const edgeM = 1.1;

/** Rows of modules that look to the front, from the front edge backwards, until there are so many square metres. */
export function solarRows(
  writer: SolidWriter,
  roof: KeepOut,
  roofM: number,
  keepOut: readonly KeepOut[],
  squareMetres: number,
): void {
  const [deep, high] = [slopeM * Math.cos(tilt), slopeM * Math.sin(tilt)];
  const module = { face: Face.solar, paint: Paint.metal, seed: 0 } as const;
  let left = squareMetres;
  for (let y = roof.south + edgeM; y + deep < roof.north - edgeM && left > 0; y += pitchM) {
    const blocks = keepOut
      .filter((block) => block.south < y + deep + 0.4 && block.north > y - 0.4)
      .toSorted((a, b) => a.west - b.west);
    let from = roof.west + edgeM;
    for (const until of [...blocks.map((block) => block.west), roof.east - edgeM]) {
      const to = Math.min(until - 0.5, from + left / slopeM);
      if (to - from > 2.2) {
        const low = roofM + 0.35;
        writer.quad(
          [
            [from, y, low],
            [to, y, low],
            [to, y + deep, low + high],
            [from, y + deep, low + high],
          ],
          module,
          to - from,
          slopeM,
        );
        writer.wall([to, y + deep], [from, y + deep], roofM, low + high, { ...module, face: Face.plain });
        left -= (to - from) * slopeM;
      }
      from = Math.max(
        from,
        ...blocks.filter((block) => block.west === until).map((block) => block.east + 0.6),
      );
    }
  }
}
