import type { EastNorth, EastNorthUp } from "../../community/community.ts";
import { plinthM, type Plan, storeyM } from "./fixture.ts";

/** Nothing in the document is finer than a centimetre; its text stays short. */
export const centimetres = (lengthM: number): number => Math.round(lengthM * 100) / 100;

export const onGround = ([east, north]: EastNorth): EastNorthUp => [centimetres(east), centimetres(north), 0];

/** Height of a storey's floor above ground; 1 = ground floor. */
export const floorM = (storey: number): number => plinthM + (storey - 1) * storeyM;

/** Middle of a stair unit along the building; 1 = the western one. */
export const unitEastM = (plan: Plan, unit: number): number =>
  plan.centre[0] - plan.widthM / 2 + ((unit - 0.5) * plan.widthM) / plan.units;

export const southWallM = (plan: Plan): number => plan.centre[1] - plan.depthM / 2;
export const northWallM = (plan: Plan): number => plan.centre[1] + plan.depthM / 2;
export const westWallM = (plan: Plan): number => plan.centre[0] - plan.widthM / 2;
export const eastWallM = (plan: Plan): number => plan.centre[0] + plan.widthM / 2;

export const storeysOf = (plan: Plan): readonly number[] =>
  Array.from({ length: plan.floors }, (_, index) => index + 1);

export const unitsOf = (plan: Plan): readonly number[] =>
  Array.from({ length: plan.units }, (_, index) => index + 1);
