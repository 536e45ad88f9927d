import type { Asset, EastNorth } from "../../community/community.ts";
import { boxOf } from "../../community/geometry.ts";
import { cityStreets } from "../city/city.ts";
import { beside, stations } from "./along.ts";
import { water } from "./base-cover.ts";
import { roadPatch } from "./cover.ts";
import { plans, site } from "./fixture.ts";
import { Gardener, treeMargins } from "./gardener.ts";
import { courtNodes } from "./ground-areas.ts";
import { plantGroves } from "./groves.ts";
import { eastWallM, northWallM, southWallM, westWallM } from "./measure.ts";
import { parkingIslands } from "./parking.ts";
import { roads } from "./roads.ts";
import { siteCover } from "./site-cover.ts";
import type { Spacing } from "./spacing.ts";

/** Trees in rows on both sides of every road. */
function roadRows(gardener: Gardener): void {
  for (const { centreLine, widthM } of roads) {
    for (const station of stations(centreLine, 8)) {
      for (const side of [1, -1]) {
        gardener.tree(beside(station, side * (widthM / 2 + 1.9)), gardener.between(0.85, 1.05), 1.9);
      }
    }
  }
}

/** The streets around have their rows too, for some way beyond the site. */
function streetRows(gardener: Gardener): void {
  const beyondM = 60;
  const near = ([east, north]: EastNorth): boolean =>
    east > -beyondM && north > -beyondM && east < site.eastM + beyondM && north < site.northM + beyondM;
  for (const { centreLine, widthM } of cityStreets) {
    for (const station of stations(centreLine, 10)) {
      if (!near(station.at)) continue;
      for (const side of [1, -1]) {
        const at = beside(station, side * (widthM / 2 + 2.2));
        if (near(at)) gardener.tree(at, gardener.between(0.95, 1.2), 1.9, { ...treeMargins, road: 1.5 });
      }
    }
  }
}

const ringAround = (insetM: number): readonly EastNorth[] => [
  [insetM, insetM],
  [site.eastM - insetM, insetM],
  [site.eastM - insetM, site.northM - insetM],
  [insetM, site.northM - insetM],
  [insetM, insetM],
];

/** A belt inside the fence hides the streets around. */
function boundaryBelt(gardener: Gardener): void {
  for (const station of stations(ringAround(3.4), 5)) {
    gardener.tree(beside(station, gardener.between(-1, 1.2)), gardener.between(0.8, 1.15), 1.9);
  }
}

/** Small trees along the walls, and one in every island between parked cars. */
function besideWallsAndBays(gardener: Gardener): void {
  for (const at of parkingIslands) gardener.tree(at, gardener.between(0.6, 0.75), 1.2);
  for (const plan of plans) {
    const [west, south] = [westWallM(plan) - 3.6, southWallM(plan) - 3.9];
    const [east, north] = [eastWallM(plan) + 3.6, northWallM(plan) + 6];
    // Clockwise, so that the left of every line looks away from the wall.
    const walls: readonly (readonly [EastNorth, EastNorth])[] = [
      [
        [east - 3, south],
        [west + 3, south],
      ],
      [
        [west, south + 4],
        [west, north - 4],
      ],
      [
        [west + 3, north],
        [east - 3, north],
      ],
      [
        [east, north - 4],
        [east, south + 4],
      ],
    ];
    for (const station of walls.flatMap((wall) => stations(wall, 6.5))) {
      const size = gardener.between(0.55, 0.8);
      [0, 2.2, 4.4].some((outM) =>
        gardener.tree(beside(station, outM + gardener.between(-0.5, 0.5)), size, 1.4),
      );
    }
  }
}

/** Loose trees over the remaining lawns; open meadows stay where the waves are low. */
function scatter(gardener: Gardener, attempts: number): void {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const at: EastNorth = [gardener.between(1.8, site.eastM - 1.8), gardener.between(1.8, site.northM - 1.8)];
    const density = Math.sin(at[0] / 17) + Math.sin(at[1] / 13 + 1.3) + Math.sin((at[0] + at[1]) / 29);
    if (density > 0.1) gardener.tree(at, gardener.between(0.75, 1.3), 2.1);
  }
}

/** Reeds and low shrubs along the shores. */
function shores(gardener: Gardener): void {
  for (const { ring } of water) {
    const { west, south, east, north } = boxOf(ring);
    const middle: EastNorth = [(west + east) / 2, (south + north) / 2];
    for (const station of stations([...ring, ...ring.slice(0, 1)], 1.4)) {
      if (Math.sin(station.at[0] / 3) + Math.sin(station.at[1] / 4) < -0.5) continue;
      const [dx, dy] = [station.at[0] - middle[0], station.at[1] - middle[1]];
      const out = 1 + gardener.between(0.5, 0.9) / Math.hypot(dx, dy);
      gardener.shrub([middle[0] + dx * out, middle[1] + dy * out], gardener.between(0.6, 1));
    }
  }
}

/** Shrubs in loose beds at the feet of trees. */
function beds(gardener: Gardener): void {
  const trees = gardener.planted.filter(({ at }) => at[0] > 1 && at[0] < site.eastM - 1 && at[1] > 1);
  for (const { kind, at } of trees) {
    if (kind !== "tree" || gardener.random() > 0.3) continue;
    const angle = gardener.between(0, 2 * Math.PI);
    for (const turn of [0, 0.5]) {
      const around: EastNorth = [at[0] + 2.6 * Math.cos(angle + turn), at[1] + 2.6 * Math.sin(angle + turn)];
      if (around[1] < site.northM - 1) gardener.shrub(around, gardener.between(0.7, 1.2));
    }
  }
}

/** Every tree and shrub; what is in `taken` already stands. */
export function planting(seed: number, taken: Spacing): readonly Asset[] {
  const cover = [...siteCover, ...cityStreets.map(roadPatch)];
  const gardener = new Gardener(seed, cover, taken);
  for (const at of courtNodes) gardener.reservedTree(at, 1.45);
  roadRows(gardener);
  streetRows(gardener);
  boundaryBelt(gardener);
  plantGroves(gardener);
  besideWallsAndBays(gardener);
  scatter(gardener, 300);
  shores(gardener);
  beds(gardener);
  return gardener.planted;
}
