import type {
  Area,
  Asset,
  CityObject,
  CommunityDocument,
  EastNorth,
  Massing,
} from "../../../models/community/community.ts";

export interface Stroke {
  readonly path: Path2D;
  readonly widthM: number;
}

/** The community from above as outlines, in metres east and *south* of its origin: the way a pane counts. */
export interface GroundPaths {
  readonly city: Path2D;
  readonly land: Path2D;
  readonly green: Path2D;
  readonly water: Path2D;
  readonly paved: Path2D;
  readonly bays: Path2D;
  /** Of the city around, then the community's own; ways on foot. */
  readonly streets: readonly Stroke[];
  readonly roads: readonly Stroke[];
  readonly paths: readonly Stroke[];
  readonly trees: Path2D;
  readonly hedges: Path2D;
  readonly fences: Path2D;
  readonly buildings: Path2D;
  readonly publicBuildings: Path2D;
  /** Buildings of which only faces are known: the extent of these. */
  readonly facedOnly: Path2D;
}

const green = new Set<Area["kind"]>(["lawn", "garden"]);
const treeM = 2.1;
const shrubM = 0.8;

export function groundPaths(community: CommunityDocument): GroundPaths {
  const { roads, assets, buildings } = community;
  const areas = [...community.green, ...community.water, ...community.plazas];
  const area = (isMeant: (each: Area) => boolean): Path2D =>
    rings(areas.filter(isMeant).map(({ ring }) => ring));
  const way = (...kinds: readonly string[]) => strokes(roads.filter(({ kind }) => kinds.includes(kind)));
  const walled = buildings.filter(({ footprint }) => footprint.length > 0);
  const isPublic = (use: string): boolean => use === "public";
  return {
    city: boxes(community.surroundings),
    land: area(({ kind }) => kind === "land"),
    green: area(({ kind }) => green.has(kind)),
    water: area(({ kind }) => kind === "pond"),
    paved: area(({ kind }) => kind !== "land" && kind !== "pond" && kind !== "parking" && !green.has(kind)),
    bays: area(({ kind }) => kind === "parking"),
    streets: way("street"),
    roads: way("road"),
    paths: way("path", "fire-lane"),
    trees: crowns(assets),
    hedges: lines(assets.filter(({ kind }) => kind === "hedge")),
    fences: lines(assets.filter(({ kind }) => kind === "fence")),
    buildings: rings(walled.flatMap(({ use, footprint }) => (isPublic(use) ? [] : footprint))),
    publicBuildings: rings(walled.flatMap(({ use, footprint }) => (isPublic(use) ? footprint : []))),
    facedOnly: extents(community),
  };
}

/** The outline of one building, or of the extent of a city object. */
export const outlineOf = (footprint: readonly (readonly EastNorth[])[]): Path2D => rings(footprint);
export function extentOutline({ extent: { min, max } }: Pick<CityObject, "extent">): Path2D {
  const path = new Path2D();
  path.rect(min[0], -max[1], max[0] - min[0], max[1] - min[1]);
  return path;
}

function rings(all: readonly (readonly EastNorth[])[]): Path2D {
  const path = new Path2D();
  for (const ring of all) {
    ring.forEach(([east, north], i) => (i === 0 ? path.moveTo(east, -north) : path.lineTo(east, -north)));
    path.closePath();
  }
  return path;
}

/** Roads of one width together: each width is one stroke. */
function strokes(roads: CommunityDocument["roads"]): readonly Stroke[] {
  const byWidth = new Map<number, Path2D>();
  for (const { widthM, centreLine } of roads) {
    const path = byWidth.get(widthM) ?? new Path2D();
    byWidth.set(widthM, path);
    centreLine.forEach(([east, north], i) =>
      i === 0 ? path.moveTo(east, -north) : path.lineTo(east, -north),
    );
  }
  return [...byWidth].map(([widthM, path]) => ({ path, widthM }));
}

function boxes(all: readonly Massing[]): Path2D {
  const path = new Path2D();
  for (const { centre, sizeM } of all)
    path.rect(centre[0] - sizeM[0] / 2, -centre[1] - sizeM[1] / 2, sizeM[0], sizeM[1]);
  return path;
}

function crowns(assets: readonly Asset[]): Path2D {
  const path = new Path2D();
  for (const { kind, at, scale } of assets) {
    if (kind !== "tree" && kind !== "shrub") continue;
    const radiusM = (kind === "tree" ? treeM : shrubM) * scale;
    path.moveTo(at[0] + radiusM, -at[1]);
    path.arc(at[0], -at[1], radiusM, 0, 2 * Math.PI);
  }
  return path;
}

/** Fences and hedges, as long as they are. */
function lines(assets: readonly Asset[]): Path2D {
  const path = new Path2D();
  for (const { at, headingDeg, scale } of assets) {
    const along = (headingDeg * Math.PI) / 180;
    const [dx, dy] = [(Math.sin(along) * scale) / 2, (-Math.cos(along) * scale) / 2];
    path.moveTo(at[0] - dx, -at[1] - dy);
    path.lineTo(at[0] + dx, -at[1] + dy);
  }
  return path;
}

function extents({ buildings, mesh }: CommunityDocument): Path2D {
  const path = new Path2D();
  const faced = new Set(buildings.filter(({ footprint }) => footprint.length === 0).map(({ id }) => id));
  for (const { building, extent } of mesh?.objects ?? [])
    if (building !== null && faced.has(building)) path.addPath(extentOutline({ extent }));
  return path;
}
