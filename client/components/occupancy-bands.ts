import { useMemo } from "react";
import type { BuildingId } from "../../models/ids.ts";
import type { OccupancyOfBuilding } from "../../models/overlay/bodies.ts";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { useSignal } from "./use-signal.ts";

type Band = NonNullable<OccupancyOfBuilding["band"]>;

/** `10–19`, `1000+`, and `<10` for the lowest. */
export function bandText(band: Band): string {
  if (band.high === null) return `${band.low}+`;
  return band.low === 0 ? `<${band.high + 1}` : `${band.low}–${band.high}`;
}

/** People at home by building, in words; only buildings of which something may be said. */
export function useOccupancyBands(): ReadonlyMap<BuildingId, string> {
  const { overlays } = useDesk();
  const fetched = useSignal(overlays.occupancy);
  const { language } = useWords();
  return useMemo(() => {
    const bands = new Map<BuildingId, string>();
    if (fetched.state !== "here") return bands;
    for (const { building, band } of fetched.body.buildings)
      if (band !== null)
        bands.set(building, `${bandText(band)}${language === "en" ? " at home" : " 人在家"}`);
    return bands;
  }, [fetched, language]);
}
