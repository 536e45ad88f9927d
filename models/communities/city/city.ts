import type { Area, Massing } from "../../community/community.ts";
import { boxRing } from "../../community/geometry.ts";
import { mulberry32 } from "../mulberry32.ts";
import { campus, distantQuarter, type Ground, halls, offices, slabs, towers, walkUps } from "./districts.ts";
import { type Block, cityBlocks } from "./streets.ts";

export { cityStreets } from "./streets.ts";

/** Pavement and front yards between a street and the first wall. */
const setbackM = 13;

/** The middle of the site, and how far the city is drawn around it. */
const middle = [230, 200] as const;
const reachM = 1980;

/** Beyond this nearness a quarter is drawn building by building. */
const inDetail = 0.44;

/** Where the tall offices of the centre are, a kilometre and a half to the north-east. */
const downtown = [1100, 1400] as const;
const downtownReachM = 560;

const centreOf = ({ box }: Block): readonly [number, number] => [
  (box.west + box.east) / 2,
  (box.south + box.north) / 2,
];

const distance = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);

interface Quarter {
  readonly massing: readonly Massing[];
  readonly isPark: boolean;
}

function massingOf(block: Block, ground: Ground, lot: number): readonly Massing[] {
  const toDowntown = distance(centreOf(block), downtown);
  if (toDowntown < downtownReachM) return offices(ground, 190 - (toDowntown / downtownReachM) * 90);
  if (ground.nearness < inDetail) return distantQuarter(ground);
  // Next door there are homes: an open campus would leave the foreground of most views bare.
  if (lot < 0.16) return ground.nearness < 0.95 ? campus(ground) : slabs(ground);
  if (lot < 0.22) return halls(ground);
  if (lot < 0.34) return offices(ground, 95);
  if (lot < 0.56) return towers(ground);
  if (lot < 0.66) return walkUps(ground);
  return slabs(ground);
}

function quarterOf(block: Block, seed: number): Quarter {
  const away = distance(centreOf(block), middle);
  const random = mulberry32(seed * 31 + block.column * 977 + block.row * 131);
  const { west, south, east, north } = block.box;
  const ground: Ground = {
    box: { west: west + setbackM, south: south + setbackM, east: east - setbackM, north: north - setbackM },
    nearness: Math.max(0, Math.min(1, 1 - (away - 350) / (reachM - 350))),
    random,
  };
  const lot = random();
  if (lot < 0.07) return { massing: [], isPark: true };
  const kept = massingOf(block, ground, lot).filter(
    ({ centre }) => distance(centre, middle) < reachM - 260 * random(),
  );
  return { massing: kept, isPark: false };
}

/** Grey massing in blocks between the streets; it thins out with distance. */
export const cityMassing = (seed: number): readonly Massing[] =>
  cityBlocks().flatMap((block) => quarterOf(block, seed).massing);

/** Blocks without buildings. They are ground of the city, not the community's green. */
export const cityParks = (seed: number): readonly Area[] =>
  cityBlocks()
    .filter((block) => quarterOf(block, seed).isPark && distance(centreOf(block), middle) < reachM)
    .map(({ box, column, row }) => ({ id: `city-park-${column}-${row}`, kind: "land", ring: boxRing(box) }));
