import type { Asset } from "../../community/community.ts";
import { boundaryAssets } from "./boundary.ts";
import { furniture, solarArrays } from "./furniture.ts";
import { courtNodes } from "./ground-areas.ts";
import { hedges } from "./hedges.ts";
import { lamps } from "./lamps.ts";
import { parkedCars } from "./parking.ts";
import { planting } from "./planting.ts";
import { Spacing } from "./spacing.ts";

/** What stands first keeps its place; plants fill what is left. */
export function assets(seed: number): readonly Asset[] {
  const taken = new Spacing();
  const lit = lamps();
  for (const { at } of lit) taken.take([at[0], at[1]], 0.8);
  for (const at of courtNodes) taken.take(at, 1.2);
  const furnished = furniture(taken);
  return [
    ...lit,
    ...furnished,
    ...boundaryAssets(),
    ...hedges,
    ...solarArrays,
    ...parkedCars(seed + 1),
    ...planting(seed + 2, taken),
  ];
}
