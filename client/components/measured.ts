import { useDesk } from "./desk-context.ts";
import { useSignal } from "./use-signal.ts";

/** Whether any device speaks here; not known before the first frame, for devices are told of before it. */
export function useMeasured(): "yes" | "no" | "unknown" {
  const { replica, link } = useDesk();
  const devices = useSignal(replica.devices);
  const { state } = useSignal(link);
  if (devices.length > 0) return "yes";
  return state === "live" ? "no" : "unknown";
}
