import type { Area, EastNorth } from "../../community/community.ts";
import { rectangle } from "../../community/geometry.ts";
import { ellipse, pebble } from "../curves.ts";
import { gatehouses } from "./boundary.ts";
import { areaPatches, type Patch, rampRing, ringPatch, roadPatch } from "./cover.ts";
import { entrancePaths } from "./entrance-paths.ts";
import { fireLanes, padAreas } from "./fire-access.ts";
import { plans, pond } from "./fixture.ts";
import { gardenPaths } from "./garden-paths.ts";
import { batteryYards, lotusPond, wastePoints } from "./outdoor-spaces.ts";
import { roads } from "./roads.ts";

/** Cars go down to the garage here, northward, between EW39 and the D row. */
export const ramps: readonly EastNorth[] = [
  [150, 50.5],
  [310, 50.5],
];

/** The pond of the programme, and a small one with lotus between B-5 and B-6. */
export const water: readonly Area[] = [
  { id: "pond", kind: "pond", ring: ellipse(pond.centre, pond.eastM / 2, pond.northM / 2, 48) },
  { id: "pond-2", kind: "pond", ring: pebble(lotusPond, 10.5, 7, 36) },
];

/** All that is fixed before parking, planting and furniture find their places. */
export const baseCover: readonly Patch[] = [
  ...plans.map(({ centre, widthM, depthM }) => ringPatch("building", rectangle(centre, widthM, depthM))),
  ...[...roads, ...entrancePaths, ...gardenPaths, ...fireLanes].map(roadPatch),
  ...areaPatches(padAreas),
  ...ramps.map((at) => ringPatch("ramp", rampRing(at))),
  ...[...wastePoints, ...batteryYards, ...gatehouses.map(([at]) => at)].map((at) =>
    ringPatch("paved", rectangle(at, 5, 4)),
  ),
  ...areaPatches(water),
];
