import type { Building, BuildingUse, EastNorth } from "../../community/community.ts";
import { buildingId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { isEmptyBox } from "../metre-box.ts";
import { convexHull, outlineOf } from "../plan-outline.ts";
import type { CityFileObject, Scalar } from "./city-file.ts";
import type { DrawnFamily } from "./draw-family.ts";

const nameAttributes = [
  "name",
  "Name",
  "naam",
  "name:en",
  "identificatie",
  "identificatiebagpnd",
  "adresse",
  "address",
];
const useAttributes = ["function", "usage", "class", "gebruiksdoel", "b3_gebruiksdoel"];
const storeyAttributes = [
  "storeysAboveGround",
  "b3_bouwlagen",
  "numberOfStoreys",
  "storeys",
  "floors",
  "levels",
  "building:levels",
];
const heightAttributes = ["measuredHeight", "height", "HoeheDach"];

/** A Building of a city model: its outline from the faces it stands on, the rest from its attributes where stated. */
export function cityBuilding(
  drawn: DrawnFamily,
  source: CityFileObject,
  hullPoints: () => EastNorth[],
): Building {
  const { attributes } = source;
  const name = firstText(attributes, nameAttributes) ?? source.id;
  const use = firstText(attributes, useAttributes);
  const storeys = storeysOf(attributes);
  const box = drawn.box;
  const risesM = isEmptyBox(box) ? 0 : box.maxU - box.minU;
  const statedM = firstNumber(attributes, heightAttributes);
  const heightM = risesM < 0.5 && statedM !== null && statedM > 0 && statedM < 2000 ? statedM : risesM;
  return {
    id: buildingId(source.id),
    name: text(name, name),
    use: useOf(use),
    type: use ?? source.type,
    gridCell: null,
    footprint: isEmptyBox(box) ? [] : footprintOf(drawn, hullPoints),
    baseM: isEmptyBox(box) ? 0 : box.minU,
    heightM,
    heightEstimated: false,
    storeys,
    plinthM: 0,
    storeyHeightM: storeys === null || heightM === 0 ? null : heightM / storeys,
    units: 0,
    residentsByStorey: [],
  };
}

/** The outline of the ground faces; many files have none, then that of the roofs; else a hull. */
function footprintOf(
  { groundFaces, roofFaces }: DrawnFamily,
  hullPoints: () => EastNorth[],
): readonly (readonly EastNorth[])[] {
  const faces = (groundFaces.length > 0 ? groundFaces : roofFaces).map((rings) => rings.map(pairs));
  const outline = faces.length > 0 ? outlineOf(faces) : null;
  if (outline) return outline;
  const hull = convexHull(faces.length > 0 ? faces.flat(2) : hullPoints());
  return hull.length < 3 ? [] : [hull];
}

const pairs = (flat: readonly number[]): EastNorth[] =>
  Array.from({ length: flat.length / 2 }, (_, i): EastNorth => [flat[i * 2] ?? 0, flat[i * 2 + 1] ?? 0]);

function firstText(attributes: Readonly<Record<string, Scalar>>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = attributes[name];
    const words = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (words !== "") return words.slice(0, 80);
  }
  return null;
}

function firstNumber(attributes: Readonly<Record<string, Scalar>>, names: readonly string[]): number | null {
  for (const name of names) {
    const value = attributes[name];
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
  }
  return null;
}

function storeysOf(attributes: Readonly<Record<string, Scalar>>): number | null {
  const stated = firstNumber(attributes, storeyAttributes);
  return stated !== null && stated >= 1 && stated <= 200 ? Math.round(stated) : null;
}

/** Words, and 1000 of the CityGML code list (`31001_1000` in German files), for a residential use. */
function useOf(stated: string | null): BuildingUse {
  if (stated === null) return "other";
  if (/resid|dwelling|woon|wohn|住宅|居住|^(31001_)?1000$/i.test(stated)) return "residential";
  return /public|school|hospital|office|gezondheid|onderwijs|公共/i.test(stated) ? "public" : "other";
}
