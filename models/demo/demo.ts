import type { Community } from "../community/community.ts";
import type { DemoDevice } from "./devices/device.ts";
import { placedDemo } from "./devices/placed.ts";
import { standingDevices, standingPicture } from "./faults/standing.ts";
import type { FaultTimeline, Rates } from "./faults/timeline.ts";
import { effectOf, faultTimeline } from "./faults/timeline.ts";
import { skyOver } from "./rhythm/sky.ts";
import type { Now } from "./rhythm/sky.ts";
import { finished } from "./values/finish.ts";
import type { Orders } from "./values/orders.ts";
import { obeying } from "./values/orders.ts";
import type { Values } from "./values/reader.ts";
import { readers } from "./values/readers.ts";
import type { Works } from "./works.ts";
import { worksOf } from "./works.ts";

export interface DemoOptions {
  readonly community: Community;
  readonly seed: number;
  /** Share of the devices in homes, 0 to 1. */
  readonly scale: number;
  readonly rates: Rates;
}

/** The demo's devices and what they read at any time: all of it follows from the options alone. */
export interface Demo {
  readonly devices: readonly DemoDevice[];
  readonly faults: FaultTimeline;
  readonly works: Works;
  now(atMs: number): Now;
  /** What a device reads when nothing is wrong and nobody asks anything of it. */
  usuallyAt(device: DemoDevice, atMs: number): Values;
  /** As a device would tell it: in range, in steps of its resolution, enums by name. */
  valuesAt(device: DemoDevice, atMs: number, orders?: Orders): Values;
}

/** @throws when the community lies nowhere, or lacks the rooms its plant stands in. */
export function createDemo({ community, seed, scale, rates }: DemoOptions): Demo {
  if (!community.place) throw new Error(`community ${community.id} lies nowhere; the demo needs the sun`);
  const { devices, parts } = placedDemo(community, seed, scale);
  const works = worksOf(parts);
  const now = skyOver(seed, community.place);
  const faults = faultTimeline(devices, seed, rates, standingDevices);
  return {
    devices,
    faults,
    works,
    now,
    usuallyAt: (device, atMs) => finished(device.kind.points, readerOf(device)(device, now(atMs), works)),
    valuesAt(device, atMs, orders) {
      let values = readerOf(device)(device, now(atMs), works);
      if (orders) values = obeying(device, values, orders, atMs);
      const fault = faults.activeAt(atMs).get(device.id);
      if (fault) values = { ...values, ...effectOf(fault, atMs) };
      const standing = standingPicture.faults.get(device.id);
      if (standing) values = { ...values, ...standing };
      return finished(device.kind.points, values);
    },
  };
}

function readerOf(device: DemoDevice) {
  const reader = readers[device.kind.id];
  if (!reader) throw new Error(`nothing tells what a ${device.kind.id} reads`);
  return reader;
}

/** What a device says of itself on `$describe`. */
export function descriptionOf(device: DemoDevice): object {
  const { building, storey, dwelling, space, at } = device.place;
  return {
    kind: device.kind.id,
    name: device.name,
    at: {
      ...(building === null ? {} : { building }),
      ...(storey === null ? {} : { storey }),
      ...(dwelling === null ? {} : { dwelling }),
      ...(space === null ? {} : { space }),
      position: at,
    },
    ...(device.via === null ? {} : { via: device.via }),
    ...(device.fedBy === null ? {} : { fedBy: device.fedBy }),
  };
}
