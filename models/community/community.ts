import type { BuildingId, CommunityId, DwellingId, GridCellId, SpaceId } from "../ids.ts";
import type { Text } from "../language/text.ts";

/**
 * A community as data. All lengths are metres in a local east-north-up frame whose origin is chosen by whoever made
 * the community (a corner of the site, or the middle of the densest part of a city model).
 */
export interface Community {
  readonly id: CommunityId;
  readonly name: Text;
  readonly source: CommunitySource;
  /** Where the origin lies; null when the file does not say and nobody told. The sun needs it. */
  readonly place: GeographicPlace | null;
  /** IANA time zone, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly extent: Extent;
  /** Where a first look should go: the densest part, not the bounding box of scattered objects. */
  readonly frame: { readonly centre: EastNorthUp; readonly radiusM: number };
  readonly gridCells: readonly GridCell[];
  readonly buildings: readonly Building[];
  readonly dwellings: readonly Dwelling[];
  readonly spaces: readonly Space[];
  readonly roads: readonly Road[];
  readonly gates: readonly Gate[];
  readonly green: readonly Area[];
  readonly water: readonly Area[];
  readonly plazas: readonly Area[];
  /** Trees, lamps, benches, bins, parked cars …: things of the eye, many and simple. */
  readonly assets: readonly Asset[];
  /** Grey massing of the city around, never part of any analysis. */
  readonly surroundings: readonly Massing[];
  /** The faces of a city model; null for a community built of prisms. */
  readonly mesh: CityMesh | null;
  readonly counts: CommunityCounts;
  readonly skipped: readonly Skipped[];
}

export interface CommunitySource {
  readonly format: "bundled" | "CityJSON" | "CityJSONSeq" | "GeoJSON";
  readonly version: string;
  /** e.g. `EPSG:7415`, or null when the source states none. */
  readonly crs: string | null;
  /** Words the licence of the data asks to be shown wherever it is, e.g. `© OpenStreetMap contributors, ODbL`. */
  readonly attribution?: string;
}

