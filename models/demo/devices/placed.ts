import type { Community } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import { gathered } from "../gathered.ts";
import { household } from "../rhythm/household.ts";
import type { Parts } from "../works.ts";
import type { DemoDevice, PlacedDevice } from "./device.ts";
import { placing } from "./device.ts";
import { gateDevices } from "./gates.ts";
import { carried, gatewaysOf } from "./gateways.ts";
import { gridOf } from "./grid.ts";
import { devicesInHomes } from "./in-homes.ts";
import { devicesInUnits } from "./in-units.ts";
import { devicesOutdoors } from "./outdoors.ts";
import { devicesOfPlant } from "./plant.ts";
import type { House } from "./site.ts";
import { nearest, siteOf } from "./site.ts";
import { devicesUnderground } from "./underground.ts";

/** Every device of the demo, placed, fed and carried; gateways first. */
export function placedDemo(
  community: Community,
  seed: number,
  scale: number,
): { readonly devices: readonly DemoDevice[]; readonly parts: Parts } {
  const site = siteOf(community);
  const place = placing(seed);
  const grid = gridOf(site, place);
  const liftCircuit = (house: House): DeviceId => grid.feederFor("lifts", grid.transformerOf(house));
  const units = devicesInUnits(site, place, liftCircuit);
  const underground = devicesUnderground(site, place, {
    garage: grid.feederFor("lighting", "garage"),
    charging: (hall) => grid.feederFor("ev", String(hall)),
  });
  const plant = devicesOfPlant(site, place, grid);
  const street = grid.feederFor("lighting", "street");
  const gates = gateDevices(site, place, street);
  const homes = devicesInHomes(site, place, seed, scale, (building) => grid.feederFor("dwellings", building));
  const placed: readonly PlacedDevice[] = [
    ...grid.devices,
    ...plant.devices,
    ...units.devices,
    ...underground.devices,
    ...devicesOutdoors(site, place, street),
    ...gates.map(({ device }) => device),
    ...homes,
  ];
  const fed = new Map<DeviceId, readonly DeviceId[]>();
  for (const [feeder, devices] of gathered(placed, ({ fedBy }) => fedBy)) {
    if (feeder !== null)
      fed.set(
        feeder,
        devices.map(({ id }) => id),
      );
  }
  return {
    devices: carried(placed, gatewaysOf(site, place)),
    parts: {
      site,
      households: new Map(community.dwellings.map((dwelling) => [dwelling.id, household(dwelling, seed)])),
      shafts: units.shafts,
      chargers: underground.chargers,
      panelsKwp: plant.panelsKwp,
      gates: new Map(gates.map((gate) => [gate.device.id, gate])),
      feeders: grid.feeders,
      fed,
      beside: besideTransformers(placed, grid.transformers),
    },
  };
}

/** Roof inverters and batteries send into the nearest transformer. */
function besideTransformers(
  placed: readonly PlacedDevice[],
  transformers: readonly PlacedDevice[],
): ReadonlyMap<DeviceId, readonly DeviceId[]> {
  const sources = placed.filter(
    ({ kind }) => (kind.id as string) === "pv_inverter" || (kind.id as string) === "bess",
  );
  const near = gathered(
    sources,
    (source) => nearest(transformers, source.place.at, ({ place }) => place.at).id,
  );
  return new Map([...near].map(([transformer, devices]) => [transformer, devices.map(({ id }) => id)]));
}
