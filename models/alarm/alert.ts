import type { AlertedDevice } from "../device/device.ts";
import type { Priority } from "../device/kind.ts";
import type { AlertId, DeviceId, LimitId, PointId } from "../ids.ts";

/** A point beyond its limit, from when it counted until it no longer does. */
export interface Alert {
  readonly id: AlertId;
  readonly point: PointId;
  readonly device: DeviceId;
  readonly limit: LimitId;
  readonly priority: Priority;
  /** When it began; null only of an alarm that was withdrawn before it ever was raised. */
  readonly value: number | null;
  readonly fromMs: number;
  readonly untilMs: number | null;
  /** Only where the point is on no channel of the audience: staff are told of a home's alarm, and of nothing else of it. */
  readonly about?: AlertedDevice;
}

/** A limit of a point. */
export type PointLimit = Pick<Alert, "device" | "point" | "limit">;
