import type { EastNorth } from "../../community/community.ts";

export interface Station {
  readonly at: EastNorth;
  /** Direction of the line there, clockwise from north. */
  readonly headingDeg: number;
  /** Unit vector to the left of the line. */
  readonly left: EastNorth;
}

/** Places along a line: the first half a step from its start, then every step. */
export function stations(line: readonly EastNorth[], everyM: number): readonly Station[] {
  const found: Station[] = [];
  let ahead = everyM / 2;
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1], line[i]];
    if (!from || !to) continue;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    for (; ahead <= length; ahead += everyM) {
      found.push({
        at: [from[0] + (dx * ahead) / length, from[1] + (dy * ahead) / length],
        headingDeg: Math.round(((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360),
        left: [-dy / length, dx / length],
      });
    }
    ahead -= length;
  }
  return found;
}

export const beside = ({ at, left }: Station, leftM: number): EastNorth => [
  at[0] + left[0] * leftM,
  at[1] + left[1] * leftM,
];
