import type { EastNorthUp } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import type { DemoDevice, Place, PlacedDevice } from "./device.ts";
import { unitName } from "./in-units.ts";
import type { Site } from "./site.ts";
import { nearest, oneTo, proudM } from "./site.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/** One gateway for each stair unit, eight in the basement, four in the open. */
export function gatewaysOf(site: Site, place: Place): readonly PlacedDevice[] {
  const inUnits = site.residential.flatMap((house) =>
    oneTo(house.building.units).map((unit) =>
      place({
        id: `XH-GW-${house.building.id}-U${unit}`,
        kind: "gateway",
        where: unitName(house, unit),
        building: house.building.id,
        storey: 1,
        unit,
        at: [house.unitEastM(unit) - 1.2, house.box.north + proudM, house.floorM(1) + 3],
      }),
    ),
  );
  const below = site.spaces(/^XH-telecom-room-/).map((room, index) =>
    place({
      id: `XH-GW-B${two(index + 1)}`,
      kind: "gateway",
      where: room.name,
      at: room.at,
      storey: room.storey,
      space: room.id,
    }),
  );
  const { min, max } = site.community.extent;
  const open = oneTo(4).map((number) => {
    const at: EastNorthUp = [
      min[0] + (number % 2 === 1 ? 0.27 : 0.73) * (max[0] - min[0]),
      min[1] + (number <= 2 ? 0.29 : 0.71) * (max[1] - min[1]),
      4,
    ];
    return place({ id: `XH-GW-O${number}`, kind: "gateway", where: text("室外", "Outdoors"), number, at });
  });
  return [...inUnits, ...below, ...open];
}

/** Gives every device the gateway that carries it: its unit's, else the nearest of those below or in the open. */
export function carried(
  devices: readonly PlacedDevice[],
  gateways: readonly PlacedDevice[],
): readonly DemoDevice[] {
  const ofUnit = new Map<string, DeviceId>();
  for (const gateway of gateways) {
    if (gateway.unit !== null) ofUnit.set(`${gateway.place.building}/${gateway.unit}`, gateway.id);
  }
  const below = gateways.filter(({ unit, place }) => unit === null && place.at[2] < 0);
  const open = gateways.filter(({ unit, place }) => unit === null && place.at[2] >= 0);
  return [
    ...gateways.map((gateway) => ({ ...gateway, via: null })),
    ...devices.map((device) => {
      const own = device.unit === null ? undefined : ofUnit.get(`${device.place.building}/${device.unit}`);
      const { at } = device.place;
      return { ...device, via: own ?? nearest(at[2] < 0 ? below : open, at, ({ place }) => place.at).id };
    }),
  ];
}
