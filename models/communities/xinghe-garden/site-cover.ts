import { baseCover } from "./base-cover.ts";
import { areaPatches, type Patch } from "./cover.ts";
import { plazas } from "./ground-areas.ts";
import { hedgePatches } from "./hedges.ts";

/** All of the site that is not lawn: what planting and furniture must respect. */
export const siteCover: readonly Patch[] = [...baseCover, ...areaPatches(plazas), ...hedgePatches];
