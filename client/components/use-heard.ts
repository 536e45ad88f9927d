import { countStale } from "./device-counts.ts";
import { useDesk } from "./desk-context.ts";
import { useSignal } from "./use-signal.ts";

/** A picture in which hardly anything is of now is none of now, however well our own link is. */
const mostStaleShare = 0.95;

/** Whether anything that is shown is heard now; true where there is nothing to hear. */
export function useHeard(): boolean {
  const { replica, beat } = useDesk();
  useSignal(beat);
  const devices = useSignal(replica.devices).length;
  return devices === 0 || countStale(replica.deviceBytes(), devices) < mostStaleShare * devices;
}
