import type { Device } from "../../models/device/device.ts";
import type { DeviceKind, PointSpec } from "../../models/device/kind.ts";
import type { ChannelId, DeviceId, KindId, PointId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import type { ChannelDictionary, DictionaryDevice } from "../../models/stream/messages.ts";
import type { ReplicaDevice } from "./replica-view.ts";

/** The channels' dictionaries as one set of devices and slots: a channel's slots are consecutive, from its offset on. */
export interface Layout {
  readonly devices: readonly ReplicaDevice[];
  readonly deviceOf: ReadonlyMap<DeviceId, ReplicaDevice>;
  readonly slotOf: ReadonlyMap<PointId, number>;
  readonly specs: readonly PointSpec[];
  /** By slot: index of its device. */
  readonly deviceOfSlot: Uint32Array;
  readonly offsets: ReadonlyMap<ChannelId, number>;
}

type KindOf = (kind: KindId) => DeviceKind | undefined;

/** @throws when a dictionary names a property that the catalogue of this page does not have. */
export function layOut(dictionaries: readonly ChannelDictionary[], kindOf: KindOf): Layout {
  const drafts = new Map<DeviceId, { device: Device; points: PointSpec[]; slots: number[] }>();
  const slotOf = new Map<PointId, number>();
  const specs: PointSpec[] = [];
  const offsets = new Map<ChannelId, number>();
  for (const { channel, devices, points } of dictionaries) {
    const offset = specs.length;
    offsets.set(channel, offset);
    for (const listed of devices) {
      const draft = drafts.get(listed.id) ?? { device: deviceFrom(listed), points: [], slots: [] };
      draft.device = completed(draft.device, listed);
      drafts.set(listed.id, draft);
      for (const property of listed.properties) {
        const spec = specFrom(listed, property, kindOf);
        slotOf.set(pointId(listed.id, spec.property), specs.length);
        draft.points.push(spec);
        draft.slots.push(specs.length);
        specs.push(spec);
      }
    }
    if (specs.length - offset !== points) {
      throw new Error(
        `the dictionary of ${channel} lists ${specs.length - offset} points and says ${points}`,
      );
    }
  }
  const devices = [...drafts.values()].map(({ device, points, slots }, index) => {
    return { index, device: { ...device, points }, slots };
  });
  const deviceOfSlot = new Uint32Array(specs.length);
  for (const { index, slots } of devices) for (const slot of slots) deviceOfSlot[slot] = index;
  const deviceOf = new Map(devices.map((each) => [each.device.id, each]));
  return { devices, deviceOf, slotOf, specs, deviceOfSlot, offsets };
}

function deviceFrom({ id, kind, name, place, party, via, fedBy, origin }: DictionaryDevice): Device {
  return { id, kind, name, place, party, via, fedBy, origin, points: [] };
}

/** One channel may know of a device what another keeps to itself. */
function completed(device: Device, listed: DictionaryDevice): Device {
  return {
    ...device,
    place: device.place.dwelling === null ? listed.place : device.place,
    via: device.via ?? listed.via,
    fedBy: device.fedBy ?? listed.fedBy,
  };
}

function specFrom(device: DictionaryDevice, property: string | PointSpec, kindOf: KindOf): PointSpec {
  if (typeof property !== "string") return property;
  const spec = kindOf(device.kind)?.points.find((each) => each.property === property);
  if (spec === undefined) {
    throw new Error(`device ${device.id} has ${property}, which this page does not know; reload the page`);
  }
  return spec;
}
