import type {
  Area,
  CommunityDocument,
  EastNorth,
  Extent,
  Road,
} from "../../../models/community/community.ts";
import { type Box, boxOf, distanceToLine, grown, ringHolds } from "../../../models/community/geometry.ts";

/** What a spot of the site is covered with, what lies on top first. */
export const covers = ["building", "water", "road", "paved", "green", "rest"] as const;
export type Cover = (typeof covers)[number];

/** Side of the squares the site is looked at in: no part of a metre, so that edges of what is built in metres fall unalike. */
const squareM = 1.3;

interface Patch {
  readonly box: Box;
  readonly holds: (at: EastNorth) => boolean;
}

const ofRing = (ring: readonly EastNorth[], courts: readonly (readonly EastNorth[])[] = []): Patch => ({
  box: boxOf(ring),
  holds: (at) => ringHolds(ring, at) && !courts.some((court) => ringHolds(court, at)),
});
const ofRoad = ({ centreLine, widthM }: Road): Patch => ({
  box: grown(boxOf(centreLine), widthM / 2),
  holds: (at) => distanceToLine(at, centreLine) <= widthM / 2,
});
const ofAreas = (areas: readonly Area[]): readonly Patch[] =>
  areas.filter(({ kind }) => kind !== "land").map(({ ring }) => ofRing(ring));

/** The site as squares, each holding the number of what covers it. */
class SiteGrid {
  readonly squares: Uint8Array;
  readonly #west: number;
  readonly #south: number;
  readonly #columns: number;
  readonly #rows: number;

  constructor({ min, max }: Extent) {
    this.#west = min[0];
    this.#south = min[1];
    this.#columns = Math.max(0, Math.floor((max[0] - min[0]) / squareM));
    this.#rows = Math.max(0, Math.floor((max[1] - min[1]) / squareM));
    this.squares = new Uint8Array(this.#columns * this.#rows).fill(covers.indexOf("rest"));
  }

  paint({ box, holds }: Patch, cover: number): void {
    const [fromColumn, toColumn] = span(box.west - this.#west, box.east - this.#west, this.#columns);
    const [fromRow, toRow] = span(box.south - this.#south, box.north - this.#south, this.#rows);
    for (let row = fromRow; row < toRow; row++)
      for (let column = fromColumn; column < toColumn; column++) {
        const at: EastNorth = [this.#west + (column + 0.5) * squareM, this.#south + (row + 0.5) * squareM];
        if (holds(at)) this.squares[row * this.#columns + column] = cover;
      }
  }
}

const span = (fromM: number, toM: number, most: number): readonly [number, number] => [
  Math.max(0, Math.floor(fromM / squareM)),
  Math.min(most, Math.ceil(toM / squareM)),
];

/**
 * Shares of a bundled community's site (0 … 1, in the order of `covers`), by looking at the middle of every square
 * of a grid; the city around does not count. Null where there is no site: the box around a city model's objects is nobody's.
 */
export function siteCover(
  community: Pick<
    CommunityDocument,
    "source" | "extent" | "buildings" | "water" | "roads" | "plazas" | "green"
  >,
): readonly { readonly cover: Cover; readonly share: number }[] | null {
  if (community.source.format !== "bundled") return null;
  const patches: Readonly<Record<Exclude<Cover, "rest">, readonly Patch[]>> = {
    building: community.buildings.flatMap(({ footprint: [outer, ...courts] }) =>
      outer === undefined ? [] : [ofRing(outer, courts)],
    ),
    water: ofAreas(community.water),
    road: community.roads.filter(({ kind }) => kind !== "street").map(ofRoad),
    paved: ofAreas(community.plazas),
    green: ofAreas(community.green),
  };
  const grid = new SiteGrid(community.extent);
  for (const cover of covers.toReversed())
    if (cover !== "rest") for (const patch of patches[cover]) grid.paint(patch, covers.indexOf(cover));
  const counts = covers.map(() => 0);
  for (const square of grid.squares) counts[square] = (counts[square] ?? 0) + 1;
  return covers.map((cover, i) => ({ cover, share: (counts[i] ?? 0) / Math.max(1, grid.squares.length) }));
}
