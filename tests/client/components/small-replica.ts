import {
  bytesPerDevice,
  type ReplicaDevice,
  type ReplicaView,
} from "../../../client/replica/replica-view.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import type { PointSpec } from "../../../models/device/kind.ts";
import { buildingId, deviceId, dwellingId, kindId, pointId, type PointId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { signal } from "../../../models/signal.ts";
import type { Alert } from "../../../models/alarm/alert.ts";

export interface SmallDevice {
  readonly id: string;
  readonly kind: string;
  readonly building?: string;
  readonly dwelling?: string;
  /** Its gateway. */
  readonly via?: string;
  /** By property; what is left out is missing. */
  readonly values?: Readonly<Record<string, number>>;
  readonly quality?: number;
  /** 0 none, 1 P4 … 4 P1. */
  readonly severity?: number;
  readonly flags?: number;
}

/** A replica of a few devices of catalogue kinds, holding still. */
export function smallReplica(wanted: readonly SmallDevice[], alerts: readonly Alert[] = []): ReplicaView {
  const specs: PointSpec[] = [];
  const values: number[] = [];
  const qualities: number[] = [];
  const slots = new Map<PointId, number>();
  const bytes = new Uint8Array(wanted.length * bytesPerDevice);
  const devices = wanted.map((each, index): ReplicaDevice => {
    const kind = catalogue.get(kindId(each.kind));
    if (kind === undefined) throw new Error(`no kind ${each.kind}`);
    const points = kind.points.filter(({ type }) => type !== "event");
    bytes[index * bytesPerDevice + 1] = each.severity ?? 0;
    bytes[index * bytesPerDevice + 2] = each.flags ?? 0;
    const id = deviceId(each.id);
    const own = points.map((spec) => {
      slots.set(pointId(id, spec.property), specs.length);
      values.push(each.values?.[spec.property] ?? Number.NaN);
      qualities.push(each.quality ?? 0);
      return specs.push(spec) - 1;
    });
    const place = {
      building: each.building === undefined ? null : buildingId(each.building),
      storey: null,
      dwelling: each.dwelling === undefined ? null : dwellingId(each.dwelling),
      space: null,
      at: null,
    };
    const name = text(`${kind.name["zh-CN"]} ${each.id}`, `${kind.name.en} ${each.id}`);
    const via = each.via === undefined ? null : deviceId(each.via);
    const device = { id, kind: kind.id, name, place, party: kind.party, via, fedBy: null, points };
    return { index, device: { ...device, origin: "live" }, slots: own };
  });
  return {
    devices: signal(devices),
    deviceBytes: () => bytes,
    deviceOf: (id) => devices.find(({ device }) => device.id === id),
    slotOf: (point) => slots.get(point),
    specOf: (slot) => specs[slot]!,
    value: (slot) => values[slot]!,
    quality: (slot) => qualities[slot]!,
    atMs: () => 1000,
    nowMs: () => 2000,
    commit: () => false,
    changedDevices: { indices: new Uint32Array(0), count: 0 },
    onArrival: () => () => undefined,
    version: signal(0),
    alerts: signal(alerts),
  };
}

export const alertOf = (device: string, property: string, more: Partial<Alert> = {}): Alert => ({
  id: `${device}/${property}#x#0` as Alert["id"],
  device: deviceId(device),
  point: `${device}/${property}` as PointId,
  limit: "x" as Alert["limit"],
  priority: "P3",
  value: 1,
  fromMs: 0,
  untilMs: null,
  ...more,
});
