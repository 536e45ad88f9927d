import type { EastNorthUp, Space } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import type { Text } from "../../language/text.ts";
import { text } from "../../language/text.ts";
import type { EnergyUse } from "../../device/energy-use.ts";
import type { Place, PlacedDevice } from "./device.ts";
import type { House, Site } from "./site.ts";
import { apart, nearest, proudM } from "./site.ts";

/** A circuit under a transformer: what it feeds, and its rated current. */
export interface Feeder {
  readonly device: PlacedDevice;
  readonly use: EnergyUse;
  readonly transformer: DeviceId;
  readonly ratedA: number;
  /** What hangs on it: a building, a hall, a substation …; read with `use`. */
  readonly serves: string;
}

/** The power grid of the community, from the transformers down to the circuits. */
export interface Grid {
  readonly transformers: readonly PlacedDevice[];
  readonly feeders: readonly Feeder[];
  readonly devices: readonly PlacedDevice[];
  transformerOf(house: House): DeviceId;
  feederFor(use: EnergyUse, serves: string): DeviceId;
}

const homesPerTransformer = 290;
const standardA = [160, 250, 400, 630, 800, 1000] as const;

/** Smallest usual breaker above the current of a power, with a third in reserve. */
const breakerFor = (kilowatts: number): number => {
  const neededA = (kilowatts / (Math.sqrt(3) * 0.4 * 0.95)) * 1.33;
  return standardA.find((ratedA) => ratedA >= neededA) ?? 1250;
};

/** Each building hangs on the nearest switch room that still has room for its homes. */
function assign(houses: readonly House[], rooms: readonly Space[]): ReadonlyMap<House, Space> {
  const homesAt = new Map<Space, number>();
  const assigned = new Map<House, Space>();
  for (const house of houses.toSorted((a, b) => b.homes - a.homes)) {
    const middle = [(house.box.west + house.box.east) / 2, (house.box.south + house.box.north) / 2];
    const near = rooms.toSorted((a, b) => apart(a.at, middle) - apart(b.at, middle));
    const room =
      near.find((candidate) => (homesAt.get(candidate) ?? 0) + house.homes <= homesPerTransformer) ??
      near.toSorted((a, b) => (homesAt.get(a) ?? 0) - (homesAt.get(b) ?? 0))[0];
    if (!room) throw new Error("the demo's community has no switch room");
    homesAt.set(room, (homesAt.get(room) ?? 0) + house.homes);
    assigned.set(house, room);
  }
  return assigned;
}

export function gridOf(site: Site, place: Place): Grid {
  const rooms = site.spaces(/^XH-switch-room-/);
  const roomOf = assign(site.houses, rooms);
  const transformers = rooms.map((room, index) =>
    place({
      id: `XH-T${String(index + 1).padStart(2, "0")}`,
      kind: "transformer",
      where: room.name,
      at: room.at,
      storey: room.storey,
      space: room.id,
    }),
  );
  const transformerAt = (room: Space | undefined): DeviceId => {
    const device = transformers.find(({ place: { space } }) => space === room?.id);
    if (!device) throw new Error("a circuit of the demo hangs on no transformer");
    return device.id;
  };

  const feeders: Feeder[] = [];
  const add = (
    use: EnergyUse,
    serves: string,
    kilowatts: number,
    transformer: DeviceId,
    where: { id: string; name: Text; at: EastNorthUp; house?: House; storey: number | null },
  ): void => {
    const device = place({
      id: where.id,
      kind: "elec_feeder",
      where: where.name,
      at: where.at,
      building: where.house?.building.id ?? null,
      storey: where.storey,
      fedBy: transformer,
      ...(where.house && where.house.building.units > 0 ? { unit: 1 } : {}),
    });
    feeders.push({ device, use, transformer, ratedA: breakerFor(kilowatts), serves });
  };

  for (const house of site.houses) {
    const { building, box } = house;
    const homes = building.use === "residential";
    add(
      homes ? "dwellings" : "public",
      building.id,
      homes ? house.homes * 1.6 : 90,
      transformerAt(roomOf.get(house)),
      {
        id: `XH-${building.id}-feeder-01`,
        name: text(
          `${building.name["zh-CN"]} ${homes ? "住户" : "公建"}用电`,
          `${building.name.en}, ${homes ? "homes" : "services"}`,
        ),
        at: [box.west + 1.5, homes ? box.north + proudM : box.south - proudM, building.plinthM + 1.1],
        house,
        storey: 1,
      },
    );
  }
  for (const [index, room] of rooms.entries()) {
    const transformer = transformerAt(room);
    add("lifts", transformer, 110, transformer, {
      id: `${transformer}-feeder-lifts`,
      name: text(`${room.name["zh-CN"]} 电梯`, `${room.name.en}, lifts`),
      at: [room.at[0] + 2, room.at[1], room.at[2]],
      storey: room.storey,
    });
    const beside = { at: [room.at[0] + 4, room.at[1], room.at[2]] as const, storey: room.storey };
    if (index === 0) {
      add("lighting", "street", 30, transformer, {
        ...beside,
        id: "XH-feeder-street",
        name: text("室外照明", "Street lighting"),
      });
      add("lighting", "garage", 150, transformer, {
        ...beside,
        at: [room.at[0] + 6, room.at[1], room.at[2]],
        id: "XH-feeder-garage",
        name: text("车库照明、通风与排水", "Garage lighting, air and drainage"),
      });
    }
    if (index === 4)
      add("pumps", "water", 110, transformer, {
        ...beside,
        id: "XH-feeder-pumps",
        name: text("生活水泵", "Water pumps"),
      });
  }
  for (const [use, pattern, kilowatts] of [
    ["heating", /^XH-heat-substation-/, 90],
    ["ev", /^XH-ev-hall-/, 340],
  ] as const) {
    const taken = new Set<Space>();
    for (const [index, space] of site.spaces(pattern).entries()) {
      const room = nearest(
        rooms.filter((candidate) => !taken.has(candidate)),
        space.at,
        ({ at }) => at,
      );
      taken.add(room);
      add(use, String(index), kilowatts, transformerAt(room), {
        id: `${space.id}-feeder`,
        name: space.name,
        at: space.at,
        storey: space.storey,
      });
    }
  }
  return {
    transformers,
    feeders,
    devices: [...transformers, ...feeders.map(({ device }) => device)],
    transformerOf: (house) => transformerAt(roomOf.get(house)),
    feederFor(use, serves) {
      const feeder = feeders.find((candidate) => candidate.use === use && candidate.serves === serves);
      if (!feeder) throw new Error(`the demo has no circuit for ${use} of ${serves}`);
      return feeder.device.id;
    },
  };
}
