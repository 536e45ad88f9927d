import { useEffect, useState } from "react";
import { useDesk } from "../../../components/desk-context.ts";
import type { ReplicaDevice } from "../../../replica/replica-view.ts";

/**
 * When the last reading of each point came in here, as far as this page saw one come: by slot, community time. The
 * source's own time says when it was measured.
 */
export function useArrivals({ slots }: ReplicaDevice): ReadonlyMap<number, number> {
  const { replica, beat } = useDesk();
  const [arrivals, setArrivals] = useState<ReadonlyMap<number, number>>(new Map());
  useEffect(() => {
    const known = new Map(slots.map((slot) => [slot, replica.atMs(slot)]));
    let seen: ReadonlyMap<number, number> = new Map();
    return beat.subscribe(() => {
      const fresh = slots.filter((slot) => replica.atMs(slot) !== known.get(slot));
      if (fresh.length === 0) return;
      for (const slot of fresh) known.set(slot, replica.atMs(slot));
      seen = new Map([...seen, ...fresh.map((slot): [number, number] => [slot, replica.nowMs()])]);
      setArrivals(seen);
    });
  }, [slots, replica, beat]);
  return arrivals;
}
