import type { Community } from "../../community/community.ts";
import { text } from "../../language/text.ts";
import { crsCodeOf, isInItsArea, isKnownCrs, localFrame, movedFrame, type LocalFrame } from "../crs.ts";
import { densestPart } from "../densest-part.ts";
import { communityIdOf, nameOf } from "../file-name.ts";
import { emptyBox, extentOf, growBox, isEmptyBox } from "../metre-box.ts";
import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import { inHundredths, type Progress } from "../progress.ts";
import { isOfSomeSize, isWithinReach } from "../reach.ts";
import type { Tally } from "../tally.ts";
import { timeZoneOf } from "../time-zone.ts";
import { featureList, type Feature } from "./feature-list.ts";
import { firstOutlineFault } from "./outline-fault.ts";
import { checkDegrees, middleOf, outlinesOf, planBox, type Outline } from "./outlines.ts";
import { withPartsInside } from "./own-parts.ts";
import { prismOf } from "./prism.ts";
import { surroundingsOf } from "./surroundings.ts";

/**
 * The community of GeoJSON footprints: prisms, one per id.
 * @throws FileRefused when there is no building, or coordinates are not what the file says they are.
 */
export function geoJsonCommunity(
  document: unknown,
  fileName: string,
  tally: Tally,
  progress: Progress,
): Community {
  const list = featureList(document, tally, progress);
  const code = list.crsName === null ? "EPSG:4326" : crsCodeOf(list.crsName);
  if (code === null || !isKnownCrs(code)) {
    refuse(
      "unknown-crs",
      "$.crs",
      `不认识坐标系 ${list.crsName?.slice(0, 60)}；请转换为 WGS 84 经纬度`,
      `the reference system ${list.crsName?.slice(0, 60)} is not known here; convert the file to WGS 84 longitude, latitude`,
    );
  }
  const outlines = outlinesOf(list.features, tally);
  if (code === "EPSG:4326") checkDegrees(outlines);
  // First around the middle of everything, to find the densest part in metres, then around that.
  const coarse = localFrame(code, middleOf(outlines));
  const part = densestPart(outlines.map((outline) => planBox(outline, coarse)).filter(isOfSomeSize));
  const frame = movedFrame(coarse, part.centreE, part.centreN);
  const near = outlines.filter((outline) => isNear(outline, frame));
  tally.add(notes.footprintTooFar, outlines.length - near.length);
  const told = inHundredths(progress, "faces", near.length);
  const drawn = near.flatMap((outline, i) => {
    told(i + 1);
    const isPart = isLonePart(outline.properties);
    return prismOf(outline, frame, tally).map((building) => ({ building, isPart }));
  });
  const { buildings, inside } = withPartsInside(drawn);
  tally.add(notes.partInside, inside);
  const all = emptyBox();
  for (const { footprint, baseM, heightM } of buildings) {
    for (const [e, n] of footprint[0] ?? []) {
      growBox(all, e, n, baseM);
      growBox(all, e, n, baseM + heightM);
    }
  }
  const fault = buildings.length === 0 ? firstOutlineFault(list.features) : null;
  if (fault) {
    refuse(
      "no-sound-outline",
      fault.where,
      `${fault.sentence["zh-CN"]}，文件中没有可用的建筑轮廓；请更正该要素`,
      `${fault.sentence.en}, and no building of the file has a sound one; mend that feature`,
    );
  }
  if (buildings.length === 0) {
    refuse(
      "no-buildings",
      "$",
      "文件中没有建筑轮廓（Polygon 或 MultiPolygon）；请选择含建筑轮廓的 GeoJSON",
      "there is no building outline (Polygon or MultiPolygon); choose a GeoJSON of building footprints",
    );
  }
  const said = frame.placeOf(0, 0);
  const place = isInItsArea(code, said) ? said : null;
  if (place === null) tally.add(notes.crsElsewhere(code));
  const name = list.title?.trim().slice(0, 120) || nameOf(fileName);
  const margin = 150;
  const site = {
    minE: all.minE - margin,
    minN: all.minN - margin,
    maxE: all.maxE + margin,
    maxN: all.maxN + margin,
  };
  return {
    id: communityIdOf(fileName),
    name: text(name, name),
    source: { format: "GeoJSON", version: "RFC 7946", crs: code, ...attributionOf(list.features) },
    place,
    timeZone: timeZoneOf(place),
    extent: extentOf(all),
    frame: { centre: [0, 0, 0], radiusM: part.radiusM },
    gridCells: [],
    buildings,
    dwellings: [],
    spaces: [],
    ...surroundingsOf(list.features, frame, site),
    gates: [],
    plazas: [],
    assets: [],
    surroundings: [],
    mesh: null,
    counts: {
      buildings: buildings.length,
      parts: near.filter(({ properties }) => isPart(properties)).length,
      storeys: buildings.reduce((sum, building) => sum + (building.storeys ?? 0), 0),
      dwellings: 0,
      vertices: buildings.reduce(
        (sum, { footprint }) => sum + footprint.reduce((n, ring) => n + ring.length, 0),
        0,
      ),
      triangles: 0,
    },
    skipped: tally.list(),
  };
}

function isNear(outline: Outline, frame: LocalFrame): boolean {
  const box = planBox(outline, frame);
  return isEmptyBox(box) || isWithinReach(box);
}

/** OpenStreetMap: a part that is no building of its own. */
const isLonePart = (properties: Readonly<Record<string, unknown>>): boolean =>
  (properties["building:part"] ?? "no") !== "no" && (properties["building"] ?? null) === null;

const isPart = (properties: Readonly<Record<string, unknown>>): boolean =>
  (properties["root_id"] ?? null) !== null || (properties["building:part"] ?? null) !== null;

/** OpenStreetMap asks whoever shows its data to say so. */
const attributionOf = (features: readonly Feature[]): { attribution?: string } =>
  features.some(({ properties: { source } }) => typeof source === "string" && /openstreetmap/i.test(source))
    ? { attribution: "© OpenStreetMap contributors, ODbL" }
    : {};
