import type { Community, EastNorth, EastNorthUp, GeographicPlace } from "../../community/community.ts";
import { text } from "../../language/text.ts";
import { crsCodeOf, isInDegrees, isInItsArea, isKnownCrs, localFrame } from "../crs.ts";
import { densestPart } from "../densest-part.ts";
import { communityIdOf, nameOf } from "../file-name.ts";
import { emptyBox, extentOf, isEmptyBox, joinBox, type MetreBox } from "../metre-box.ts";
import { medianOf } from "../median.ts";
import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import { inHundredths, type Progress } from "../progress.ts";
import { isOfSomeSize } from "../reach.ts";
import type { Tally } from "../tally.ts";
import { timeZoneOf } from "../time-zone.ts";
import { bestFirst } from "./choose-geometry.ts";
import { cityBuilding } from "./city-buildings.ts";
import type { CityFile } from "./city-file.ts";
import { boxOfFaces, drawFamily } from "./draw-family.ts";
import { facesOf } from "./faces.ts";
import { familiesOf, type Family } from "./families.ts";
import { GrowingMesh } from "./growing-mesh.ts";
import { placedVertices } from "./placed-vertices.ts";
import { tallyLinks } from "./tally-links.ts";
import { TriangleLimit } from "./triangle-limit.ts";

/**
 * The community of a city model. The vertex tables of `file` become local metres on the way: `file` is used up.
 * `at` is the place of a model that does not say where it is.
 */
export function cityCommunity(
  file: CityFile,
  fileName: string,
  at: GeographicPlace | null,
  tally: Tally,
  progress: Progress,
): Community {
  tallyLinks(file.objects, tally);
  const families = familiesOf(file.objects, tally);
  const { place, part } = settle(file, families, at, tally);
  const mesh = new GrowingMesh();
  const drawing = { mesh, objects: [], tally };
  const told = inHundredths(progress, "faces", families.length);
  const drawn = families.map((family, i) => {
    told(i + 1);
    return drawFamily(family, drawing);
  });
  const buildings = drawn.flatMap((each) =>
    each.family.building ? [cityBuilding(each, each.family.building, () => planPoints(each.family))] : [],
  );
  if (mesh.vertexCount === 0) tally.add(notes.nothingToDraw);
  tallyFile(file, tally);
  const all = emptyBox();
  for (const each of drawn) joinBox(all, each.box);
  const cityMesh = mesh.finish(drawing.objects);
  const name = file.title?.trim().slice(0, 120) || nameOf(fileName);
  return {
    id: communityIdOf(fileName),
    name: text(name, name),
    source: {
      format: file.format,
      version: file.version,
      crs: crsOf(file) ?? file.referenceSystem?.slice(0, 120) ?? null,
    },
    place,
    timeZone: timeZoneOf(place),
    extent: extentOf(all),
    frame: {
      centre: [0, 0, Math.min(part.heightM, part.radiusM) / 2] satisfies EastNorthUp,
      radiusM: part.radiusM,
    },
    gridCells: [],
    buildings,
    dwellings: [],
    spaces: [],
    roads: [],
    gates: [],
    green: [],
    water: [],
    plazas: [],
    assets: [],
    surroundings: [],
    mesh: cityMesh,
    counts: {
      buildings: buildings.length,
      parts: file.objects.filter((object) => object.type === "BuildingPart").length,
      storeys: buildings.reduce((sum, building) => sum + (building.storeys ?? 0), 0),
      dwellings: 0,
      vertices: file.vertexTables.reduce((sum, table) => sum + table.length / 3, 0),
      triangles: mesh.vertexCount / 3,
    },
    skipped: tally.list(),
  };
}

const crsOf = (file: CityFile): string | null =>
  file.referenceSystem === null ? null : crsCodeOf(file.referenceSystem);

