import type { Road } from "../../community/community.ts";
import type { Box } from "../../community/geometry.ts";

/** A street that runs right through the city: where, and how wide. */
interface Line {
  readonly atM: number;
  readonly widthM: number;
}

const line = (atM: number, widthM: number): Line => ({ atM, widthM });

/** South to north, at these eastings; every third or fourth is an avenue. The site lies between -18 and 478. */
const northward: readonly Line[] = [
  line(-1890, 18),
  line(-1610, 14),
  line(-1290, 30),
  line(-1060, 14),
  line(-770, 16),
  line(-560, 14),
  line(-330, 32),
  line(-18, 16),
  line(478, 20),
  line(700, 14),
  line(960, 34),
  line(1190, 14),
  line(1450, 16),
  line(1690, 14),
  line(2010, 28),
  line(2300, 16),
];

/** West to east, at these northings. The site lies between -20 and 416. */
const eastward: readonly Line[] = [
  line(-1820, 16),
  line(-1530, 26),
  line(-1280, 14),
  line(-980, 16),
  line(-700, 34),
  line(-480, 14),
  line(-250, 14),
  line(-20, 22),
  line(416, 16),
  line(640, 14),
  line(860, 36),
  line(1120, 14),
  line(1370, 16),
  line(1640, 30),
  line(1910, 14),
  line(2230, 18),
];

const ends = { west: -1890, east: 2300, south: -1820, north: 2230 } as const;

const street = (
  id: string,
  from: readonly [number, number],
  to: readonly [number, number],
  widthM: number,
): Road => ({
  id: `street-${id}`,
  kind: "street",
  centreLine: [from, to],
  widthM,
});

/** From the gates out to the streets around. */
const approaches: readonly Road[] = [
  street("gate-S", [234, 0], [234, -20], 9),
  street("gate-N", [230, 400], [230, 416], 9),
  street("gate-W", [0, 116], [-18, 116], 7),
  street("gate-E", [460, 222], [478, 222], 7),
];

export const cityStreets: readonly Road[] = [
  ...northward.map(({ atM, widthM }, index) =>
    street(`n${index + 1}`, [atM, ends.south], [atM, ends.north], widthM),
  ),
  ...eastward.map(({ atM, widthM }, index) =>
    street(`e${index + 1}`, [ends.west, atM], [ends.east, atM], widthM),
  ),
  ...approaches,
];

export interface Block {
  readonly box: Box;
  readonly column: number;
  readonly row: number;
}

/** The blocks between the streets, without the site's own. */
export function cityBlocks(): readonly Block[] {
  const found: Block[] = [];
  for (let column = 0; column + 1 < northward.length; column++) {
    for (let row = 0; row + 1 < eastward.length; row++) {
      const [w, e, s, n] = [northward[column], northward[column + 1], eastward[row], eastward[row + 1]];
      if (!w || !e || !s || !n) continue;
      const box: Box = {
        west: w.atM + w.widthM / 2,
        east: e.atM - e.widthM / 2,
        south: s.atM + s.widthM / 2,
        north: n.atM - n.widthM / 2,
      };
      const isSite = box.west < 230 && box.east > 230 && box.south < 200 && box.north > 200;
      if (!isSite) found.push({ box, column, row });
    }
  }
  return found;
}
