import type { EastNorth } from "../../../../models/community/community.ts";
import { inset } from "./plan.ts";
import type { Finish, SolidWriter } from "./solid-writer.ts";
import { Face, Paint } from "./solid-writer.ts";

/** One stretch of an outline, from a to b with the outside on the right. */
export interface Stretch {
  readonly a: EastNorth;
  readonly b: EastNorth;
  readonly face: Face;
  readonly paint: Paint;
  readonly seed: number;
}

/** A band of storeys that shares a treatment. */
export interface Level {
  readonly bottomM: number;
  readonly topM: number;
  /** In place of the stretch's own paint or face. */
  readonly paint?: Paint;
  readonly face?: Face;
}

export const ringOf = (stretches: readonly Stretch[]): EastNorth[] => stretches.map((stretch) => stretch.a);

/** Raises the outline through its levels. A stretch with an accent keeps it where a level only repaints walls. */
export function raise(writer: SolidWriter, stretches: readonly Stretch[], levels: readonly Level[]): void {
  for (const { a, b, face, paint, seed } of stretches)
    for (const level of levels)
      writer.wall(a, b, level.bottomM, level.topM, {
        face: level.face ?? face,
        paint: paint === Paint.wall || level.paint === Paint.base ? (level.paint ?? paint) : paint,
        seed,
      });
}

/** Roof with a parapet around it: outer wall to the top, a coping, an inner wall and the roof below. */
export function crown(
  writer: SolidWriter,
  rings: readonly (readonly EastNorth[])[],
  roofM: number,
  topM: number,
  paint: Paint = Paint.wall,
): void {
  const roof: Finish = { face: Face.roof, paint: Paint.roof, seed: 0 };
  const outside: Finish = { face: Face.plain, paint, seed: 0 };
  const coping: Finish = { face: Face.plain, paint: Paint.trim, seed: 0 };
  for (const ring of rings) walk(ring, (a, b) => writer.wall(a, b, roofM, topM, outside));
  const inner = rings.map((ring) => inset(ring, 0.28));
  if (inner.some((ring) => ring === null)) {
    writer.flat(rings, topM - 0.02, roof);
    return;
  }
  const within = inner.filter((ring): ring is EastNorth[] => ring !== null);
  rings.forEach((ring, r) => {
    const other = within[r];
    if (!other) return;
    for (let i = 0; i < ring.length; i++) {
      const j = (i + 1) % ring.length;
      const [a, b, c, d] = [ring[i], ring[j], other[j], other[i]];
      if (!a || !b || !c || !d) continue;
      writer.quad(
        [
          [...a, topM],
          [...b, topM],
          [...c, topM],
          [...d, topM],
        ],
        coping,
        1,
        0.3,
      );
      writer.wall(c, d, roofM - 0.02, topM, outside);
    }
  });
  writer.flat(within, roofM, roof);
}

/** A ledge around the outline: a thin band that stands out a little. */
export function ledge(
  writer: SolidWriter,
  ring: readonly EastNorth[],
  bottomM: number,
  topM: number,
  outM: number,
  paint: Paint = Paint.trim,
): void {
  const outer = inset(ring, -outM);
  if (!outer) return;
  const finish: Finish = { face: Face.plain, paint, seed: 0 };
  for (let i = 0; i < ring.length; i++) {
    const j = (i + 1) % ring.length;
    const [a, b, c, d] = [outer[i], outer[j], ring[j], ring[i]];
    if (!a || !b || !c || !d) continue;
    writer.wall(a, b, bottomM, topM, finish);
    writer.quad(
      [
        [...a, topM],
        [...b, topM],
        [...c, topM],
        [...d, topM],
      ],
      finish,
      1,
      outM,
    );
  }
}

function walk(ring: readonly EastNorth[], step: (a: EastNorth, b: EastNorth) => void): void {
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    if (a && b) step(a, b);
  }
}
