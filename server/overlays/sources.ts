import { channelsOfPoint } from "../../models/duty/authority.ts";
import type { BuildingId, ChannelId, DwellingId } from "../../models/ids.ts";
import { publicChannel, staffChannel } from "../../models/ids.ts";
import { type EnergyUse, energyUses } from "../../models/overlay/bodies.ts";
import { energySources, homeMeter } from "../../models/overlay/energy-sources.ts";
import type { PlacedDevice, TwinReader } from "../twin/twin-reader.ts";

/** A point that measures power, with the place it counts for. */
export interface PowerPoint {
  readonly device: PlacedDevice;
  readonly point: number;
  readonly kiloWatts: number;
  readonly periodMs: number;
  readonly building: BuildingId | null;
  /** Played, not measured here; told to staff alone. */
  readonly recorded: boolean;
  /** Index of the point that names the use, or the use itself. */
  readonly use: EnergyUse | { readonly point: number; readonly values: readonly string[] };
}

export interface HomeMeter {
  readonly building: BuildingId;
  readonly dwelling: DwellingId;
  readonly storey: number;
  readonly powerPoint: number;
  readonly occupiedPoint: number | null;
  readonly periodMs: number;
}

/** Power points of a device that staff may see, by the table of sources; what is a home's own is in no sum of theirs. */
export function powerPointsOf(placed: PlacedDevice): readonly PowerPoint[] {
  const found: PowerPoint[] = [];
  for (const source of energySources) {
    if (source.kind !== placed.device.kind) continue;
    const at = placed.device.points.findIndex((spec) => spec.property === source.property);
    const spec = placed.device.points[at];
    if (spec === undefined || !channelsOfPoint(spec.visibility, placed.device.place).some(isSeenByStaff))
      continue;
    const use = typeof source.use === "string" ? source.use : useNamedBy(placed, source.use.property);
    if (use === null) continue;
    found.push({
      device: placed,
      point: placed.firstPoint + at,
      kiloWatts: source.sign * source.kiloWatts,
      periodMs: spec.periodS * 1000,
      building: placed.device.place.building,
      recorded: placed.device.origin === "recorded",
      use,
    });
  }
  return found;
}

const isSeenByStaff = (channel: ChannelId): boolean => channel === publicChannel || channel === staffChannel;

function useNamedBy(placed: PlacedDevice, property: string): PowerPoint["use"] | null {
  const at = placed.device.points.findIndex((spec) => spec.property === property);
  const spec = placed.device.points[at];
  return spec === undefined ? null : { point: placed.firstPoint + at, values: spec.values };
}

export function homeMeterOf(placed: PlacedDevice): HomeMeter | null {
  const { kind, place, points } = placed.device;
  if (kind !== homeMeter.kind || place.building === null || place.dwelling === null) return null;
  const power = points.findIndex((spec) => spec.property === homeMeter.power);
  const occupied = points.findIndex((spec) => spec.property === homeMeter.occupied);
  const spec = points[power];
  if (spec === undefined) return null;
  return {
    building: place.building,
    dwelling: place.dwelling,
    storey: place.storey ?? 1,
    powerPoint: placed.firstPoint + power,
    occupiedPoint: occupied < 0 ? null : placed.firstPoint + occupied,
    periodMs: spec.periodS * 1000,
  };
}

/** The use of a power point now; null while its nameplate has not been read. */
export function useOf(power: PowerPoint, twin: TwinReader): EnergyUse | null {
  if (typeof power.use === "string") return power.use;
  const ordinal = twin.state.values[power.use.point];
  const name = ordinal === undefined || Number.isNaN(ordinal) ? undefined : power.use.values[ordinal];
  return energyUses.find((use) => use === name) ?? null;
}
