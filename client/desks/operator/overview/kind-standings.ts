import type { KindId } from "../../../../models/ids.ts";
import { urgencyOf } from "../../../components/device-standing.ts";
import { bytesPerDevice, type ReplicaDevice } from "../../../replica/replica-view.ts";

export interface KindStanding {
  readonly kind: KindId;
  readonly normal: number;
  /** Beyond a limit. */
  readonly alerting: number;
  /** Not beyond a limit, and with a value that is stale, bad, doubtful or was never reported. */
  readonly doubtful: number;
}

/** The devices of every kind by how they stand: kinds with something abnormal first, then the many before the few. */
export function kindStandings(devices: readonly ReplicaDevice[], bytes: Uint8Array): readonly KindStanding[] {
  const kinds = new Map<KindId, { kind: KindId; normal: number; alerting: number; doubtful: number }>();
  for (const { index, device } of devices) {
    let standing = kinds.get(device.kind);
    if (standing === undefined) {
      standing = { kind: device.kind, normal: 0, alerting: 0, doubtful: 0 };
      kinds.set(device.kind, standing);
    }
    if ((bytes[index * bytesPerDevice + 1] ?? 0) > 0) standing.alerting += 1;
    else if (urgencyOf(bytes, index) > 0) standing.doubtful += 1;
    else standing.normal += 1;
  }
  return [...kinds.values()].toSorted(
    (a, b) => b.alerting - a.alerting || b.doubtful - a.doubtful || b.normal - a.normal,
  );
}
