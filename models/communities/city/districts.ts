import type { EastNorth, Massing } from "../../community/community.ts";
import type { Box } from "../../community/geometry.ts";

/** Everything a district needs to know: where, how near to the site (1 at its edge, 0 far away), and chance. */
export interface Ground {
  readonly box: Box;
  readonly nearness: number;
  random(): number;
}

const between = (ground: Ground, low: number, high: number): number => low + (high - low) * ground.random();

const pick = <T>(ground: Ground, choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(ground.random() * choices.length)] ?? choices[0];

const box = (centre: EastNorth, eastM: number, northM: number, heightM: number): Massing => ({
  centre: [Math.round(centre[0]), Math.round(centre[1])],
  sizeM: [Math.round(eastM), Math.round(northM), Math.round(heightM)],
});

/** Slots along a side: as many as fit with the gap between, evenly spread. */
function slots(from: number, to: number, sizeM: number, gapM: number): readonly number[] {
  const count = Math.floor((to - from + gapM) / (sizeM + gapM));
  const pitch = (to - from) / Math.max(1, count);
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + (index + 0.5) * pitch);
}

/** Rows of slabs that all look south, as housing estates are laid out; the row distance follows the height. */
export function slabs(ground: Ground): readonly Massing[] {
  const { west, south, east, north } = ground.box;
  const floors = pick(ground, [6, 6, 11, 11, 18, 18, 26]);
  const heightM = floors * 2.9 + 2;
  const length = between(ground, 42, 68);
  const far = 1.5 - 0.5 * ground.nearness;
  return slots(south, north, 13, heightM * 0.8 * far + 4).flatMap((y, row) =>
    slots(west + (row % 2 ? 0 : 6), east - (row % 2 ? 6 : 0), length, 9 * far).flatMap((x) =>
      ground.random() < 0.06
        ? []
        : [box([x, y], length - between(ground, 0, 8), 13, heightM + pick(ground, [0, 0, 0, 6, -6]))],
    ),
  );
}

/** Point towers, staggered, with a low hall or two between. */
export function towers(ground: Ground): readonly Massing[] {
  const { west, south, east, north } = ground.box;
  const heightM = between(ground, 62, 98);
  const far = 1.4 - 0.4 * ground.nearness;
  const found = slots(south, north, 17, 34 * far).flatMap((y, row) =>
    slots(west + (row % 2) * 20, east - ((row + 1) % 2) * 20, 27, 25 * far).map((x) =>
      box([x, y], between(ground, 23, 30), between(ground, 15, 20), heightM * between(ground, 0.82, 1.08)),
    ),
  );
  return [...found, box([(west + east) / 2, south + 9], (east - west) * 0.5, 14, 9)];
}

/** Old walk-ups of six floors, close together. */
export function walkUps(ground: Ground): readonly Massing[] {
  const { west, south, east, north } = ground.box;
  const far = 1.7 - 0.7 * ground.nearness;
  return slots(south, north, 11, 17 * far).flatMap((y) =>
    slots(west, east, 62, 12 * far).flatMap((x) =>
      ground.random() < 0.1
        ? []
        : [box([x, y], between(ground, 46, 62), 11, pick(ground, [15, 18, 18, 18, 21]))],
    ),
  );
}

/** Offices: towers of several heights on wide podiums. */
export function offices(ground: Ground, tallestM: number): readonly Massing[] {
  const { west, south, east, north } = ground.box;
  return slots(south, north, 62, 26).flatMap((y) =>
    slots(west, east, 74, 24).flatMap((x) => {
      const podiumM = between(ground, 12, 22);
      const podium = box([x, y], between(ground, 58, 74), between(ground, 44, 60), podiumM);
      const height = between(ground, 0.4, 1) * tallestM;
      const side = between(ground, 28, 40);
      const tower = box([x + between(ground, -10, 10), y + between(ground, -6, 6)], side, side * 0.9, height);
      const crown = box(tower.centre, side * 0.6, side * 0.55, height + 9);
      return ground.random() < 0.15 ? [podium] : height > 90 ? [podium, tower, crown] : [podium, tower];
    }),
  );
}

/** A school or hospital: wings around yards, and open ground for sport. */
export function campus(ground: Ground): readonly Massing[] {
  const { west, south, east, north } = ground.box;
  const [width, depth] = [east - west, north - south];
  const heightM = between(ground, 14, 24);
  const middle = west + width * between(ground, 0.35, 0.6);
  return [
    box([middle, north - depth * 0.12], width * 0.5, 18, heightM),
    box([middle, north - depth * 0.34], width * 0.5, 16, heightM - 4),
    box([middle, north - depth * 0.56], width * 0.42, 16, heightM - 4),
    box([middle - width * 0.2, north - depth * 0.23], 15, depth * 0.2, heightM - 7),
    box([east - width * 0.12, south + depth * 0.2], width * 0.16, depth * 0.2, 13),
    box([west + width * 0.1, north - depth * 0.2], 22, 22, heightM + 22),
  ];
}

/** A whole quarter seen from afar: few boxes, each standing for a group of buildings. */
export function distantQuarter(ground: Ground): readonly Massing[] {
  const { west, south, east, north } = ground.box;
  const usual = pick(ground, [18, 24, 36, 54, 54, 80]);
  return slots(south, north, 52, 30).flatMap((y) =>
    slots(west, east, 70, 28).flatMap((x) =>
      ground.random() < 0.2
        ? []
        : [
            box(
              [x + between(ground, -7, 7), y + between(ground, -7, 7)],
              between(ground, 30, 74),
              between(ground, 16, 40),
              usual * between(ground, 0.7, 1.3),
            ),
          ],
    ),
  );
}

/** Low halls: markets, depots, workshops. */
export function halls(ground: Ground): readonly Massing[] {
  const { west, south, east, north } = ground.box;
  return slots(south, north, 48, 26).flatMap((y) =>
    slots(west, east, 84, 24).map((x) =>
      box([x, y], between(ground, 58, 84), between(ground, 30, 48), between(ground, 7, 13)),
    ),
  );
}
