import type { PlanType } from "./fixture.ts";

export type HomeType = "S" | "M" | "L" | "XL";

/** Gross square metres, the share of the stairs included. */
export const homeAreaM2: Readonly<Record<HomeType, number>> = { S: 78, M: 98, L: 122, XL: 155 };

const row = (types: string): readonly HomeType[] => types.split(" ") as HomeType[];

/** The homes of one storey from west to east. Larger homes stand at the gables, where there is light from three sides. */
const rows: Readonly<Record<Exclude<PlanType, "P">, readonly HomeType[]>> = {
  A: row("M S S M"),
  B: row("L M M L"),
  C1: row("L M L L M L"),
  C2: row("XL XL XL XL"),
  D: row("XL L M L L XL"),
  E: row("M S M S S M S M"),
};

/** Five of the C1 slabs have two small homes on the middle stair, so that S is 18 % of the whole as planned. */
const withSmallMiddle = new Set(["C1-1", "C1-3", "C1-5", "C1-6", "C1-8"]);
const smallMiddle = row("L M S S M L");

/** The gable homes of a D ground floor give a room each to the entrance hall's parcel and pram rooms. */
const groundFloorOfD = row("L L M L L L");

export function homeTypes(building: string, type: PlanType, storey: number): readonly HomeType[] {
  if (type === "P") return [];
  if (type === "D" && storey === 1) return groundFloorOfD;
  return withSmallMiddle.has(building) ? smallMiddle : rows[type];
}
