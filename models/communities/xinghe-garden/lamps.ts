import type { Asset, EastNorth } from "../../community/community.ts";
import { beside, type Station, stations } from "./along.ts";
import { type Margins, standsFree } from "./cover.ts";
import { entrancePaths } from "./entrance-paths.ts";
import { gardenPaths } from "./garden-paths.ts";
import { courtNodes } from "./ground-areas.ts";
import { onGround } from "./measure.ts";
import { roads } from "./roads.ts";
import { siteCover } from "./site-cover.ts";
import { Spacing } from "./spacing.ts";

/** As many as the programme has street lights. */
const lampCount = 320;

const roadStepM = 25;
const roadVergeM = 0.9;
const pathStepM = 6;
const pathVergeM = 0.7;
const apartM = 5;

const margins: Margins = {
  building: 1.5,
  road: 0.6,
  path: 0.4,
  fire: 0.4,
  water: 1,
  play: 0.3,
  parking: 0.3,
  ramp: 0.8,
  hedge: 0.3,
};

interface Lamp {
  readonly at: EastNorth;
  readonly headingDeg: number;
}

/** A lamp beside the line on the side asked for, else on the other; it looks at the line. */
function lampBeside(station: Station, leftM: number, taken: Spacing): Lamp | null {
  for (const side of [leftM, -leftM]) {
    const at = beside(station, side);
    if (standsFree(siteCover, at, margins) && taken.isFree(at, apartM)) {
      return { at, headingDeg: (station.headingDeg + (side > 0 ? 90 : 270)) % 360 };
    }
  }
  return null;
}

function roadLamps(taken: Spacing): readonly Lamp[] {
  return roads.flatMap(({ centreLine, widthM }) =>
    stations(centreLine, roadStepM).flatMap((station, index) => {
      const lamp = lampBeside(station, (index % 2 ? 1 : -1) * (widthM / 2 + roadVergeM), taken);
      if (lamp) taken.take(lamp.at, apartM);
      return lamp ? [lamp] : [];
    }),
  );
}

function pathCandidates(taken: Spacing): readonly Lamp[] {
  return [...gardenPaths, ...entrancePaths].flatMap(({ centreLine, widthM }) =>
    stations(centreLine, pathStepM).flatMap((station, index) => {
      const lamp = lampBeside(station, (index % 2 ? 1 : -1) * (widthM / 2 + pathVergeM), taken);
      if (lamp) taken.take(lamp.at, apartM);
      return lamp ? [lamp] : [];
    }),
  );
}

/** Every road is lit first; the paths share the rest evenly. */
export function lamps(): readonly Asset[] {
  const taken = new Spacing();
  for (const at of courtNodes) taken.take(at, 0);
  const beforePaths = roadLamps(taken);
  const candidates = pathCandidates(taken);
  const rest = lampCount - beforePaths.length;
  const chosen = candidates.filter(
    (_, index) =>
      Math.floor(((index + 1) * rest) / candidates.length) > Math.floor((index * rest) / candidates.length),
  );
  return [...beforePaths, ...chosen].map(({ at, headingDeg }) => ({
    kind: "lamp",
    at: onGround(at),
    headingDeg,
    scale: 1,
  }));
}