export interface GeographicPlace {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

/** `[east, north]` and `[east, north, up]` in metres. */
export type EastNorth = readonly [eastM: number, northM: number];
export type EastNorthUp = readonly [eastM: number, northM: number, upM: number];

export interface Extent {
  readonly min: EastNorthUp;
  readonly max: EastNorthUp;
}

/** A cell of grid management (GB/T 30428): some hundreds of households with a grid member. */
export interface GridCell {
  readonly id: GridCellId;
  readonly name: Text;
  readonly buildings: readonly BuildingId[];
}

export type BuildingUse = "residential" | "public" | "other";

export interface Building {
  readonly id: BuildingId;
  readonly name: Text;
  readonly use: BuildingUse;
  /** Plan type of a bundled community (`A` tower … `P` public), free text of a file's attribute otherwise. */
  readonly type: string;
  readonly gridCell: GridCellId | null;
  /** Outer ring first, then holes; not closed; counter-clockwise outside. Empty when the building exists only as faces. */
  readonly footprint: readonly (readonly EastNorth[])[];
  readonly baseM: number;
  readonly heightM: number;
  /** True when the source gave no height and it was estimated. */
  readonly heightEstimated: boolean;
  /** Number of storeys above ground, null when not known. */
  readonly storeys: number | null;
  /** Height of the ground floor above base, and of a storey; null where storeys are not known. */
  readonly plinthM: number;
  readonly storeyHeightM: number | null;
  /** Stair units of a residential building. */
  readonly units: number;
  /** Residents of a storey (index 0 = ground floor), as declared; empty when not known. Never a live count. */
  readonly residentsByStorey: readonly number[];
}

export interface Dwelling {
  readonly id: DwellingId;
  readonly name: Text;
  readonly building: BuildingId;
  readonly unit: number;
  /** 1 = ground floor. */
  readonly storey: number;
  readonly areaM2: number;
  /** Declared residents; 0 when empty. */
  readonly residents: number;
  /** Middle of the home, for its devices. */
  readonly at: EastNorthUp;
}

/** A room or zone that is not a dwelling: corridor, garage, pump room, playground. */
export interface Space {
  readonly id: SpaceId;
  readonly name: Text;
  readonly building: BuildingId | null;
  readonly storey: number | null;
  readonly at: EastNorthUp;
}

export interface Road {
  readonly id: string;
  /** A `street` belongs to the city around: drawn, never part of the community's own network. */
  readonly kind: "road" | "path" | "fire-lane" | "street";
  readonly centreLine: readonly EastNorth[];
  readonly widthM: number;
}

export interface Gate {
  readonly id: string;
  readonly name: Text;
  readonly at: EastNorth;
  readonly kinds: readonly ("vehicles" | "people" | "emergency")[];
}

export interface Area {
  readonly id: string;
  readonly kind:
    | "lawn"
    | "garden"
    | "pond"
    | "playground"
    | "plaza"
    | "fitness"
    | "parking"
    | "fire-pad"
    | "land";
  readonly ring: readonly EastNorth[];
}

export interface Asset {
  readonly kind:
    | "tree"
    | "shrub"
    | "lamp"
    | "bench"
    | "bin"
    | "car"
    | "bollard"
    | "playground"
    | "pavilion"
    | "fence"
    | "solar"
    | "bicycle-shelter"
    | "ramp"
    | "hedge"
    | "gatehouse";
  readonly at: EastNorthUp;
  /** Clockwise from north. */
  readonly headingDeg: number;
  /** 1 = usual size; for a fence or a hedge its length in metres, for solar the square metres of its modules. */
  readonly scale: number;
}

export interface Massing {
  readonly centre: EastNorth;
  readonly sizeM: readonly [eastM: number, northM: number, heightM: number];
}

export interface CommunityCounts {
  readonly buildings: number;
  readonly parts: number;
  readonly storeys: number;
  readonly dwellings: number;
  readonly vertices: number;
  readonly triangles: number;
}

/** Something of the source that was not taken over, and why; never silent. */
export interface Skipped {
  /** In English, for programs. */
  readonly what: string;
  readonly why: string;
  /** The same for people. */
  readonly words: { readonly what: Text; readonly why: Text };
  readonly count: number;
}

export const surfaceKinds = [
  "wall",
  "roof",
  "ground",
  "window",
  "road",
  "water",
  "plant",
  "land",
  "other",
] as const;
export type SurfaceKind = (typeof surfaceKinds)[number];

/** A triangle soup with flat normals, in ENU metres, grouped by city object. */
export interface CityMesh {
  /** 3 per vertex; vertices of a triangle are its own (no index), so flat shading needs no sharing. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Index into `surfaceKinds`, one per vertex. */
  readonly surfaces: Uint8Array;
  /** Index into `objects`, one per vertex. */
  readonly objectOf: Uint32Array;
  readonly objects: readonly CityObject[];
}

/** A city object of a CityJSON file that has geometry (its parts' geometry included with the part). */
export interface CityObject {
  readonly id: string;
  readonly type: string;
  /** The building this object is, or is a part of. */
  readonly building: BuildingId | null;
  readonly lod: string;
  readonly firstVertex: number;
  readonly vertexCount: number;
  readonly extent: Extent;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
}

/** A community without its typed arrays, as JSON on `/api/v1/community/model`; the mesh follows on `/api/v1/community/mesh`. */
export type CommunityDocument = Omit<Community, "mesh" | "buildings" | "dwellings"> & {
  readonly buildings: readonly DocumentBuilding[];
  readonly dwellings: readonly Omit<Dwelling, "residents">[];
  readonly mesh: { readonly objects: readonly CityObject[]; readonly vertexCount: number } | null;
};

export interface DocumentBuilding extends Building {
  /** Declared residents of the whole building; null when not known or too few to be told. */
  readonly residents: number | null;
}

/** Fewer residents than this are not told of a building, to nobody. */
const residentsTold = 10;

function homeAlone({ id, name, building, unit, storey, areaM2, at }: Dwelling): Omit<Dwelling, "residents"> {
  return { id, name, building, unit, storey, areaM2, at };
}

/** Whoever reads it, how many live in a home or on a storey is not in it: no duty of staff needs that. */
export function communityDocument(community: Community): CommunityDocument {
  const { mesh, buildings, dwellings, ...rest } = community;
  return {
    ...rest,
    buildings: buildings.map((building) => {
      const declared = building.residentsByStorey.reduce((sum, each) => sum + each, 0);
      return { ...building, residentsByStorey: [], residents: declared < residentsTold ? null : declared };
    }),
    dwellings: dwellings.map(homeAlone),
    mesh: mesh && { objects: mesh.objects, vertexCount: mesh.positions.length / 3 },
  };
}

/** What a resident or passer-by may know of homes: that they exist. Who lives where is not geometry. */
export function publicDocument(document: CommunityDocument): CommunityDocument {
  return {
    ...document,
    dwellings: [],
    buildings: document.buildings.map((building) => ({ ...building, residents: null })),
  };
}
