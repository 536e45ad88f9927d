import { useEffect, useMemo } from "react";
import type { BuildingId } from "../../models/ids.ts";
import type { OccupancyBody } from "../../models/overlay/bodies.ts";
import { signal } from "../../models/signal.ts";
import type { StoreyBands, WindowsSource } from "../scene/scene-props.ts";
import { useDesk } from "./desk-context.ts";
import { useSignal } from "./use-signal.ts";

/** Quarters at home by storey as the scene wants them; for staff alone is there anything in them. */
export function useStoreyBands(): StoreyBands & { readonly any: boolean } {
  const { overlays } = useDesk();
  const fetched = useSignal(overlays.occupancy);
  const held = useMemo(() => {
    const storeys = new Map<BuildingId, OccupancyBody["buildings"][number]["storeys"]>();
    const version = signal(0);
    return { storeys, version };
  }, []);
  const any = fetched.state === "here" && fetched.body.buildings.some((each) => each.storeys.length > 0);
  useEffect(() => {
    held.storeys.clear();
    if (fetched.state === "here")
      for (const { building, storeys } of fetched.body.buildings) held.storeys.set(building, storeys);
    held.version.set(held.version.get() + 1);
  }, [fetched, held]);
  return useMemo(
    () => ({
      version: held.version,
      quarter: (building, storey) => held.storeys.get(building)?.[storey - 1] ?? null,
      any,
    }),
    [held, any],
  );
}

/** Windows lit as far as a storey's quarter is at home; where nothing may be said the scene decides. */
export const windowsOf = (bands: StoreyBands): WindowsSource => ({
  version: bands.version,
  share(building, storey) {
    const quarter = bands.quarter(building, storey);
    return quarter === null ? null : quarter / 4;
  },
});
