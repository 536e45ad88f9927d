import { checkCommunity } from "../community/check.ts";
import type { Area, Building, Community } from "../community/community.ts";
import { isSimpleRing, type Ring, signedArea } from "../community/geometry.ts";
import { notes } from "./notes.ts";
import { refuse } from "./problem.ts";
import { inHundredths, type Progress } from "./progress.ts";
import { mostCorners, soundRing } from "./sound-ring.ts";
import type { Tally } from "./tally.ts";

/** Where a file says nothing of height and draws a building flat. */
const storeyM = 3;

/**
 * The community with what breaks its rules mended and counted: outlines that cross themselves, buildings without
 * height, roads and areas that are none.
 * @throws FileRefused for what cannot be mended, such as a place at infinity.
 */
export function soundCommunity(given: Community, tally: Tally, progress: Progress): Community {
  const told = inHundredths(progress, "checks", given.buildings.length);
  const mended: Community = {
    ...given,
    buildings: given.buildings.map((building, i) => {
      told(i + 1);
      return soundBuilding(building, tally);
    }),
    roads: given.roads.filter(({ centreLine, widthM }) => {
      const isRoad = centreLine.length >= 2 && widthM > 0;
      if (!isRoad) tally.add(notes.road);
      return isRoad;
    }),
    green: soundAreas(given.green, tally),
    water: soundAreas(given.water, tally),
    plazas: soundAreas(given.plazas, tally),
  };
  const [problem] = checkCommunity(mended);
  if (problem !== undefined) {
    const { rule, where, sentence } = problem;
    refuse(
      `unsound-${rule}`,
      where,
      `文件所述的社区自相矛盾（${sentence}）；请修正该对象后再打开`,
      `what the file makes of a community does not hold together: it ${sentence}; mend that object in the file`,
    );
  }
  return { ...mended, skipped: tally.list() };
}

function soundBuilding(building: Building, tally: Tally): Building {
  const [outer, ...holes] = building.footprint;
  if (building.footprint.every(isSound)) return soundHeight(building, tally);
  tally.add(notes.outlineMended);
  const ring = outer && soundRing(outer, "outer");
  const openings = holes.map((hole) => soundRing(hole, "hole")).filter((hole) => hole !== null);
  const footprint = ring ? [ring, ...openings] : [];
  return soundHeight({ ...building, footprint }, tally);
}

/** So many corners are not even looked at for crossings. */
const isSurveyed = (ring: Ring): boolean => ring.length <= mostCorners && isSimpleRing(ring);

const isSound = (ring: Ring, at: number): boolean =>
  isSurveyed(ring) && (at === 0 ? signedArea(ring) > 0 : signedArea(ring) < 0);

function soundHeight(building: Building, tally: Tally): Building {
  if (building.heightM > 0 || Number.isNaN(building.heightM)) return building;
  tally.add(notes.buildingFlat);
  return { ...building, heightM: storeyM * (building.storeys ?? 1), heightEstimated: true };
}

function soundAreas(areas: readonly Area[], tally: Tally): readonly Area[] {
  return areas.flatMap((area) => {
    if (isSurveyed(area.ring)) return [area];
    const ring = soundRing(area.ring, "outer");
    tally.add(ring === null ? notes.areaFlat : notes.areaMended);
    return ring === null ? [] : [{ ...area, ring }];
  });
}
