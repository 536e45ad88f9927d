import type { Asset, EastNorth } from "../../community/community.ts";
import { beside, stations } from "./along.ts";
import { ramps } from "./base-cover.ts";
import { type Margins, standsFree } from "./cover.ts";
import { plans } from "./fixture.ts";
import { gardenPaths } from "./garden-paths.ts";
import { courtNodes } from "./ground-areas.ts";
import { eastWallM, northWallM, onGround, southWallM, westWallM } from "./measure.ts";
import { siteCover } from "./site-cover.ts";
import type { Spacing } from "./spacing.ts";

const asset = (kind: Asset["kind"], at: EastNorth, headingDeg: number, scale = 1): Asset => ({
  kind,
  at: onGround(at),
  headingDeg,
  scale,
});

const besidePath: Margins = {
  building: 1.5,
  road: 0.8,
  path: 0.2,
  fire: 0.5,
  water: 0.8,
  parking: 0.5,
  ramp: 0.5,
  hedge: 0.3,
};

/** Things at regular steps beside garden walks, where there is room; they look at the walk. */
function alongWalks(
  kind: Asset["kind"],
  everyM: number,
  offsetM: number,
  radiusM: number,
  taken: Spacing,
): readonly Asset[] {
  return gardenPaths.flatMap(({ centreLine, widthM }) =>
    stations(centreLine, everyM).flatMap((station, index) => {
      const side = index % 2 ? 1 : -1;
      const at = beside(station, side * (widthM / 2 + offsetM));
      if (!standsFree(siteCover, at, besidePath) || !taken.isFree(at, radiusM)) return [];
      taken.take(at, radiusM);
      return [asset(kind, at, (station.headingDeg + (side > 0 ? 90 : 270)) % 360)];
    }),
  );
}

/** Sixty sheds for electric bicycles, at most, at the gables and fronts of the homes. */
const shedCount = 60;
const shedMargins: Margins = {
  building: 1.2,
  road: 0.8,
  path: 0.6,
  fire: 0.5,
  water: 2,
  parking: 0.5,
  ramp: 0.5,
  hedge: 0.3,
};
const shed = { widthM: 6, depthM: 2.2 } as const;

function bicycleShelters(taken: Spacing): readonly Asset[] {
  const found: Asset[] = [];
  const homes = plans.filter(({ type }) => type !== "P");
  const placesOf = homes.map((plan): readonly (readonly [EastNorth, number])[] => {
    const fronts = [-0.36, 0.36, -0.22, 0.22, 0, -0.45, 0.45].flatMap((share) => [
      [[plan.centre[0] + share * plan.widthM, northWallM(plan) + 2.6], 0] as const,
      [[plan.centre[0] + share * plan.widthM, northWallM(plan) + 6.5], 0] as const,
      [[plan.centre[0] + share * plan.widthM, southWallM(plan) - 2.8], 180] as const,
    ]);
    const gables = [0, 3, -3].flatMap((offM) => [
      [[westWallM(plan) - 3, plan.centre[1] + offM], 270] as const,
      [[eastWallM(plan) + 3, plan.centre[1] + offM], 90] as const,
    ]);
    return [...gables, ...fronts];
  });
  for (let round = 0; round < 3; round++) {
    for (const places of placesOf) {
      const free = places.find(
        ([at, headingDeg]) => found.length < shedCount && shedFits(at, headingDeg, taken),
      );
      if (!free) continue;
      taken.take(free[0], 3.4);
      found.push(asset("bicycle-shelter", free[0], free[1]));
    }
  }
  return found;
}

function shedFits([east, north]: EastNorth, headingDeg: number, taken: Spacing): boolean {
  const [halfEast, halfNorth] =
    headingDeg % 180 === 0 ? [shed.widthM / 2, shed.depthM / 2] : [shed.depthM / 2, shed.widthM / 2];
  const probes = [-1, 0, 1].flatMap((x) =>
    [-1, 0, 1].map((y): EastNorth => [east + x * halfEast, north + y * halfNorth]),
  );
  return taken.isFree([east, north], 3.4) && probes.every((at) => standsFree(siteCover, at, shedMargins));
}

const playEquipment: readonly (readonly [EastNorth, number])[] = [
  [[225, 128], 20],
  [[234.5, 128.5], 110],
  [[294, 205], 0],
  [[304.5, 206], 75],
  [[154, 190], 90],
  [[165, 190], 0],
];

/** Three seats around the tree of every court. */
const courtBenches: readonly Asset[] = courtNodes.flatMap(([east, north]) =>
  [90, 210, 330].map((headingDeg) => {
    const turn = (headingDeg * Math.PI) / 180;
    return asset("bench", [east + 2.6 * Math.sin(turn), north + 2.6 * Math.cos(turn)], headingDeg);
  }),
);

const bollards: readonly EastNorth[] = [-6, -3, 0, 3, 6].flatMap((off): EastNorth[] => [
  [1.5, 116 + off / 2.4],
  [458.5, 222 + off / 2.8],
]);

const fixed: readonly Asset[] = [
  ...ramps.map((at) => asset("ramp", at, 0)),
  ...playEquipment.map(([at, headingDeg]) => asset("playground", at, headingDeg)),
  asset("pavilion", [257.5, 209], 225),
  asset("pavilion", [130, 320], 0, 0.8),
  asset("pavilion", [330, 320], 0, 0.8),
  ...courtBenches,
  ...bollards.map((at) => asset("bollard", at, 0)),
];

const radiusOf: Readonly<Partial<Record<Asset["kind"], number>>> = { playground: 3, pavilion: 3.5, ramp: 3 };

export function furniture(taken: Spacing): readonly Asset[] {
  for (const { kind, at } of fixed) taken.take([at[0], at[1]], radiusOf[kind] ?? 0.5);
  return [
    ...fixed,
    ...bicycleShelters(taken),
    ...alongWalks("bench", 22, 0.7, 1.1, taken),
    ...alongWalks("bin", 46, 0.5, 0.5, taken),
  ];
}

/** Modules lie on the flat roofs of C, D, E and public buildings; square metres of modules, 1.5 MWp at 0.21 kWp each. */
const roofShare = 0.33;

export const solarArrays: readonly Asset[] = plans
  .filter(({ type }) => type !== "A" && type !== "B")
  .map(({ centre: [east, north], widthM, depthM, heightM }) => ({
    kind: "solar",
    at: [east, north, heightM],
    headingDeg: 180,
    scale: Math.round(widthM * depthM * roofShare),
  }));
