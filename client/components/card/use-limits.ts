import { minutes } from "../../../models/quantity.ts";
import type { DeviceId } from "../../../models/ids.ts";
import { usePolled } from "../polled.ts";
import { limitsAnswer, type ToldLimit } from "./answers.ts";

/** The limits in force for a device, asked for again now and then; null until they are here. */
export function useLimits(device: DeviceId): readonly ToldLimit[] | null {
  const path = `/api/v1/devices/${encodeURIComponent(device)}/limits`;
  const { polled } = usePolled(path, limitsAnswer, 1 * minutes);
  return polled.state === "here" ? polled.body.limits : null;
}
