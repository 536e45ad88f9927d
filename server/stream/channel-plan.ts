import type { Device } from "../../models/device/device.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import { channelsOfPoint } from "../../models/duty/authority.ts";
import type { ChannelId, DeviceId, KindId, PropertyId } from "../../models/ids.ts";
import { publicChannel } from "../../models/ids.ts";
import type { DictionaryDevice } from "../../models/stream/messages.ts";
import type { TwinReader } from "../twin/twin-reader.ts";

/** The catalogue's own specification of a kind's property, where it has one. */
export type CatalogueSpec = (kind: KindId, property: PropertyId) => PointSpec | undefined;

export interface PlannedPoint {
  readonly device: DeviceId;
  readonly spec: PointSpec;
  readonly twinIndex: number;
}

/** Which devices and points a channel consists of; the position in `points` is the channel's dense index. */
export interface ChannelPlan {
  readonly devices: readonly DictionaryDevice[];
  readonly points: readonly PlannedPoint[];
}

export const emptyPlan: ChannelPlan = { devices: [], points: [] };

/**
 * Sorts the points of the twin into channels. Each channel gets only what its members may know: a device appears in
 * it with the points of this channel alone, links to devices its members cannot see are left out, and nothing on the
 * public channel says which home a device is in.
 */
export function planChannels(
  twin: TwinReader,
  catalogueSpec: CatalogueSpec,
): ReadonlyMap<ChannelId, ChannelPlan> {
  const shares = new Map<ChannelId, Map<DeviceId, Share>>();
  for (const { device, firstPoint } of twin.devices) {
    for (const [k, spec] of device.points.entries()) {
      for (const channel of channelsOfPoint(spec.visibility, device.place)) {
        const share = shareOf(shares, channel, device);
        share.points.push({ device: device.id, spec, twinIndex: firstPoint + k });
      }
    }
  }
  const isPublic = (id: DeviceId) => shares.get(publicChannel)?.has(id) === true;
  const plans = new Map<ChannelId, ChannelPlan>();
  for (const [channel, devices] of shares) {
    const visible = (id: DeviceId | null) => (id !== null && (devices.has(id) || isPublic(id)) ? id : null);
    plans.set(channel, planOf(channel, devices.values(), visible, catalogueSpec));
  }
  return plans;
}

interface Share {
  readonly device: Device;
  readonly points: PlannedPoint[];
}

function shareOf(shares: Map<ChannelId, Map<DeviceId, Share>>, channel: ChannelId, device: Device): Share {
  const devices = shares.get(channel) ?? new Map<DeviceId, Share>();
  shares.set(channel, devices);
  const share = devices.get(device.id) ?? { device, points: [] };
  devices.set(device.id, share);
  return share;
}

function planOf(
  channel: ChannelId,
  shares: Iterable<Share>,
  visible: (id: DeviceId | null) => DeviceId | null,
  catalogueSpec: CatalogueSpec,
): ChannelPlan {
  const devices: DictionaryDevice[] = [];
  const points: PlannedPoint[] = [];
  for (const share of shares) {
    const { points: _, place, via, fedBy, ...rest } = share.device;
    devices.push({
      ...rest,
      place: channel === publicChannel ? { ...place, dwelling: null } : place,
      via: visible(via),
      fedBy: visible(fedBy),
      firstPoint: points.length,
      properties: share.points.map(({ spec }) =>
        catalogueSpec(rest.kind, spec.property) === spec ? spec.property : spec,
      ),
    });
    points.push(...share.points);
  }
  return { devices, points };
}

/** Whether points of this plan have since moved to another channel or mean something else: it must not be used again. */
export function isOverruled(plan: ChannelPlan, channel: ChannelId, twin: TwinReader): boolean {
  return plan.points.some(({ spec, twinIndex }) => {
    const { device, firstPoint } = twin.deviceAt(twinIndex);
    const now = device.points[twinIndex - firstPoint];
    return now !== spec || !channelsOfPoint(spec.visibility, device.place).includes(channel);
  });
}
