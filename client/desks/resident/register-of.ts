import type { PointSpec, Purpose, RetentionClass, Visibility } from "../../../models/device/kind.ts";
import type { KindId, PartyId } from "../../../models/ids.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";

interface RegisterRow {
  readonly kind: KindId;
  readonly count: number;
  readonly party: PartyId;
  readonly points: readonly PointSpec[];
  readonly purposes: readonly Purpose[];
  readonly kept: readonly RetentionClass[];
  readonly seenBy: readonly Visibility[];
}

/** The devices one may see, by kind, with why, by whom, how long and for whose eyes; those of homes left out. */
export function registerOf(devices: readonly ReplicaDevice[]): readonly RegisterRow[] {
  const rows = new Map<KindId, RegisterRow>();
  for (const { device } of devices) {
    if (device.place.dwelling !== null) continue;
    const row = rows.get(device.kind);
    if (row !== undefined) {
      rows.set(device.kind, { ...row, count: row.count + 1 });
      continue;
    }
    rows.set(device.kind, {
      kind: device.kind,
      count: 1,
      party: device.party,
      points: device.points,
      purposes: [...new Set(device.points.map(({ purpose }) => purpose))],
      kept: [...new Set(device.points.map(({ retention }) => retention))],
      seenBy: [...new Set(device.points.map(({ visibility }) => visibility))],
    });
  }
  return [...rows.values()].toSorted((a, b) => b.count - a.count);
}
