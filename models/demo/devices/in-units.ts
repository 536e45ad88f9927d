import type { EastNorthUp, Space } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import type { Shaft } from "../rhythm/lift-ride.ts";
import type { Place, PlacedDevice } from "./device.ts";
import type { House, Site } from "./site.ts";
import { oneTo, proudM, spread } from "./site.ts";

/** Lifts of a stair unit, and their speed, by the plan type of the building. */
const liftsOf: Readonly<Record<string, { readonly count: number; readonly speedMs: number }>> = {
  A: { count: 3, speedMs: 2.5 },
  B: { count: 3, speedMs: 2.5 },
  C1: { count: 2, speedMs: 1.75 },
  C2: { count: 2, speedMs: 1.75 },
  D: { count: 1, speedMs: 1.5 },
  E: { count: 1, speedMs: 1 },
};

export interface UnitDevices {
  readonly devices: readonly PlacedDevice[];
  readonly shafts: ReadonlyMap<DeviceId, Shaft>;
}

const unitOf = (space: Space): number => Number(/-U(\d+)-/.exec(space.id)?.[1] ?? 1);

/** Devices of stairs, lobbies and lift shafts. `circuitOf` names what feeds the lifts of a building. */
export function devicesInUnits(site: Site, place: Place, circuitOf: (house: House) => DeviceId): UnitDevices {
  const shafts = new Map<DeviceId, Shaft>();
  const devices = [...corridors(site, place), ...entrances(site, place), ...basements(site, place)];
  for (const house of site.residential) {
    for (const unit of oneTo(house.building.units)) {
      for (const [lift, shaft] of lifts(house, unit, place, circuitOf(house))) {
        devices.push(lift, liftCamera(house, unit, lift, place));
        shafts.set(lift.id, { ...shaft, seed: lift.seed });
      }
    }
  }
  return { devices, shafts };
}

/** On the wall of the stair, to the north, at the height of a corridor's ceiling. */
const atStair = (site: Site, space: Space, eastM: number, downM: number): EastNorthUp => {
  if (space.building === null) return space.at;
  const house = site.house(space.building);
  return [house.unitEastM(unitOf(space)) + eastM, house.box.north + proudM, space.at[2] - downM];
};

function corridors(site: Site, place: Place): PlacedDevice[] {
  const all = site.spaces(/-corridor$/);
  const inCorridor = (kind: string, short: string, eastM: number, downM: number) => (space: Space) =>
    place({
      id: `${space.id.replace(/-corridor$/, "")}-${short}-01`,
      kind,
      where: space.name,
      at: atStair(site, space, eastM, downM),
      building: space.building,
      storey: space.storey,
      space: space.id,
      unit: unitOf(space),
    });
  return [
    ...all.map(inCorridor("smoke_detector", "smoke", 0.8, 0)),
    ...spread(all, 400).map(inCorridor("manual_call_point", "call", -0.8, 1.1)),
  ];
}

function entrances(site: Site, place: Place): PlacedDevice[] {
  const atUnits = site.spaces(/-lobby$/).flatMap((space) => {
    const common = { where: space.name, building: space.building, space: space.id, unit: unitOf(space) };
    const prefix = space.id.replace(/-lobby$/, "");
    return [
      place({
        ...common,
        id: `${prefix}-door-01`,
        kind: "door_access",
        number: 1,
        storey: 1,
        at: atStair(site, space, 1.2, 0.4),
      }),
      place({
        ...common,
        id: `${prefix}-door-02`,
        kind: "door_access",
        number: 2,
        storey: -1,
        at: atStair(site, space, 1.2, 5),
      }),
      place({
        ...common,
        id: `${prefix}-camera-01`,
        kind: "camera",
        storey: 1,
        at: atStair(site, space, -1.5, -1.6),
      }),
    ];
  });
  const atPublic = site.publicHouses.flatMap((house) =>
    oneTo(2).map((number) =>
      place({
        id: `XH-${house.building.id}-door-0${number}`,
        kind: "door_access",
        where: house.building.name,
        number,
        building: house.building.id,
        storey: 1,
        at: [
          (house.box.west + house.box.east) / 2 + (number === 1 ? -1.5 : 1.5),
          house.box.south - proudM,
          house.building.plinthM + 1.2,
        ],
      }),
    ),
  );
  return [...atUnits, ...atPublic];
}

function basements(site: Site, place: Place): PlacedDevice[] {
  const inRiser = site.spaces(/-riser-room$/).flatMap((space) => {
    const common = {
      where: space.name,
      building: space.building,
      storey: space.storey,
      space: space.id,
      unit: unitOf(space),
    };
    const prefix = space.id.replace(/-riser-room$/, "");
    const beside = (eastM: number): EastNorthUp => [space.at[0] + eastM, space.at[1], space.at[2]];
    return [
      place({ ...common, id: `${prefix}-heat-01`, kind: "heat_meter", at: beside(-1) }),
      place({ ...common, id: `${prefix}-efire-01`, kind: "elec_fire_monitor", number: 1, at: beside(0.5) }),
      place({ ...common, id: `${prefix}-efire-02`, kind: "elec_fire_monitor", number: 2, at: beside(1) }),
      place({
        ...common,
        id: `${prefix}-leak-01`,
        kind: "leak_sensor",
        at: [space.at[0], space.at[1], -3.2],
      }),
    ];
  });
  const inPits = site.spaces(/-lift-pit$/).map((space) =>
    place({
      id: `${space.id}-leak-01`,
      kind: "leak_sensor",
      where: space.name,
      at: space.at,
      building: space.building,
      storey: space.storey,
      space: space.id,
      unit: unitOf(space),
    }),
  );
  return [...inRiser, ...inPits];
}

function lifts(
  house: House,
  unit: number,
  place: Place,
  fedBy: DeviceId,
): readonly (readonly [PlacedDevice, Shaft])[] {
  const { count, speedMs } = liftsOf[house.building.type] ?? { count: 1, speedMs: 1 };
  return oneTo(count).map((number) => {
    const lift = place({
      id: `XH-${house.building.id}-U${unit}-lift-0${number}`,
      kind: "lift",
      where: unitName(house, unit),
      number,
      building: house.building.id,
      storey: house.storeys,
      unit,
      fedBy,
      at: [
        house.unitEastM(unit) + (number - (count + 1) / 2) * 2.4,
        house.box.north - 2.5,
        house.building.baseM + house.building.heightM + 1.4,
      ],
    });
    const shaft: Shaft = {
      seed: lift.seed,
      floors: house.storeys,
      storeyHeightM: house.building.storeyHeightM ?? 2.9,
      speedMs,
      residents: house.residents / (house.building.units * count),
    };
    return [lift, shaft] as const;
  });
}

const liftCamera = (house: House, unit: number, lift: PlacedDevice, place: Place): PlacedDevice =>
  place({
    id: `${lift.id}-ebike`,
    kind: "ebike_lift_cam",
    where: lift.name,
    at: [lift.place.at[0], house.box.north + proudM, house.floorM(1) + 2.6],
    building: house.building.id,
    storey: 1,
    unit,
  });

export const unitName = ({ building }: House, unit: number) =>
  text(`${building.name["zh-CN"]} ${unit}单元`, `${building.name.en}, unit ${unit}`);
