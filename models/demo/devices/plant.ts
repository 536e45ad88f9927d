import type { EastNorthUp, Space } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import type { Place, PlacedDevice } from "./device.ts";
import type { Grid } from "./grid.ts";
import type { House, Site } from "./site.ts";
import { nearest, oneTo } from "./site.ts";

/** Panels behind one inverter: their peak power, kWp. */
export interface PlantDevices {
  readonly devices: readonly PlacedDevice[];
  readonly panelsKwp: ReadonlyMap<DeviceId, number>;
}

const inverterCount = 40;
/** 1.5 MWp on the roofs of mid-rise, slab and public buildings. */
const totalKwp = 1500;

/** Water, heat, fire water, roofs: machines that serve many. */
export function devicesOfPlant(site: Site, place: Place, grid: Grid): PlantDevices {
  const inRoom = (
    space: Space,
    kind: string,
    short: string,
    fedBy: DeviceId | null,
    eastM = 0,
  ): PlacedDevice =>
    place({
      id: `${space.id}-${short}-01`,
      kind,
      where: space.name,
      at: [space.at[0] + eastM, space.at[1], space.at[2]],
      storey: space.storey,
      space: space.id,
      building: space.building,
      fedBy,
    });
  const inverters = invertersOf(site, place);
  const pumps = grid.feederFor("pumps", "water");
  return {
    devices: [
      ...site.spaces(/^XH-pump-room-/).map((room) => inRoom(room, "water_pump", "pumps", pumps)),
      ...site.spaces(/^XH-water-tank-/).map((room) => inRoom(room, "water_quality", "water", null)),
      ...site
        .spaces(/^XH-heat-substation-/)
        .map((room, index) =>
          inRoom(room, "heat_substation", "heat", grid.feederFor("heating", String(index))),
        ),
      ...site.spaces(/^XH-telecom-room-/).map((room) => inRoom(room, "fire_panel", "panel", null, 1)),
      ...site.spaces(/^XH-fire-pool-/).map((room) => inRoom(room, "fire_tank", "tank", null)),
      ...roofTanks(site, place),
      ...roofPressures(site, place),
      ...site.spaces(/^XH-battery-yard-/).map((yard) => {
        const transformer = nearest(grid.transformers, yard.at, ({ place: { at } }) => at);
        return place({
          id: `${yard.id}-bess`,
          kind: "bess",
          where: yard.name,
          at: [yard.at[0], yard.at[1], 2.6],
          space: yard.id,
          fedBy: transformer.id,
        });
      }),
      ...inverters.map(({ device }) => device),
    ],
    panelsKwp: new Map(inverters.map(({ device, kwp }) => [device.id, kwp])),
  };
}

const onRoof = ({ building, box }: House, eastShare: number, upM: number): EastNorthUp => [
  box.west + eastShare * (box.east - box.west),
  (box.south + box.north) / 2,
  building.baseM + building.heightM + upM,
];

/** 18 m³ tanks on the five highest roofs. */
const roofTanks = (site: Site, place: Place): PlacedDevice[] =>
  site.residential
    .toSorted((a, b) => b.building.heightM - a.building.heightM)
    .slice(0, 5)
    .map((house) =>
      place({
        id: `XH-${house.building.id}-roof-tank`,
        kind: "fire_tank",
        where: house.building.name,
        at: onRoof(house, 0.15, 1.5),
        building: house.building.id,
        storey: house.storeys,
        unit: 1,
      }),
    );

const roofPressures = (site: Site, place: Place): PlacedDevice[] =>
  site.houses.map((house) =>
    place({
      id: `XH-${house.building.id}-fire-water`,
      kind: "fire_water_pressure",
      where: house.building.name,
      at: onRoof(house, 0.9, 0.8),
      building: house.building.id,
      storey: house.storeys,
      ...(house.building.units > 0 ? { unit: 1 } : {}),
    }),
  );

function invertersOf(site: Site, place: Place): readonly { device: PlacedDevice; kwp: number }[] {
  const areaOf = ({ box }: House): number => (box.east - box.west) * (box.north - box.south);
  const roofs = site.houses.filter(({ building }) => !["A", "B"].includes(building.type));
  const roofM2 = roofs.reduce((sum, house) => sum + areaOf(house), 0);
  // One for each roof, a second one for the largest.
  const doubled = new Set(
    roofs.toSorted((a, b) => areaOf(b) - areaOf(a)).slice(0, inverterCount - roofs.length),
  );
  return roofs.flatMap((house) => {
    const count = doubled.has(house) ? 2 : 1;
    return oneTo(count).map((number) => ({
      kwp: (totalKwp * areaOf(house)) / roofM2 / count,
      device: place({
        id: `XH-${house.building.id}-pv-0${number}`,
        kind: "pv_inverter",
        where: house.building.name,
        number,
        at: onRoof(house, count === 1 ? 0.5 : number === 1 ? 0.3 : 0.7, 1.2),
        building: house.building.id,
        storey: house.storeys,
        ...(house.building.units > 0 ? { unit: 1 } : {}),
      }),
    }));
  });
}
