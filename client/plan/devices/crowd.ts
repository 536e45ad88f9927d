import type { DocumentBuilding, EastNorth } from "../../../models/community/community.ts";
import { boxOf, type Box } from "../../../models/community/geometry.ts";
import type { BuildingId } from "../../../models/ids.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { spreadInOpen, spreadWithin, type Spread } from "./spread.ts";

/** Devices by index, and where each is drawn when it is drawn. */
export interface Members extends Spread {
  readonly members: Uint32Array;
}

/** The devices of a building. */
export interface Household {
  readonly building: DocumentBuilding;
  readonly box: Box;
  readonly all: Uint32Array;
}

const nobody: Members = { members: new Uint32Array(0), places: new Float32Array(0), apartM: Infinity };

/** All devices that have a place, by the building they are in, else in the open. */
export class Crowd {
  readonly #buildings: readonly DocumentBuilding[];
  readonly #laid = new Map<string, Members>();
  #list: readonly ReplicaDevice[] = [];
  #households: ReadonlyMap<BuildingId, Household> = new Map();
  #open: Members = nobody;
  #under: Members = nobody;

  constructor(buildings: readonly DocumentBuilding[]) {
    this.#buildings = buildings.filter(({ footprint }) => (footprint[0]?.length ?? 0) > 2);
  }

  get list(): readonly ReplicaDevice[] {
    return this.#list;
  }

  get households(): ReadonlyMap<BuildingId, Household> {
    return this.#households;
  }

  /** Devices in the open. */
  get open(): Members {
    return this.#open;
  }

  /** Devices below the open ground, in garages and tunnels. */
  get under(): Members {
    return this.#under;
  }

  setDevices(list: readonly ReplicaDevice[]): void {
    this.#list = list;
    this.#laid.clear();
    const known = new Map(this.#buildings.map((building) => [building.id, building]));
    const within = new Map<BuildingId, number[]>();
    const open: number[] = [];
    const under: number[] = [];
    for (const { index, device } of list) {
      const { building, at, storey } = device.place;
      if (building !== null && known.has(building)) {
        const members = within.get(building);
        if (members) members.push(index);
        else within.set(building, [index]);
      } else if (at !== null) (storey !== null && storey < 0 ? under : open).push(index);
    }
    this.#households = new Map(
      [...within].flatMap(([id, members]) => {
        const building = known.get(id);
        if (building === undefined) return [];
        return [[id, { building, box: boxOf(building.footprint[0] ?? []), all: Uint32Array.from(members) }]];
      }),
    );
    this.#open = this.#outdoors(open);
    this.#under = this.#outdoors(under);
  }

  /** The devices of a building, or of one of its storeys, each with a place within the footprint. Laid out when first asked for. */
  within({ building, box, all }: Household, storey: number | null): Members {
    const key = `${storey ?? ""} ${building.id}`;
    const laid = this.#laid.get(key);
    if (laid) return laid;
    const members =
      storey === null ? all : all.filter((index) => this.#list[index]?.device.place.storey === storey);
    const middle: EastNorth = [(box.west + box.east) / 2, (box.south + box.north) / 2];
    const wanted = Array.from(members, (index) => this.#placeOf(index) ?? middle);
    const made = { members, ...spreadWithin(building.footprint, wanted) };
    this.#laid.set(key, made);
    return made;
  }

  #outdoors(members: readonly number[]): Members {
    const places = spreadInOpen(members.map((index) => this.#placeOf(index) ?? [0, 0]));
    return { members: Uint32Array.from(members), places, apartM: 0 };
  }

  #placeOf(index: number): EastNorth | null {
    const at = this.#list[index]?.device.place.at;
    return at ? [at[0], at[1]] : null;
  }
}