/** Brings the vertex tables into metres around the densest part and says where on Earth that is. */
function settle(file: CityFile, families: readonly Family[], at: GeographicPlace | null, tally: Tally) {
  const code = crsOf(file);
  if (file.referenceSystem !== null && (code === null || !isKnownCrs(code))) {
    tally.add(notes.crs((code ?? file.referenceSystem).slice(0, 60)));
  }
  const [middleX, middleY] = middleOf(file.vertexTables);
  if (code !== null && isInDegrees(code) && Math.max(Math.abs(middleX), Math.abs(middleY)) > 180) {
    refuse(
      "not-degrees",
      "$.metadata.referenceSystem",
      `坐标不是 ${code} 的经纬度；请更正 referenceSystem`,
      `the coordinates are no longitude and latitude of ${code}; mend referenceSystem`,
    );
  }
  const frame = localFrame(code, [middleX, middleY]);
  for (const table of file.vertexTables) frame.toMetres(table);
  const limit = new TriangleLimit();
  const boxes = families
    .map((family) => ({ family, box: familyBox(family, limit) }))
    .filter(({ box }) => !isEmptyBox(box) && isOfSomeSize(box));
  const built = boxes.filter(({ family }) => family.building !== null);
  const part = densestPart((built.length > 0 ? built : boxes).map(({ box }) => box));
  for (const table of file.vertexTables) {
    for (let i = 0; i < table.length; i += 3) {
      table[i] = (table[i] ?? 0) - part.centreE;
      table[i + 1] = (table[i + 1] ?? 0) - part.centreN;
      table[i + 2] = (table[i + 2] ?? 0) - part.groundM;
    }
  }
  const said = boxes.length > 0 ? frame.placeOf(part.centreE, part.centreN) : null;
  if (code === null || boxes.length === 0 || !isKnownCrs(code) || isInItsArea(code, said))
    return { place: said ?? at, part };
  tally.add(notes.crsElsewhere(code));
  return { place: at, part };
}

/** A few thousand vertices tell where most of them are. */
const mostLookedAt = 10_000;

/** Where half the vertices lie to either side: one that strayed does not move it. */
function middleOf(tables: readonly Float64Array[]): [number, number] {
  const count = tables.reduce((sum, table) => sum + table.length / 3, 0);
  const every = Math.max(1, Math.floor(count / mostLookedAt)) * 3;
  const [x, y]: [number[], number[]] = [[], []];
  for (const table of tables) {
    for (let i = 0; i < table.length; i += every) {
      x.push(table[i] ?? 0);
      y.push(table[i + 1] ?? 0);
    }
  }
  return [medianOf(x), medianOf(y)];
}

function familyBox(family: Family, limit: TriangleLimit): MetreBox {
  const box = emptyBox();
  for (const object of family.drawn) {
    const [geometry] = bestFirst(object);
    if (!geometry) continue;
    const faces = [...facesOf(geometry)];
    limit.add(faces);
    joinBox(box, boxOfFaces(faces, placedVertices(geometry)));
  }
  return box;
}

function planPoints(family: Family): EastNorth[] {
  const points: EastNorth[] = [];
  for (const object of family.drawn) {
    const [geometry] = bestFirst(object);
    if (!geometry) continue;
    const xyz = placedVertices(geometry);
    for (const { rings } of facesOf(geometry)) {
      for (const i of rings[0] ?? []) points.push([xyz[i * 3] ?? 0, xyz[i * 3 + 1] ?? 0]);
    }
  }
  return points;
}

/** City object types of CityJSON 1.0 to 2.0. */
const knownTypes =
  /^(CityFurniture|CityObjectGroup|GenericCityObject|LandUse|OtherConstruction|PlantCover|SolitaryVegetationObject|TINRelief|TransportSquare|Railway|Road|WaterBody|Waterway|(Bridge|Building|Tunnel)(Part|Installation|ConstructiveElement|ConstructionElement|Furniture|Room|Storey|Unit|HollowSpace)?)$/;

function tallyFile(file: CityFile, tally: Tally): void {
  for (const name of file.extensions) tally.add(notes.extension(name.slice(0, 40)));
  tally.add(notes.texture, file.texturesDeclared);
  for (const { type } of file.objects) {
    if (!knownTypes.test(type)) tally.add(notes.unknownType(type.slice(0, 40)));
  }
}
