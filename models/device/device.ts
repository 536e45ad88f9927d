import type { BuildingId, DeviceId, DwellingId, KindId, PartyId, SpaceId } from "../ids.ts";
import type { EastNorthUp } from "../community/community.ts";
import type { Text } from "../language/text.ts";
import type { PointSpec } from "./kind.ts";

/** Where a device is. All parts are optional but `at`, which may be null for a device nobody placed yet. */
export interface DevicePlace {
  readonly building: BuildingId | null;
  /** 1 = ground floor, -1 = first basement; null outdoors or unknown. */
  readonly storey: number | null;
  readonly dwelling: DwellingId | null;
  readonly space: SpaceId | null;
  readonly at: EastNorthUp | null;
}

/** A device the twin knows: mapped, placed, its points specified by the catalogue or by its own description. */
export interface Device {
  readonly id: DeviceId;
  readonly kind: KindId;
  readonly name: Text;
  readonly place: DevicePlace;
  readonly party: PartyId;
  /** The gateway whose connection carries it; when the gateway falls silent so does this device. */
  readonly via: DeviceId | null;
  /** The device that feeds it with power. */
  readonly fedBy: DeviceId | null;
  /** `live` from a device; `recorded` when a replayed recording speaks for it, badged RECORDED everywhere. */
  readonly origin: "live" | "recorded";
  /** Events excluded: these ride in frames, in this order. */
  readonly points: readonly PointSpec[];
}

/** What and where a device is, for those who are told of its alert and have it in no dictionary. */
export type AlertedDevice = Pick<Device, "kind" | "name" | "place" | "party">;
