import type { EastNorthUp, Space } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import type { Charger } from "../rhythm/charging.ts";
import type { Place, PlacedDevice } from "./device.ts";
import type { Site } from "./site.ts";
import { oneTo, spread } from "./site.ts";

/** Half the reach of a garage zone in which its devices hang. */
const reachM = [26, 24] as const;
const slowPerHall = 58;
const fastPerHall = 2;

export interface UndergroundDevices {
  readonly devices: readonly PlacedDevice[];
  readonly chargers: ReadonlyMap<DeviceId, Charger>;
}

const shifted = ({ at }: Space, eastM: number, northM: number, upM = 0): EastNorthUp => [
  at[0] + eastM,
  at[1] + northM,
  at[2] + upM,
];

/** The `index`-th of `count` places in a zone, in two rows. */
const inRows = (space: Space, index: number, count: number, upM = 0): EastNorthUp => {
  const perRow = Math.ceil(count / 2);
  const column = index % perRow;
  const row = Math.floor(index / perRow);
  const eastM = perRow === 1 ? 0 : (column / (perRow - 1) - 0.5) * 2 * reachM[0];
  return shifted(space, eastM, count === 1 ? 0 : (row - 0.5) * reachM[1], upM);
};

/** What feeds the garage's pumps, and a charging hall, from 0. */
export interface UndergroundCircuits {
  readonly garage: DeviceId;
  readonly charging: (hall: number) => DeviceId;
}

/** Garage and the rooms beside it. */
export function devicesUnderground(
  site: Site,
  place: Place,
  circuits: UndergroundCircuits,
): UndergroundDevices {
  const zones = site.spaces(/^XH-garage-B[12]-/);
  const several = (
    spaces: readonly Space[],
    kind: string,
    short: string,
    count: number,
    upM = 0,
  ): PlacedDevice[] =>
    spaces.flatMap((space) =>
      oneTo(count).map((number) =>
        place({
          id: `${space.id}-${short}-${String(number).padStart(2, "0")}`,
          kind,
          where: space.name,
          ...(count > 1 ? { number } : {}),
          at: inRows(space, number - 1, count, upM),
          building: space.building,
          storey: space.storey,
          space: space.id,
        }),
      ),
    );
  const plantRooms = site.spaces(
    /^XH-(switch-room|pump-room|water-tank|heat-substation|fire-pump-room|fire-pool|telecom-room)-/,
  );
  const telecomRooms = site.spaces(/^XH-telecom-room-/);
  const deepZones = zones.filter(({ storey }) => storey === -2);
  const { devices: charging, chargers } = chargingHalls(site, place, circuits.charging);
  return {
    devices: [
      ...several(zones, "smoke_detector", "smoke", 3),
      ...several(telecomRooms, "smoke_detector", "smoke", 1),
      ...several(zones, "heat_detector", "heat", 2),
      ...several(zones, "garage_co", "air", 1),
      ...several(zones, "parking_detector", "bays", 10, -1.2),
      ...several(zones, "camera", "camera", 3, -0.2),
      ...several(spread(zones, 20), "fire_water_pressure", "fire-water", 1, -0.5),
      ...sumpPumps(deepZones, place, circuits.garage),
      ...several(plantRooms, "leak_sensor", "leak", 1, -1),
      ...several(spread(site.spaces(/-lift-room$/), 17), "leak_sensor", "leak", 1, -1),
      ...charging,
    ],
    chargers,
  };
}

/** One pump a zone, and in most a second beside it. */
function sumpPumps(zones: readonly Space[], place: Place, circuit: DeviceId): PlacedDevice[] {
  const pairs = new Set(spread(zones, 18));
  const pump = (space: Space, short: string, eastM: number, number?: number): PlacedDevice =>
    place({
      id: `${space.id}-${short}-01`,
      kind: "sump_pump",
      where: space.name,
      ...(number !== undefined && { number }),
      at: shifted(space, eastM, 0, -2),
      building: space.building,
      storey: space.storey,
      space: space.id,
      fedBy: circuit,
    });
  return [
    ...zones.map((space) => pump(space, "sump", 0, pairs.has(space) ? 1 : undefined)),
    ...[...pairs].map((space) => pump(space, "sump-b", 1.5, 2)),
  ];
}

function chargingHalls(site: Site, place: Place, circuitOf: (hall: number) => DeviceId): UndergroundDevices {
  const chargers = new Map<DeviceId, Charger>();
  const devices = site.spaces(/^XH-ev-hall-/).flatMap((hall, index) =>
    oneTo(slowPerHall + fastPerHall).map((number) => {
      const direct = number > slowPerHall;
      const device = place({
        id: `${hall.id}-charger-${String(number).padStart(2, "0")}`,
        kind: "ev_charger",
        where: hall.name,
        number,
        at: inRows(hall, number - 1, slowPerHall + fastPerHall),
        storey: hall.storey,
        space: hall.id,
        fedBy: circuitOf(index),
      });
      chargers.set(device.id, { seed: device.seed, ratedKw: direct ? 60 : 7, direct });
      return device;
    }),
  );
  return { devices, chargers };
}
