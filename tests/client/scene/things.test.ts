import type { BufferAttribute, InstancedBufferAttribute } from "three";
import { describe, expect, it } from "vitest";
import { ActivityByte, bytesPerDevice, type ReplicaDevice } from "../../../client/replica/replica-view.ts";
import { BarrierLayer } from "../../../client/scene/layers/barriers/barrier-layer.ts";
import { FurnitureLayer } from "../../../client/scene/layers/furniture/furniture-layer.ts";
import { Told } from "../../../client/scene/layers/lamps/lamp-layer.ts";
import { LampLights } from "../../../client/scene/layers/lamps/lamp-lights.ts";
import { groundBox } from "../../../client/scene/layers/ground/ground-rect.ts";
import { Atmosphere } from "../../../client/scene/light/atmosphere.ts";
import { Things } from "../../../client/scene/things/things.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument } from "../../../models/community/community.ts";
import { smallReplica } from "../components/small-replica.ts";

const whole = communityDocument(xingheGarden());
const lamps = whole.assets.filter(({ kind }) => kind === "lamp").slice(0, 3);
const community = { ...whole, assets: lamps, buildings: [], gates: [] };

/** A device at each of the first lamps, one lamp device where no lamp stands, and two barriers. */
function garden() {
  const air = new Atmosphere();
  const furniture = new FurnitureLayer(community.assets, air);
  const lights = new LampLights(community, 0, groundBox(community), furniture, air);
  const barriers = new BarrierLayer(air);
  const places = [
    ...lamps.map(({ at }) => at),
    [-900, -900, 0] as const,
    [230, 3, 1] as const,
    [233, 3, 1] as const,
  ];
  const kinds = [
    "street_light",
    "street_light",
    "street_light",
    "street_light",
    "vehicle_gate",
    "vehicle_gate",
  ];
  const replica = smallReplica(kinds.map((kind, i) => ({ id: `d-${i}`, kind })));
  const devices = replica.devices.get().map(
    (each, i): ReplicaDevice => ({
      ...each,
      device: { ...each.device, place: { ...each.device.place, at: places[i]! } },
    }),
  );
  const bytes = replica.deviceBytes();
  const things = new Things(community, { lamps: lights, barriers });
  things.setDevices(devices, bytes);
  const say = (device: number, activity: number): boolean => {
    bytes[device * bytesPerDevice + 3] = activity;
    return things.noteChanged(Uint32Array.of(device), 1);
  };
  const told = () => [
    ...(lights.root.geometry.getAttribute("aTold") as BufferAttribute).array.subarray(0, 3),
  ];
  const lifts = () => [...(barriers.root.geometry.getAttribute("aLift") as InstancedBufferAttribute).array];
  const unlit = () => {
    const coats = (furniture.root.geometry.getAttribute("aCoat") as BufferAttribute).array;
    let count = 0;
    for (let at = 3; at < coats.length; at += 4) if (coats[at] === 10) count++;
    return count;
  };
  return { things, lights, say, told, lifts, unlit, light: () => sum(lights.map.image.data as Uint8Array) };
}

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total + byte, 0);

describe("things that are a device", () => {
  it("lamps shine as each says: light, head and pool go out with it and come back as they were", () => {
    const { lights, say, told, unlit, light } = garden();
    lights.settle();
    const before = light();
    expect([told(), unlit()]).toEqual([[Told.nothing, Told.nothing, Told.nothing], 0]);
    say(0, ActivityByte.idle);
    say(1, ActivityByte.full);
    expect(lights.settle()).toBe(true);
    expect(told()).toEqual([Told.off, Told.on, Told.nothing]);
    expect(unlit()).toBeGreaterThan(0);
    expect(light()).toBeLessThan(before);
    expect(lights.settle()).toBe(false);
    say(0, ActivityByte.full);
    lights.settle();
    expect([told()[0], unlit()]).toEqual([Told.on, 0]);
    expect(Math.abs(light() - before)).toBeLessThanOrEqual(before * 1e-5);
  });

  it("lamps follow the sun of another moment than now, whatever they say now", () => {
    const { lights, say, told, unlit } = garden();
    say(0, ActivityByte.idle);
    lights.settle();
    lights.hear(false);
    expect(lights.settle()).toBe(true);
    expect([told()[0], unlit()]).toEqual([Told.nothing, 0]);
    lights.hear(true);
    lights.settle();
    expect(told()[0]).toBe(Told.off);
  });

  it("barriers stand as far up as they say, each by itself", () => {
    const { say, lifts } = garden();
    expect(lifts()).toEqual([0, 0]);
    expect(say(5, ActivityByte.full)).toBe(true);
    expect(lifts()).toEqual([0, 255]);
    expect(say(5, ActivityByte.full)).toBe(false);
    say(5, 3);
    expect(lifts()).toEqual([0, 170]);
    say(5, ActivityByte.untold);
    expect(lifts()).toEqual([0, 0]);
  });

  it("a lamp device that stands at no lamp is no thing of the picture", () => {
    const { things, say, told } = garden();
    expect([0, 3, 4].map((index) => things.isSeen(index))).toEqual([true, false, false]);
    expect(say(3, ActivityByte.idle)).toBe(false);
    expect(told()).toEqual([Told.nothing, Told.nothing, Told.nothing]);
  });
});
