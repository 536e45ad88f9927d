import { boxOf } from "../../models/community/geometry.ts";
import type { Building, Community, EastNorthUp } from "../../models/community/community.ts";
import { catalogue } from "../../models/device/catalogue.ts";
import type { Device } from "../../models/device/device.ts";
import { deviceId } from "../../models/ids.ts";
import type { TwinRooms } from "../../server/compose/twin-rooms.ts";

/** A kind of one boolean that everybody may see, that no limit watches, and that fills the sign by itself. */
const kindName = "irrigation";
const property = "valveOpen";

/** Where devices are known and speak. */
export type Rooms = Pick<TwinRooms, "twin" | "intake">;

/** What changed in a step: which devices, and whether each is at work now. */
export interface Changes {
  readonly indices: Uint32Array;
  readonly states: Uint8Array;
}

/** Devices on all façades of a community, each on or off; what happens to them is the same every time. */
export class ManyDevices {
  /** East, north and up of each, metres. */
  readonly places: Float32Array;
  readonly buildings: readonly Building[];
  /** Index into `buildings` of each. */
  readonly buildingOf: Uint16Array;
  readonly states: Uint8Array;
  readonly #devices: readonly Device[];
  #seed = 12_345;

  constructor(community: Community, count: number) {
    this.buildings = community.buildings.filter(({ footprint }) => footprint.length > 0);
    this.places = new Float32Array(count * 3);
    this.buildingOf = new Uint16Array(count);
    this.states = new Uint8Array(count);
    const kind = [...catalogue.values()].find(({ id }) => id === kindName);
    const points = kind?.points.filter((point) => point.property === property);
    if (!kind || points?.length !== 1) throw new Error(`the catalogue has no ${kindName} with ${property}`);
    this.#devices = Array.from({ length: count }, (_, n) => {
      const at = Math.floor(this.#random() * this.buildings.length);
      const building = this.buildings[at];
      if (!building) throw new Error("the community has no buildings");
      const place = this.#onFacade(building);
      this.buildingOf[n] = at;
      this.places.set(place, n * 3);
      return {
        id: deviceId(`dev-${n}`),
        kind: kind.id,
        name: { "zh-CN": `设备 ${n}`, en: `Device ${n}` },
        place: { building: building.id, storey: null, dwelling: null, space: null, at: place },
        party: kind.party,
        via: null,
        fedBy: null,
        origin: "live",
        points,
      };
    });
  }

  /** Makes them known to a server. */
  moveIn({ twin }: Pick<Rooms, "twin">): void {
    for (const device of this.#devices) twin.addDevice(device);
  }

  /** Lets the devices from one index on say what they are; a server takes so many between two ticks. */
  introduce(rooms: Rooms, from: number, until: number): void {
    for (let n = from; n < Math.min(until, this.states.length); n++) this.#say(rooms, n);
  }

  /** So many different devices turn on or off, and say so as whatever source would: at the intake. */
  change(rooms: Rooms, count: number): Changes {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(Math.floor(this.#random() * this.states.length));
    const indices = Uint32Array.from(chosen);
    for (const index of indices) {
      this.states[index] = 1 - (this.states[index] ?? 0);
      this.#say(rooms, index);
    }
    return { indices, states: Uint8Array.from(indices, (index) => this.states[index] ?? 0) };
  }

  #say({ intake }: Rooms, index: number): void {
    const device = this.#devices[index];
    const [point] = device?.points ?? [];
    if (!device || !point) throw new RangeError(`no device ${index}`);
    const outcome = intake.offer(
      device.id,
      point.property,
      this.states[index] === 1,
      undefined,
      undefined,
      "benchmark",
    );
    if (outcome !== "accepted") throw new Error(`a reading of ${device.id} was not taken: ${outcome}`);
  }

  #onFacade({ footprint, baseM, heightM }: Building): EastNorthUp {
    const { west, east, south, north } = boxOf(footprint[0] ?? []);
    const [across, up] = [this.#random(), baseM + this.#random() * heightM];
    const side = Math.floor(this.#random() * 4);
    if (side < 2) return [west + (east - west) * across, side === 0 ? south : north, up];
    return [side === 2 ? west : east, south + (north - south) * across, up];
  }

  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#seed / 2 ** 32;
  }
}
