import type { EastNorth } from "../community/community.ts";

const round = (metres: number): number => Math.round(metres * 100) / 100;

/** A smooth line through the points (Catmull-Rom), one point every few metres. */
export function winding(through: readonly EastNorth[], everyM = 3): readonly EastNorth[] {
  const line: EastNorth[] = [];
  for (let i = 0; i + 1 < through.length; i++) {
    const b = through[i];
    const c = through[i + 1];
    if (!b || !c) continue;
    const a = through[i - 1] ?? b;
    const d = through[i + 2] ?? c;
    const steps = Math.max(1, Math.round(Math.hypot(c[0] - b[0], c[1] - b[1]) / everyM));
    for (let step = 0; step < steps; step++) {
      const t = step / steps;
      const at = (axis: 0 | 1): number =>
        round(
          0.5 *
            (2 * b[axis] +
              (c[axis] - a[axis]) * t +
              (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
              (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t),
        );
      line.push([at(0), at(1)]);
    }
  }
  const last = through.at(-1);
  return last ? [...line, last] : line;
}

/** Corners of an ellipse by its two radii, counter-clockwise; not closed. */
export function ellipse(
  [x, y]: EastNorth,
  eastM: number,
  northM: number,
  corners: number,
): readonly EastNorth[] {
  return Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners;
    return [round(x + eastM * Math.cos(angle)), round(y + northM * Math.sin(angle))] as const;
  });
}

/** An ellipse as water wears it: never quite round, the same every time. */
export function pebble(
  [x, y]: EastNorth,
  eastM: number,
  northM: number,
  corners: number,
): readonly EastNorth[] {
  return Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners;
    const wear = 1 + 0.1 * Math.sin(2 * angle + 0.7) + 0.06 * Math.sin(3 * angle + 2);
    return [round(x + eastM * wear * Math.cos(angle)), round(y + northM * wear * Math.sin(angle))] as const;
  });
}

/** A rectangle with rounded corners, counter-clockwise; not closed. */
export function roundedRectangle(
  { west, south, east, north }: { west: number; south: number; east: number; north: number },
  radiusM: number,
  cornersPerQuarter = 4,
): readonly EastNorth[] {
  const radius = Math.min(radiusM, (east - west) / 2, (north - south) / 2);
  const centres: readonly EastNorth[] = [
    [east - radius, north - radius],
    [west + radius, north - radius],
    [west + radius, south + radius],
    [east - radius, south + radius],
  ];
  return centres.flatMap(([x, y], quarter) =>
    Array.from({ length: cornersPerQuarter + 1 }, (_, step) => {
      const angle = ((quarter + step / cornersPerQuarter) * Math.PI) / 2;
      return [round(x + radius * Math.cos(angle)), round(y + radius * Math.sin(angle))] as const;
    }),
  );
}

export const closed = (ring: readonly EastNorth[]): readonly EastNorth[] =>
  ring[0] ? [...ring, ring[0]] : ring;
