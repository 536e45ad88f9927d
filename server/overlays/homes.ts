import type { Community } from "../../models/community/community.ts";
import { qualityOf } from "../../models/device/reading.ts";
import type { BuildingId, DwellingId } from "../../models/ids.ts";
import type { EnergyBody } from "../../models/overlay/bodies.ts";
import { sumMayBeShown, withComplement } from "../../models/overlay/privacy.ts";
import { hours } from "../../models/quantity.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import { PowerLog } from "./power-log.ts";
import { type Settled, SettledHours } from "./settled-hours.ts";
import { type HomeMeter, homeMeterOf } from "./sources.ts";

/** People of a group of homes: declared, declared where the meter was heard, and at home by the meter. */
export interface HomesCount {
  readonly declared: number;
  readonly heard: number;
  readonly atHome: number;
}

/** What of the homes' power the public may know of an hour. */
export interface HomesPower {
  readonly communityMayBeShown: boolean;
  readonly buildings: EnergyBody["buildings"];
}

const hoursKept = 28;

/** The meters of homes, of which nothing but protected sums and counts ever leaves this file. */
export class HomeMeasures {
  readonly #twin: TwinReader;
  readonly #residents: ReadonlyMap<DwellingId, number>;
  readonly #cellOf: ReadonlyMap<BuildingId, string>;
  readonly #byHour = new PowerLog(hours, hoursKept);
  readonly #settled = new SettledHours<HomesPower>(hoursKept);
  readonly #meters = new Map<number, { readonly meter: HomeMeter; readonly source: number }>();
  readonly #byBuilding = new Map<BuildingId, HomeMeter[]>();
  #devicesSeen = 0;

  constructor(twin: TwinReader, community: Community) {
    this.#twin = twin;
    this.#residents = new Map(community.dwellings.map((dwelling) => [dwelling.id, dwelling.residents]));
    this.#cellOf = new Map(community.buildings.map((building) => [building.id, building.gridCell ?? ""]));
  }

  get measured(): boolean {
    return this.#meters.size > 0;
  }

  follow(): void {
    const { devices } = this.#twin;
    for (; this.#devicesSeen < devices.length; this.#devicesSeen++) {
      const placed = devices[this.#devicesSeen];
      const meter = placed && homeMeterOf(placed);
      if (!meter) continue;
      this.#meters.set(meter.powerPoint, { meter, source: this.#byHour.addSource() });
      const others = this.#byBuilding.get(meter.building);
      if (others) others.push(meter);
      else this.#byBuilding.set(meter.building, [meter]);
    }
  }

  observe(point: number, value: number, atMs: number): void {
    const known = this.#meters.get(point);
    if (known === undefined) return;
    this.#byHour.add(known.source, atMs, value);
    this.#settled.note(this.#byHour.stepAt(atMs));
  }

  /** The power of an hour as it was settled, or of the newest settled hour before it; null when there is none yet. */
  powerOfHour(hour: number, nowMs: number): Settled<HomesPower> | null {
    return this.#settled.answer(hour, nowMs, (settled) => ({
      communityMayBeShown: sumMayBeShown(this.#means([...this.#byBuilding.values()].flat(), settled)),
      buildings: this.#powerOfBuildings(settled),
    }));
  }

  /** What is said of the buildings before the first hour is settled. */
  buildingsNotYet(): EnergyBody["buildings"] {
    return [...this.#byBuilding.keys()].map((building) => ({ building, status: "not-yet", powerKw: null }));
  }

  /** Mean power by building in an hour, where the 15/15 rule and complementary suppression allow it. */
  #powerOfBuildings(hour: number): EnergyBody["buildings"] {
    const told: EnergyBody["buildings"][number][] = [];
    const cells = new Map<string, BuildingId[]>();
    for (const building of this.#byBuilding.keys()) {
      const cell = this.#cellOf.get(building) ?? "";
      cells.set(cell, [...(cells.get(cell) ?? []), building]);
    }
    for (const buildings of cells.values()) {
      const means = buildings.map((building) => this.#means(this.#byBuilding.get(building) ?? [], hour));
      const shown = withComplement(
        means.map((values) => sumMayBeShown(values)),
        means.map((values) => values.length),
      );
      buildings.forEach((building, i) => {
        const values = means[i] ?? [];
        if (shown[i] === true)
          told.push({ building, status: "shown", powerKw: Math.round(values.reduce((a, b) => a + b, 0)) });
        else told.push({ building, status: values.length === 0 ? "not-yet" : "privacy", powerKw: null });
      });
    }
    return told;
  }

  /** @param storey one storey only, or null for the whole building */
  count(building: BuildingId, storey: number | null): HomesCount {
    let declared = 0;
    let heard = 0;
    let atHome = 0;
    const { values, qualities } = this.#twin.state;
    for (const meter of this.#byBuilding.get(building) ?? []) {
      if (meter.occupiedPoint === null || (storey !== null && meter.storey !== storey)) continue;
      const residents = this.#residents.get(meter.dwelling) ?? 0;
      declared += residents;
      const quality = qualityOf(qualities[meter.occupiedPoint] ?? 4);
      if (quality !== "good" && quality !== "uncertain") continue;
      heard += residents;
      if (values[meter.occupiedPoint] === 1) atHome += residents;
    }
    return { declared, heard, atHome };
  }

  #means(meters: readonly HomeMeter[], hour: number): number[] {
    const means: number[] = [];
    for (const meter of meters) {
      const source = this.#meters.get(meter.powerPoint)?.source;
      const mean = source === undefined ? Number.NaN : this.#byHour.mean(source, hour, 0);
      if (!Number.isNaN(mean)) means.push(Math.max(0, mean));
    }
    return means;
  }
}
