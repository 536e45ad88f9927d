import { hours } from "../../../quantity.ts";

/** A point, of a device of that kind or of any. */
export interface HomePoint {
  readonly kind?: string;
  readonly property: string;
}

/**
 * Nothing in the home of somebody who lives alone says that they are about (inactivity rule of elderly care). Its alerts
 * stand at the care devices whose limits name it.
 */
export const noSignOfLife: {
  readonly id: string;
  /** A change of these is a sign of life … */
  readonly changing: readonly HomePoint[];
  /** … and so are these, for as long as they say yes. */
  readonly saying: readonly HomePoint[];
  /** Somebody said that nobody is at home. */
  readonly away: HomePoint;
  readonly quietMs: number;
  readonly quietAwayMs: number;
} = {
  id: "no-sign-of-life",
  changing: [{ kind: "water_meter", property: "volume" }, { property: "door" }],
  saying: [{ kind: "elec_meter", property: "occupied" }],
  away: { property: "away" },
  quietMs: 12 * hours,
  quietAwayMs: 24 * hours,
};

export const isHomePoint = (
  { kind, property }: HomePoint,
  point: { readonly kind: string; readonly property: string },
): boolean => property === point.property && (kind === undefined || kind === point.kind);
