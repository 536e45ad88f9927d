import type { Device } from "../../../device/device.ts";
import type { LimitCondition } from "../../../device/kind.ts";

/** One thing that may be so at a place. */
export type Sign =
  /** An alert of this limit is open. */
  | { readonly limit: string }
  /** A point of a device of that kind, or of any, is so at present. */
  | { readonly kind?: string; readonly property: string; readonly condition: LimitCondition };

/** What counts as one place: the device itself, a home, a storey (outside of buildings, a space), or everywhere. */
export type CompoundPlace = "device" | "dwelling" | "storey" | "community";

/**
 * What several things at one place mean together. Its alerts stand at the points whose limits name it
 * (`{ when: "together", rule }`): they say how grave it is, for how long it must hold and whom it is told to.
 */
export interface CompoundRule {
  readonly id: string;
  readonly at: CompoundPlace;
  /** All of them at once; each at no fewer different devices than said. */
  readonly parts: readonly { readonly signs: readonly Sign[]; readonly devices: number }[];
}

/** The name of a device's place, as far as a rule looks; null where it has none. */
export function placeOf(at: CompoundPlace, { id, place }: Pick<Device, "id" | "place">): string | null {
  switch (at) {
    case "device":
      return id;
    case "community":
      return "community";
    case "dwelling":
      return place.dwelling;
    case "storey":
      if (place.building !== null && place.storey !== null) return `${place.building} ${place.storey}`;
      return place.space;
  }
}
