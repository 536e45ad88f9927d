import type { EastNorth, Road } from "../../../../models/community/community.ts";

export interface StreetLamp {
  readonly at: EastNorth;
  /** Metres from its pole to the middle of the light on the road. */
  readonly reachM: number;
}

const everyM = 27;

/** Lamps along both sides of the city's streets, in turns; a file never says where they stand, but streets are lit. */
export function streetLamps(roads: readonly Road[], near: EastNorth, withinM: number): StreetLamp[] {
  const lamps: StreetLamp[] = [];
  for (const { kind, centreLine, widthM } of roads) {
    if (kind !== "street") continue;
    for (let i = 1; i < centreLine.length; i++) {
      const [a, b] = [centreLine[i - 1], centreLine[i]];
      if (!a || !b) continue;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      for (let m = everyM / 2, turn = 0; m < length; m += everyM, turn++) {
        const side = (turn % 2 === 0 ? 1 : -1) * (widthM / 2 + 0.8);
        const at: EastNorth = [
          a[0] + ((b[0] - a[0]) * m - (b[1] - a[1]) * side) / length,
          a[1] + ((b[1] - a[1]) * m + (b[0] - a[0]) * side) / length,
        ];
        if (Math.hypot(at[0] - near[0], at[1] - near[1]) < withinM) lamps.push({ at, reachM: widthM / 2 });
      }
    }
  }
  return lamps;
}
