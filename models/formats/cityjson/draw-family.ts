import type { CityObject } from "../../community/community.ts";
import { buildingId } from "../../ids.ts";
import { triangulateFace } from "../face-triangles.ts";
import { emptyBox, extentOf, growBox, isEmptyBox, joinBox, type MetreBox } from "../metre-box.ts";
import { notes } from "../notes.ts";
import { isWithinReach } from "../reach.ts";
import type { Tally } from "../tally.ts";
import { bestFirst } from "./choose-geometry.ts";
import type { CityFileObject, CityGeometry } from "./city-file.ts";
import { facesOf } from "./faces.ts";
import type { Family } from "./families.ts";
import type { GrowingMesh } from "./growing-mesh.ts";
import { placedVertices } from "./placed-vertices.ts";
import { looksUp, surfaceKindOf } from "./surface-kind.ts";

export type PlanFace = readonly (readonly number[])[];

/** What drawing a family found out about it. */
export interface DrawnFamily {
  readonly family: Family;
  readonly box: MetreBox;
  /** Plan rings of the faces it stands on, and of its roofs, each `[e, n, e, n, …]`; outer rings and holes alike. */
  readonly groundFaces: readonly PlanFace[];
  readonly roofFaces: readonly PlanFace[];
}

export interface Drawing {
  readonly mesh: GrowingMesh;
  readonly objects: CityObject[];
  readonly tally: Tally;
}

/** Adds the best usable geometry of every drawn object of a family to the mesh. */
export function drawFamily(family: Family, drawing: Drawing): DrawnFamily {
  const drawn = { family, box: emptyBox(), groundFaces: [], roofFaces: [] };
  if (family.building && family.drawn.length === 0) drawing.tally.add(notes.buildingBare);
  for (const object of family.drawn) {
    const used = bestFirst(object).find((geometry) => drawGeometry(object, geometry, drawn, drawing));
    if (used === undefined) drawing.tally.add(notes.objectBare);
  }
  return drawn;
}

/** @returns false when not one face of the geometry has area; nothing was added then. */
function drawGeometry(
  object: CityFileObject,
  geometry: CityGeometry,
  drawn: DrawnFamily & { readonly groundFaces: PlanFace[]; readonly roofFaces: PlanFace[] },
  { mesh, objects, tally }: Drawing,
): boolean {
  const xyz = placedVertices(geometry);
  const faces = [...facesOf(geometry)];
  const box = boxOfFaces(faces, xyz);
  if (!isEmptyBox(box) && !isWithinReach(box)) {
    tally.add(notes.objectTooFar);
    return false;
  }
  const firstVertex = mesh.vertexCount;
  let short = 0;
  let flat = 0;
  let crossed = 0;
  for (const { rings, semantic } of faces) {
    const face = triangulateFace(rings, xyz);
    if (face === null) {
      if ((rings[0]?.length ?? 0) < 3) short += 1;
      else flat += 1;
      continue;
    }
    if (face.crossed) crossed += 1;
    const kind = surfaceKindOf(semantic, object.type, {
      up: face.normal[2],
      heightM: meanHeight(face.corners, xyz),
      lowestM: box.minU,
      highestM: box.maxU,
    });
    const turned = face.normal[2] < 0 && looksUp.has(kind);
    mesh.add(
      turned ? face.corners.toReversed() : face.corners,
      xyz,
      turned ? [-face.normal[0], -face.normal[1], -face.normal[2]] : face.normal,
      kind,
      objects.length,
    );
    if (kind === "ground") drawn.groundFaces.push(planRings(rings, xyz));
    else if (kind === "roof") drawn.roofFaces.push(planRings(rings, xyz));
  }
  const vertexCount = mesh.vertexCount - firstVertex;
  if (vertexCount === 0) return false;
  tally.add(notes.ringShort, short);
  tally.add(notes.ringFlat, flat);
  tally.add(notes.ringCrossed, crossed);
  const { building } = drawn.family;
  joinBox(drawn.box, box);
  objects.push({
    id: object.id,
    type: object.type,
    building: building && buildingId(building.id),
    lod: geometry.lod,
    firstVertex,
    vertexCount,
    extent: extentOf(box),
    attributes: { ...building?.attributes, ...object.attributes },
  });
  return true;
}

/** The box of the vertices that faces use, in the metres of `xyz`. */
export function boxOfFaces(
  faces: Iterable<{ readonly rings: readonly (readonly number[])[] }>,
  xyz: Float64Array,
): MetreBox {
  const box = emptyBox();
  for (const { rings } of faces) {
    for (const ring of rings) {
      for (const i of ring) growBox(box, xyz[i * 3] ?? 0, xyz[i * 3 + 1] ?? 0, xyz[i * 3 + 2] ?? 0);
    }
  }
  return box;
}

function meanHeight(corners: readonly number[], xyz: Float64Array): number {
  let sum = 0;
  for (const corner of corners) sum += xyz[corner * 3 + 2] ?? 0;
  return sum / corners.length;
}

const planRings = (rings: readonly (readonly number[])[], xyz: Float64Array): number[][] =>
  rings.map((ring) => ring.flatMap((i) => [xyz[i * 3] ?? 0, xyz[i * 3 + 1] ?? 0]));
