import type { Building, Community } from "../../models/community/community.ts";
import type { Audience } from "../../models/duty/authority.ts";
import type { BuildingId } from "../../models/ids.ts";
import type { OccupancyBody, OccupancyOfBuilding } from "../../models/overlay/bodies.ts";
import {
  type Band,
  bandOf,
  bandWithHysteresis,
  occupancyMinimumPersons,
  quarterAtHome,
} from "../../models/overlay/privacy.ts";
import { minutes } from "../../models/quantity.ts";
import type { HomeMeasures, HomesCount } from "./homes.ts";

/** The public sees counts of the last full quarter of an hour. */
const publicStepMs = 15 * minutes;
/** Below this share of residents whose meter was heard a building says "not yet". */
const coverageNeeded = 0.5;

/** People at home by building, in bands; for staff also in quarters by storey. */
export class OccupancyOverlay {
  readonly #community: Community;
  readonly #homes: HomeMeasures;
  readonly #shownToPublic = new Map<BuildingId, Band>();
  #publicBody: OccupancyBody | null = null;

  constructor(community: Community, homes: HomeMeasures) {
    this.#community = community;
    this.#homes = homes;
  }

  body(audience: Audience, nowMs: number): OccupancyBody {
    if (audience === "staff") return this.#staffBody(nowMs);
    const step = Math.floor(nowMs / publicStepMs) * publicStepMs;
    // A step once told stays as told, except that a building not yet heard may be filled in.
    if (this.#publicBody === null || this.#publicBody.atMs !== step || waits(this.#publicBody)) {
      this.#publicBody = this.#freshPublicBody(step, this.#publicBody);
    }
    return this.#publicBody;
  }

  #staffBody(nowMs: number): OccupancyBody {
    const buildings: OccupancyOfBuilding[] = [];
    for (const building of this.#homesOfCommunity()) {
      const count = this.#homes.count(building.id, null);
      const status = statusOf(count);
      const band = status === "shown" ? bandOf(scaled(count)) : null;
      buildings.push({
        building: building.id,
        status,
        band,
        storeys: status === "shown" ? this.#storeys(building) : [],
      });
    }
    return { status: this.#homes.measured ? "shown" : "not-measured", atMs: nowMs, buildings };
  }

  #freshPublicBody(step: number, before: OccupancyBody | null): OccupancyBody {
    const told = new Map(before?.atMs === step ? before.buildings.map((each) => [each.building, each]) : []);
    const buildings: OccupancyOfBuilding[] = [];
    for (const building of this.#homesOfCommunity()) {
      const already = told.get(building.id);
      if (already !== undefined && already.status !== "not-yet") {
        buildings.push(already);
        continue;
      }
      const count = this.#homes.count(building.id, null);
      const status = statusOf(count);
      let band: Band | null = null;
      if (status === "shown") {
        band = bandWithHysteresis(scaled(count), this.#shownToPublic.get(building.id) ?? null);
        this.#shownToPublic.set(building.id, band);
      }
      buildings.push({ building: building.id, status, band, storeys: [] });
    }
    return { status: this.#homes.measured ? "shown" : "not-measured", atMs: step, buildings };
  }

  #homesOfCommunity(): readonly Building[] {
    if (!this.#homes.measured) return [];
    return this.#community.buildings.filter((building) => building.residentsByStorey.length > 0);
  }

  #storeys(building: Building): (number | null)[] {
    return building.residentsByStorey.map((_, index) => {
      const count = this.#homes.count(building.id, index + 1);
      return count.heard < count.declared * coverageNeeded
        ? null
        : quarterAtHome(scaled(count), count.declared);
    });
  }
}

/** Those whose meter is silent are taken to be at home in the same share as the others. */
const scaled = (count: HomesCount): number =>
  count.heard === 0 ? 0 : (count.atHome / count.heard) * count.declared;

function statusOf(count: HomesCount): OccupancyOfBuilding["status"] {
  if (count.declared === 0) return "not-measured";
  if (count.declared < occupancyMinimumPersons) return "privacy";
  return count.heard < count.declared * coverageNeeded ? "not-yet" : "shown";
}

const waits = (body: OccupancyBody): boolean =>
  body.status !== "shown" || body.buildings.some((building) => building.status === "not-yet");
