import type { ReplicaView } from "../../../client/replica/replica-view.ts";
import { missingQuality, qualityOf } from "../../../models/device/reading.ts";
import { pointId, type DeviceId, type PropertyId } from "../../../models/ids.ts";
import { quantise } from "../../../models/quantity.ts";
import type { SeenPoint } from "./server-view.ts";

/** Value in steps of the resolution as the server tells it. */
function stepsOf({ value }: SeenPoint, resolution: number, values: readonly string[]): number {
  if (typeof value === "string") return values.indexOf(value);
  return quantise(Number(value), resolution);
}

/** I4: a replica shows each point just as the server tells it this person, and no point more. */
export function differences(replica: ReplicaView, seen: ReadonlyMap<string, SeenPoint>): string[] {
  const found: string[] = [];
  let shown = 0;
  for (const { slots } of replica.devices.get()) shown += slots.length;
  if (shown !== seen.size) found.push(`I4 ${shown} points are shown where there are ${seen.size}`);
  for (const [name, point] of seen) {
    const slot = replica.slotOf(pointId(point.device as DeviceId, point.property as PropertyId));
    if (slot === undefined) {
      found.push(`I4 ${name} is not shown`);
      continue;
    }
    const quality = qualityOf(replica.quality(slot));
    if (quality !== point.quality) found.push(`I4 ${name} is shown ${quality} and is ${point.quality}`);
    else if (replica.quality(slot) !== missingQuality) {
      const spec = replica.specOf(slot);
      const steps = stepsOf(point, spec.resolution, spec.type === "enum" ? spec.values : []);
      // The server tells a number that is no step of its resolution as it was sent.
      if (Math.abs(quantise(replica.value(slot), spec.resolution) - steps) > 1)
        found.push(`I4 ${name} is shown ${replica.value(slot)} and is ${point.value}`);
    }
  }
  return found;
}
