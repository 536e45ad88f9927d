import type { EastNorth, Road } from "../../community/community.ts";
import { winding } from "../curves.ts";
import { type Plan, plans } from "./fixture.ts";
import { centimetres, northWallM, unitEastM, unitsOf } from "./measure.ts";

const pathWidthM = 2.5;

export const path = (id: string, centreLine: readonly EastNorth[]): Road => ({
  id: `path-${id}`,
  kind: "path",
  centreLine,
  widthM: pathWidthM,
});

/** The doors of a residential building: the middle of every unit's north wall, west to east. */
const doorsOf = (plan: Plan): readonly EastNorth[] =>
  unitsOf(plan).map((unit) => [centimetres(unitEastM(plan, unit)), centimetres(northWallM(plan))]);

/** Straight from every door to the road in front of it. */
const straightTo: Readonly<Record<string, number>> = {
  "E-1": 35.5,
  "E-2": 35.5,
  "E-3": 35.5,
  "C2-1": 219,
  "C2-2": 219,
  "C2-3": 219,
  "C2-4": 219,
  "C1-1": 279,
  "C1-2": 279,
  "C1-3": 279,
  "C1-4": 279,
  "C1-5": 356.5,
  "C1-6": 356.5,
  "C1-7": 356.5,
  "C1-8": 356.5,
  "A-1": 356.5,
  "A-2": 356.5,
};

/** Otherwise a walk along the front gathers the doors and leads on through these points, the last on a road's edge. */
const gatheredTo: Readonly<Record<string, readonly EastNorth[]>> = {
  "D-1": [[87.5, 80]],
  "D-2": [[92.5, 80]],
  "D-3": [[367.5, 80]],
  "D-4": [[372.5, 80]],
  "D-5": [[87.5, 144]],
  "D-6": [[92.5, 144]],
  "D-7": [[367.5, 144]],
  "D-8": [[372.5, 144]],
  "B-1": [
    [43.5, 395],
    [45, 363.5],
  ],
  "B-2": [
    [151, 395],
    [152, 363.5],
  ],
  "B-3": [
    [309, 395],
    [308, 363.5],
  ],
  "B-4": [
    [416.5, 395],
    [415, 363.5],
  ],
  "B-5": [[271.5, 251]],
  "B-6": [[209, 311]],
  "A-3": [[226.5, 394.2]],
  "A-4": [[233.5, 394.2]],
};

function walkAlongFront(plan: Plan, onward: readonly EastNorth[]): readonly Road[] {
  const doors = doorsOf(plan);
  const north = onward[0]?.[1] ?? northWallM(plan) + 3;
  const feet = doors.map(([east]): EastNorth => [east, north]);
  const leadsEast = (onward[0]?.[0] ?? 0) > plan.centre[0];
  const walk = [...(leadsEast ? feet : feet.toReversed()), ...onward];
  return [
    path(plan.id, walk),
    ...doors.map((door, index) => path(`${plan.id}-U${index + 1}`, [door, feet[index] ?? door])),
  ];
}

function residential(plan: Plan): readonly Road[] {
  const roadEdgeM = straightTo[plan.id];
  if (roadEdgeM === undefined) return walkAlongFront(plan, gatheredTo[plan.id] ?? []);
  return doorsOf(plan).map((door, index) => path(`${plan.id}-U${index + 1}`, [door, [door[0], roadEdgeM]]));
}

/** Public buildings open to the south. */
const publicPaths: readonly Road[] = [
  path(
    "P1",
    winding([
      [230, 139],
      [236, 136.5],
      [246, 134],
      [250, 127],
      [250, 119.5],
    ]),
  ),
  path("P2", [
    [200, 80],
    [200, 74],
    [230.5, 74],
  ]),
  path("P3", [
    [196, 48],
    [196, 42.5],
  ]),
  path("P4", [
    [195, 10],
    [195, 6],
    [230.5, 6],
  ]),
  path("P5", [
    [334, 10],
    [334, 6],
    [368, 6],
  ]),
  path("P6", [
    [264, 84],
    [264, 75],
  ]),
  path("P7", [
    [272, 11],
    [272, 6],
    [237.5, 6],
  ]),
  path("market-door", [
    [272, 6],
    [272, 0],
  ]),
];

export const entrancePaths: readonly Road[] = [
  ...plans.filter(({ type }) => type !== "P").flatMap(residential),
  ...publicPaths,
];
