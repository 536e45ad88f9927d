import type { EastNorth } from "../../../models/community/community.ts";
import { boxOf, footprintHolds, signedArea, type Ring } from "../../../models/community/geometry.ts";

/** Where so many signs stand within a footprint, and how far apart they are. */
export interface Spread {
  readonly apartM: number;
  /** East and north of each, in the order asked for. */
  readonly places: Float32Array;
}

interface Lattice {
  readonly apartM: number;
  readonly cells: readonly EastNorth[];
}

/**
 * Gives each of many devices a place of its own within a footprint, as near as can be to where it is: devices of many
 * storeys stand over one another, and a plan has but one. The places are a lattice along the longest wall, as wide as
 * the footprint allows.
 */
export function spreadWithin(footprint: readonly Ring[], wanted: readonly EastNorth[]): Spread {
  const turn = directionOf(footprint[0] ?? []);
  const rings = footprint.map((ring) => ring.map((corner) => turned(corner, -turn)));
  const { apartM, cells } = latticeIn(rings, wanted.length);
  const places = new Float32Array(wanted.length * 2);
  const free = new Uint8Array(cells.length).fill(1);
  wanted.forEach((at, i) => {
    const [x, y] = turned(at, -turn);
    let best = -1;
    let bestM2 = Infinity;
    for (let k = 0; k < cells.length; k++) {
      const cell = cells[k];
      if (free[k] === 0 || cell === undefined) continue;
      const awayM2 = (cell[0] - x) ** 2 + (cell[1] - y) ** 2;
      if (awayM2 >= bestM2) continue;
      best = k;
      bestM2 = awayM2;
    }
    if (best >= 0) free[best] = 0;
    const [east, north] = turned(cells[best] ?? [x, y], turn);
    places[i * 2] = east;
    places[i * 2 + 1] = north;
  });
  return { apartM, places };
}

/** The widest lattice that has so many cells with their middles inside; it is sought in steps of a twentieth. */
function latticeIn(rings: readonly Ring[], count: number): Lattice {
  const box = boxOf(rings[0] ?? []);
  const [wide, deep] = [box.east - box.west, box.north - box.south];
  const area = rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(signedArea(ring)), 0);
  let apartM = Math.sqrt(Math.max(area, 1e-3) / Math.max(1, count));
  // A footprint too thin for any lattice keeps its devices where they are.
  const leastM = apartM / 6;
  for (;;) {
    const [columns, rows] = [Math.max(1, Math.round(wide / apartM)), Math.max(1, Math.round(deep / apartM))];
    const [dx, dy] = [wide / columns, deep / rows];
    const cells: EastNorth[] = [];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const cell: EastNorth = [box.west + (column + 0.5) * dx, box.south + (row + 0.5) * dy];
        if (footprintHolds(rings, cell)) cells.push(cell);
      }
    if (cells.length >= count || apartM < leastM) return { apartM: Math.min(dx, dy), cells };
    apartM *= 0.95;
  }
}

/** Radians from east of the longest wall. */
function directionOf(ring: Ring): number {
  let longest = 0;
  let direction = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a;
    const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (long <= longest) return;
    longest = long;
    direction = Math.atan2(b[1] - a[1], b[0] - a[0]);
  });
  return direction;
}

const turned = ([x, y]: EastNorth, by: number): EastNorth => [
  x * Math.cos(by) - y * Math.sin(by),
  x * Math.sin(by) + y * Math.cos(by),
];

/** Devices in the open keep at least so far apart, so that none lies under another when one comes near. */
export const openApartM = 1.6;

/** Where devices in the open are drawn: where they are, or beside it where another stands there already. */
export function spreadInOpen(wanted: readonly EastNorth[]): Float32Array {
  const places = new Float32Array(wanted.length * 2);
  const taken = new Map<string, EastNorth[]>();
  const cellOf = ([x, y]: EastNorth): readonly [number, number] => [
    Math.floor(x / openApartM),
    Math.floor(y / openApartM),
  ];
  const isFree = (at: EastNorth): boolean => {
    const [cx, cy] = cellOf(at);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of taken.get(`${cx + dx} ${cy + dy}`) ?? [])
          if (Math.hypot(other[0] - at[0], other[1] - at[1]) < openApartM * 0.98) return false;
    return true;
  };
  wanted.forEach((at, i) => {
    let found = at;
    // Ring by ring around its true place; a ring of n has room for six times n.
    for (let ring = 1, step = 0; !isFree(found); step++) {
      if (step >= ring * 6) [ring, step] = [ring + 1, 0];
      const angle = (step / (ring * 6)) * 2 * Math.PI;
      found = [at[0] + Math.cos(angle) * ring * openApartM, at[1] + Math.sin(angle) * ring * openApartM];
    }
    const key = cellOf(found).join(" ");
    const cell = taken.get(key);
    if (cell) cell.push(found);
    else taken.set(key, [found]);
    places[i * 2] = found[0];
    places[i * 2 + 1] = found[1];
  });
  return places;
}
