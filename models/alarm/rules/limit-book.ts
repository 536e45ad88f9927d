import { grouped } from "../../community/grouped.ts";
import { kindOf } from "../../device/catalogue.ts";
import type { Device } from "../../device/device.ts";
import type { Limit } from "../../device/kind.ts";
import type { BuildingId, GridCellId, LimitId, PropertyId } from "../../ids.ts";
import { type AlarmResponse, responseTo } from "../response/response.ts";
import { changed, type OverridePlace, type RuleChanges, type RuleOverride } from "./overrides.ts";

type Placed = Pick<Device, "id" | "kind" | "place">;

/** A limit as it holds for one device, what was said of it there, and what to do about its alarm. */
export interface LimitInForce {
  readonly limit: Limit;
  readonly enabled: boolean;
  /** Those that hold for the device, the nearest last. */
  readonly overrides: readonly RuleOverride[];
  readonly response: AlarmResponse;
}

/** How near to a device an override is said; the nearest one wins. */
function nearness(at: OverridePlace): number {
  if ("community" in at) return 0;
  if ("gridCell" in at) return 1;
  if ("device" in at) return 4;
  return "storey" in at ? 3 : 2;
}

/**
 * The limits of the catalogue as they are for each device: the kind's, with what was set otherwise for its place or for
 * itself. The same answer is the same object, so that who compares sees what changed.
 */
export class LimitBook {
  /** Moves with every change of the overrides. */
  version = 0;
  readonly #gridCellOf: (building: BuildingId) => GridCellId | null;
  /** By limit, those farther away first, then the older ones. */
  #overrides: ReadonlyMap<string, readonly RuleOverride[]> = new Map();
  readonly #made = new Map<string, Limit>();

  constructor(gridCellOf: (building: BuildingId) => GridCellId | null) {
    this.#gridCellOf = gridCellOf;
  }

  /** Sets the overrides that hold from now on, in place of all before. */
  replace(overrides: readonly RuleOverride[]): void {
    const ordered = overrides.toSorted((a, b) => nearness(a.at) - nearness(b.at) || a.atMs - b.atMs);
    this.#overrides = grouped(ordered, ({ limit }) => limit);
    this.version++;
  }

  /** The limits that watch over a device's property; none for a kind nobody knows. */
  limitsOf(device: Placed, property: PropertyId): readonly Limit[] {
    const ofKind = (kindOf(device.kind)?.limits ?? []).filter((limit) => limit.property === property);
    if (this.#overrides.size === 0) return ofKind;
    return ofKind.flatMap((limit) => {
      const set = this.#changesFor(device, limit);
      return set?.enabled === false ? [] : [this.#changed(limit, set)];
    });
  }

  /** A limit as it is for a device, switched off or not. */
  limitOf(device: Placed, id: LimitId): Limit | undefined {
    const limit = kindOf(device.kind)?.limits.find((each) => each.id === id);
    return limit && this.#changed(limit, this.#changesFor(device, limit));
  }

  /** Every limit that may watch over a device, with its own points' last: the nearest word on each. */
  inForce(device: Placed & Pick<Device, "points">): readonly LimitInForce[] {
    const ofKind = (kindOf(device.kind)?.limits ?? []).map((limit) => {
      const set = this.#changesFor(device, limit);
      const now = this.#changed(limit, set);
      return {
        limit: now,
        enabled: set?.enabled !== false,
        overrides: this.#heldAt(device, limit.id),
        response: responseTo(now, set?.response),
      };
    });
    const ofPoints = device.points.flatMap(({ limits = [] }) => limits);
    return [
      ...ofKind,
      ...ofPoints.map((limit) => ({
        limit,
        enabled: true,
        overrides: [],
        response: responseTo(limit, undefined),
      })),
    ];
  }

  #heldAt(device: Placed, limit: LimitId): readonly RuleOverride[] {
    return this.#overrides.get(limit)?.filter(({ at }) => this.#isAt(device, at)) ?? [];
  }

  #changesFor(device: Placed, limit: Limit): RuleChanges | null {
    const here = this.#heldAt(device, limit.id);
    return here.length === 0 ? null : here.reduce<RuleChanges>((all, { set }) => ({ ...all, ...set }), {});
  }

  #isAt({ id, place }: Placed, at: OverridePlace): boolean {
    if ("community" in at) return true;
    if ("device" in at) return id === at.device;
    if (place.building === null) return false;
    if ("gridCell" in at) return this.#gridCellOf(place.building) === at.gridCell;
    return place.building === at.building && (!("storey" in at) || place.storey === at.storey);
  }

  #changed(limit: Limit, set: RuleChanges | null): Limit {
    if (set === null) return limit;
    // Neither says when the rule alarms, so neither makes another limit of it.
    const { enabled: _, response: __, ...rest } = set;
    const entries = Object.entries(rest).toSorted(([a], [b]) => a.localeCompare(b));
    if (entries.length === 0) return limit;
    const key = `${limit.id} ${JSON.stringify(entries)}`;
    const made = this.#made.get(key) ?? changed(limit, rest);
    this.#made.set(key, made);
    return made;
  }
}
