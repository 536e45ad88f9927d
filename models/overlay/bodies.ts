import type { BuildingId, DeviceId, LimitId, PointId } from "../ids.ts";
import type { EnergyUse } from "../device/energy-use.ts";
import type { AlertedDevice } from "../device/device.ts";
import type { Priority } from "../device/kind.ts";
import type { Text } from "../language/text.ts";

/** Why an overlay has nothing to show; said, never drawn as zero. */
export type Withheld = "not-measured" | "privacy" | "not-yet";

export { energyUses, type EnergyUse } from "../device/energy-use.ts";

/** Mean power by use, one row per step; NaN-free: a step without data is null. */
export interface EnergyBody {
  readonly status: "shown" | Withheld;
  /** `minute` for staff, `hour` for everybody else. */
  readonly step: "minute" | "hour";
  readonly uses: readonly EnergyUse[];
  readonly steps: readonly EnergyStep[];
  /** Now (staff), or of the last step shown (everybody else), by building. */
  readonly buildings: readonly {
    readonly building: BuildingId;
    readonly status: "shown" | Withheld;
    readonly powerKw: number | null;
  }[];
  /** Points that went into it, for hover and selection. */
  readonly sources: readonly { readonly use: EnergyUse; readonly devices: readonly DeviceId[] }[];
}

export interface EnergyStep {
  readonly fromMs: number;
  /** In the order of `uses`; null = nothing read. */
  readonly powerKw: readonly (number | null)[];
  /** Share of the sources that were heard, 0 … 1. */
  readonly coverage: number;
}

/** People at home, as bands. */
export interface OccupancyBody {
  readonly status: "shown" | Withheld;
  readonly atMs: number;
  readonly buildings: readonly OccupancyOfBuilding[];
}

export interface OccupancyOfBuilding {
  readonly building: BuildingId;
  readonly status: "shown" | Withheld;
  /** Lower and upper end of the band, persons; upper null = open. */
  readonly band: { readonly low: number; readonly high: number | null } | null;
  /** Quarter (0 … 4) of the residents of each storey at home, null where a storey has fewer than 10; empty but for staff. */
  readonly storeys: readonly (number | null)[];
}

/** Points beyond their limits, as intervals. */
export interface AlertsBody {
  /** `not-measured` where no device speaks: then nothing beyond its limits means nothing. */
  readonly status: "shown" | Extract<Withheld, "not-measured">;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly intervals: readonly AlertInterval[];
}

export interface AlertInterval {
  readonly point: PointId;
  readonly device: DeviceId;
  readonly building: BuildingId | null;
  readonly limit: LimitId;
  readonly message: Text;
  readonly priority: Priority;
  readonly fromMs: number;
  readonly untilMs: number | null;
  /** Only where the point is on no channel of the audience. */
  readonly about?: AlertedDevice;
}
