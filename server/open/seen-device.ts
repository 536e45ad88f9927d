import type { Device } from "../../models/device/device.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import { channelsOf, channelsOfPoint } from "../../models/duty/authority.ts";
import type { Authority } from "../../models/duty/duty.ts";
import { type ChannelId, type DeviceId, deviceId, ownChannel, type PropertyId } from "../../models/ids.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import { Refusal } from "./refusal.ts";

/** A device as somebody may see it. */
export interface SeenDevice {
  readonly device: Device;
  /** The points they may see, and the channel they hear each on. */
  readonly points: ReadonlyMap<PropertyId, { readonly spec: PointSpec; readonly channel: ChannelId }>;
}

/**
 * What somebody may see of a device.
 * @throws Refusal `not-found` for one that is not there and for one they may see nothing of, alike: that a home has it
 * is its own.
 */
export function seenDevice(twin: TwinReader, authority: Authority, name: string): SeenDevice {
  const id = idOf(name);
  const heard = channelsOf(authority);
  const points = new Map<PropertyId, { spec: PointSpec; channel: ChannelId }>();
  const places = id === null ? [] : twin.placesOf(id);
  for (const { device } of places) {
    for (const spec of device.points) {
      const of = channelsOfPoint(spec.visibility, device.place);
      const channel = heard.find((each) => of.includes(each));
      if (channel !== undefined) points.set(spec.property, { spec, channel });
    }
  }
  const device = places[0]?.device;
  if (device === undefined || points.size === 0) throw new Refusal("not-found");
  return { device, points };
}

/** Whether a channel is of somebody's home. */
export const isOwn = ({ dwelling }: Authority, channel: ChannelId): boolean =>
  dwelling !== null && channel === ownChannel(dwelling);

/** Null for what cannot be the id of a device. */
function idOf(written: string): DeviceId | null {
  try {
    return deviceId(written);
  } catch {
    return null;
  }
}
