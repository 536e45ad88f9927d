import { useEffect, useState } from "react";
import { isVouchedFor } from "../../../models/device/reading.ts";
import type { DeviceId } from "../../../models/ids.ts";
import { seconds } from "../../../models/quantity.ts";
import { TrendMaker } from "../../../models/trend/trend-maker.ts";
import type { Trend } from "../../../models/trend/trend.ts";
import { useDesk } from "../desk-context.ts";
import { pastAnswer } from "./answers.ts";

/** The last hour of each number of a device, by property, as the server recorded it; asked for once. */
export function useTrends(device: DeviceId, wanted: boolean): ReadonlyMap<string, Trend> | null {
  const { ask } = useDesk();
  const [trends, setTrends] = useState<ReadonlyMap<string, Trend> | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let here = true;
    const look = async (): Promise<void> => {
      const asked = await ask(`/api/v1/devices/${encodeURIComponent(device)}/past?buckets=60`);
      const read = asked.ok ? pastAnswer.safeParse(asked.body) : null;
      if (here && read?.success)
        setTrends(new Map(read.data.points.map(({ property, trend }) => [property, trend])));
    };
    void look();
    return () => {
      here = false;
    };
  }, [ask, device, wanted]);
  return trends;
}

const leastMs = 1 * seconds;

/** A trend that goes on with what the replica holds, looked at by the beat, at most once a second. */
export function useLiveTrend(seed: Trend, slot: number): Trend {
  const { replica, beat, clock } = useDesk();
  const [trend, setTrend] = useState(seed);
  useEffect(() => {
    const maker = TrendMaker.after(seed, replica.nowMs());
    let lookedMs = Number.NEGATIVE_INFINITY;
    return beat.subscribe(() => {
      if (clock.now() - lookedMs < leastMs) return;
      lookedMs = clock.now();
      const nowMs = replica.nowMs();
      maker.take(isVouchedFor(replica.quality(slot)) ? replica.value(slot) : Number.NaN, nowMs);
      setTrend(maker.until(nowMs));
    });
  }, [seed, slot, replica, beat, clock]);
  return trend;
}
