import type { Area, EastNorth, Road } from "../../community/community.ts";
import { rectangle, type Ring } from "../../community/geometry.ts";
import { type Plan, plans } from "./fixture.ts";
import { centimetres, southWallM } from "./measure.ts";

/** A pad begins 5 m before the south wall and is 10 m deep; a building above 50 m gets the long one. */
const beforeWallM = 5;
const padDepthM = 10;
const padWidthM = (plan: Plan): number => (plan.heightM > 50 ? 20 : 15);

/** Pads that stand aside from the middle, to leave room for the basement ramps. */
const asideM: Readonly<Record<string, number>> = { "D-2": -15, "D-3": 15 };

export interface Pad {
  readonly plan: Plan;
  readonly centre: EastNorth;
  readonly ring: Ring;
}

/** Where a ladder truck stands: one pad per residential building; next to a road it widens the road. */
const pads: readonly Pad[] = plans
  .filter(({ type }) => type !== "P")
  .map((plan) => {
    const centre: EastNorth = [
      plan.centre[0] + (asideM[plan.id] ?? 0),
      centimetres(southWallM(plan) - beforeWallM - padDepthM / 2),
    ];
    return { plan, centre, ring: rectangle(centre, padWidthM(plan), padDepthM) };
  });

export const padAreas: readonly Area[] = pads.map(({ plan, ring }) => ({
  id: `pad-${plan.id}`,
  kind: "fire-pad",
  ring,
}));

const laneWidthM = 4;

const spur = (id: string, ...centreLine: EastNorth[]): Road => ({
  id: `fire-${id}`,
  kind: "fire-lane",
  centreLine,
  widthM: laneWidthM,
});

const padOf = (building: string): Pad => {
  const pad = pads.find(({ plan }) => plan.id === building);
  if (!pad) throw new Error(`building ${building} has no pad`);
  return pad;
};

/** Straight south from the pad to the edge of a road that runs west to east. */
function southward(building: string, roadEdgeM: number): Road {
  const { centre } = padOf(building);
  return spur(building, [centre[0], centimetres(centre[1] - padDepthM / 2)], [centre[0], roadEdgeM]);
}

/** Sideways from the pad to the edge of a road that runs south to north. */
function sideways(building: string, roadEdgeM: number): Road {
  const { centre, plan } = padOf(building);
  const towards = Math.sign(roadEdgeM - centre[0]);
  return spur(building, [centre[0] + (towards * padWidthM(plan)) / 2, centre[1]], [roadEdgeM, centre[1]]);
}

/** Pads without a spur here touch their road. */
export const fireLanes: readonly Road[] = [
  spur("south-west", [58.5, 7.75], [123.5, 7.75]),
  spur("south-west-link", [90, 7.75], [90, 35.5]),
  spur("south-east", [370, 35.5], [370, 7.75], [401.5, 7.75]),
  ...["D-1", "D-2", "D-3", "D-4"].map((building) => southward(building, 42.5)),
  ...["C2-1", "C2-2", "C2-3", "C2-4"].map((building) => southward(building, 171)),
  ...["C1-1", "C1-2", "C1-3", "C1-4"].map((building) => southward(building, 225)),
  sideways("A-1", 46.5),
  sideways("C1-5", 51.5),
  sideways("C1-6", 205),
  sideways("C1-7", 255),
  sideways("C1-8", 408.5),
  sideways("A-2", 413.5),
];
