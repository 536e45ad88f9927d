import type { EastNorth } from "../../community/community.ts";
import type { LocalFrame } from "../crs.ts";
import { medianOf } from "../median.ts";
import { emptyBox, growBox, type MetreBox } from "../metre-box.ts";
import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import type { Tally } from "../tally.ts";
import { classOf } from "./feature-class.ts";
import type { Feature } from "./feature-list.ts";
import { inMetres, piecesOf, type Piece } from "./footprint-pieces.ts";
import { isSurrounding } from "./surroundings.ts";

/** The building features that carry one id, in file coordinates. */
export interface Outline {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly pieces: Piece[];
}

/** Buildings by id, in the file's order; what is no building or cannot be one is counted. */
export function outlinesOf(features: readonly Feature[], tally: Tally): readonly Outline[] {
  const byId = new Map<string, Outline>();
  features.forEach((feature, i) => {
    const kind = classOf(feature);
    if (kind !== "building") {
      if (!isSurrounding(kind)) tally.add(notes.noBuilding);
      return;
    }
    if (feature.geometryType !== "Polygon" && feature.geometryType !== "MultiPolygon") {
      tally.add(notes.label(feature.geometryType.slice(0, 20)));
      return;
    }
    const pieces = piecesOf(feature.geometryType, feature.coordinates);
    if (pieces === null) {
      tally.add(notes.footprintShape);
      return;
    }
    const id = idOf(feature) ?? `footprint-${i + 1}`;
    const known = byId.get(id);
    if (known) for (const piece of pieces) known.pieces.push(piece);
    else byId.set(id, { id, properties: feature.properties, pieces: [...pieces] });
  });
  return [...byId.values()];
}

function idOf({ id, properties }: Feature): string | null {
  const stated = id ?? properties["id"] ?? properties["@id"] ?? properties["osm_id"];
  const usable = typeof stated === "number" || typeof stated === "string" ? String(stated) : "";
  return usable !== "" && usable.length <= 256 && !/\p{Cc}/u.test(usable) ? usable : null;
}

/** @throws FileRefused when coordinates cannot be longitude and latitude. */
export function checkDegrees(outlines: readonly Outline[]): void {
  const stray = outlines.find(({ pieces }) =>
    pieces.some((piece) =>
      piece.some((ring) => ring.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)),
    ),
  );
  if (!stray) return;
  refuse(
    "not-degrees",
    `feature ${stray.id.slice(0, 60)}`,
    "坐标超出经纬度范围；请转换为 WGS 84 经纬度",
    "its coordinates are no longitude and latitude; convert the file to WGS 84",
  );
}

/** Where half the outlines lie to either side, in file coordinates: one that strayed does not move it. */
export function middleOf(outlines: readonly Outline[]): [number, number] {
  const corners = outlines.flatMap(({ pieces }) => pieces.flatMap((piece) => outerOf(piece).slice(0, 1)));
  return [medianOf(corners.map(([x]) => x)), medianOf(corners.map(([, y]) => y))];
}

export function planBox({ pieces }: Outline, frame: LocalFrame): MetreBox {
  const box = emptyBox();
  for (const [e, n] of inMetres(pieces.flatMap(outerOf), frame)) growBox(box, e, n, 0);
  return box;
}

const outerOf = (piece: Piece): readonly EastNorth[] => piece[0] ?? [];
