import type { KindId, PropertyId } from "../ids.ts";
import { kindId, propertyId } from "../ids.ts";
import type { EnergyUse } from "./bodies.ts";

/** Which points measure electric power, and what for. Rules as data: another kind is another row. */
export interface EnergySource {
  readonly kind: KindId;
  readonly property: PropertyId;
  /** A fixed use, or the enum property of the same device that names it. */
  readonly use: EnergyUse | { readonly property: PropertyId };
  /** +1 as it stands, −1 when the point counts the other way round. */
  readonly sign: 1 | -1;
  /** Kilowatts per unit of the point. */
  readonly kiloWatts: number;
}

const source = (
  kind: string,
  property: string,
  use: EnergySource["use"],
  sign: 1 | -1 = 1,
): EnergySource => ({
  kind: kindId(kind),
  property: propertyId(property),
  use,
  sign,
  kiloWatts: 1,
});

export const energySources: readonly EnergySource[] = [
  source("elec_feeder", "power", { property: propertyId("use") }),
  source("pv_inverter", "power", "pv"),
  source("bess", "power", "battery"),
  // Given to no home it counts as the building's own meter (models/device/SPEC.md DV13).
  source("recorded_home", "load", "dwellings"),
];

/** The meter of a home: its mean power goes only into sums of the 15/15 rule. */
export const homeMeter = {
  kind: kindId("elec_meter"),
  power: propertyId("power"),
  occupied: propertyId("occupied"),
};
