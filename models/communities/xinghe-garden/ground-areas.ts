import type { Area, EastNorth } from "../../community/community.ts";
import { boxRing, type Box } from "../../community/geometry.ts";
import { ellipse, roundedRectangle } from "../curves.ts";
import { padAreas } from "./fire-access.ts";
import { type Plan, plans, site } from "./fixture.ts";
import { eastWallM, northWallM, southWallM, westWallM } from "./measure.ts";
import { parkingAreas } from "./parking.ts";

/** Pavement between a road's edge and the lawns beside it. */
const pavementM = 3;

type Span = readonly [from: number, to: number];

/** The blocks between the roads: each row from south to north, cut by the roads that cross it. Values are road edges. */
const rows: readonly { readonly northing: Span; readonly cuts: readonly Span[] }[] = [
  { northing: [1, 35.5], cuts: [[230.5, 237.5]] },
  {
    northing: [42.5, 112.5],
    cuts: [
      [87.5, 92.5],
      [230.5, 237.5],
      [367.5, 372.5],
    ],
  },
  {
    northing: [119.5, 165],
    cuts: [
      [87.5, 92.5],
      [183.5, 188.5],
      [271.5, 276.5],
      [367.5, 372.5],
    ],
  },
  {
    northing: [171, 219],
    cuts: [
      [75.5, 80.5],
      [183.5, 188.5],
      [271.5, 276.5],
      [379.5, 384.5],
    ],
  },
  {
    northing: [225, 279],
    cuts: [
      [86.5, 91.5],
      [183.5, 188.5],
      [271.5, 276.5],
      [368.5, 373.5],
    ],
  },
  {
    northing: [285, 356.5],
    cuts: [
      [46.5, 51.5],
      [205, 209],
      [251, 255],
      [408.5, 413.5],
    ],
  },
  { northing: [363.5, 399], cuts: [[226.5, 233.5]] },
];

/** The site's own edge, where no road runs. */
const siteEdge: Span = [1, 459];

function blocks(): readonly Box[] {
  return rows.flatMap(({ northing: [south, north], cuts }) => {
    const wests = [siteEdge[0], ...cuts.map(([, to]) => to)];
    const easts = [...cuts.map(([from]) => from), siteEdge[1]];
    return wests.map((west, index) => ({
      west: west === siteEdge[0] ? west : west + pavementM,
      south: south === 1 ? south : south + pavementM,
      east: easts[index] === siteEdge[1] ? siteEdge[1] : (easts[index] ?? west) - pavementM,
      north: north === 399 ? north : north - pavementM,
    }));
  });
}

/** Blocks of the central green are gardens, the others lawns. */
const isCentral = ({ west, east }: Box): boolean => west > 186 && east < 274;

const lawns: readonly Area[] = blocks().map((block, index) => ({
  id: `green-${index + 1}`,
  kind: isCentral(block) ? "garden" : "lawn",
  ring: roundedRectangle(block, 4, 3),
}));

/** Hard ground around the walls; on the entrance side as deep as the forecourt. */
function apron(plan: Plan): Area {
  const forecourtM = plan.type === "P" ? 3 : 4.5;
  const [southM, northM] = plan.type === "P" ? [6, forecourtM] : [2, forecourtM];
  return {
    id: `apron-${plan.id}`,
    kind: "plaza",
    ring: boxRing({
      west: westWallM(plan) - 2,
      south: southWallM(plan) - southM,
      east: eastWallM(plan) + 2,
      north: northWallM(plan) + northM,
    }),
  };
}

const round = (id: string, kind: Area["kind"], at: EastNorth, radiusM: number): Area => ({
  id,
  kind,
  ring: ellipse(at, radiusM, radiusM, 24),
});

/** Small round seats with a large tree in the middle, beside the court walks. */
export const courtNodes: readonly EastNorth[] = [
  [50, 101],
  [132, 101],
  [108, 310.5],
  [190, 309.5],
].flatMap(([east = 0, north = 0]): EastNorth[] => [
  [east, north],
  [site.eastM - east, north],
]);

const courtNodeRadiusM = 4.5;

export const places: readonly Area[] = [
  { id: "square", kind: "plaza", ring: roundedRectangle({ west: 246, south: 48, east: 282, north: 76 }, 8) },
  { id: "playground-1", kind: "playground", ring: ellipse([230, 128], 11, 5.5, 28) },
  { id: "playground-2", kind: "playground", ring: ellipse([300, 205], 12, 8, 28) },
  {
    id: "fitness",
    kind: "fitness",
    ring: roundedRectangle({ west: 148, south: 182, east: 172, north: 198 }, 5),
  },
  round("north-plaza", "plaza", [230, 335], 8),
  ...courtNodes.map((at, index) => round(`court-${index + 1}`, "plaza", at, courtNodeRadiusM)),
  round("pocket-west", "plaza", [130, 320], 7),
  round("pocket-east", "plaza", [330, 320], 7),
  { id: "shops-west", kind: "plaza", ring: boxRing({ west: 173, south: 2, east: 224, north: 10 }) },
  { id: "shops-east", kind: "plaza", ring: boxRing({ west: 302, south: 2, east: 366, north: 10 }) },
  { id: "market", kind: "plaza", ring: boxRing({ west: 253, south: 2, east: 291, north: 11 }) },
  { id: "forecourt", kind: "plaza", ring: boxRing({ west: 177, south: 69, east: 230, north: 80 }) },
  { id: "gate-S", kind: "plaza", ring: boxRing({ west: 226, south: 0, east: 248, north: 9 }) },
  { id: "gate-N", kind: "plaza", ring: boxRing({ west: 222, south: 393.5, east: 240, north: 400 }) },
];

/** Later areas lie on earlier ones; roads and paths lie on lawns, water on all. */
export const green: readonly Area[] = lawns;
export const plazas: readonly Area[] = [...plans.map(apron), ...places, ...parkingAreas, ...padAreas];
