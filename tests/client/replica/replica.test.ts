import { beforeEach, describe, expect, it } from "vitest";
import { ActivityByte, bytesPerDevice, DeviceFlag } from "../../../client/replica/replica-view.ts";
import { Replica } from "../../../client/replica/replica.ts";
import { isAlarm } from "../../../models/alarm/alarm.ts";
import { symbols } from "../../../models/device/kind.ts";
import { deviceId, dwellingId, pointId, propertyId, publicChannel } from "../../../models/ids.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";
import { expectEqualToTwin } from "../../server/stream/replica-check.ts";
import { box, kindOf, Town } from "../../server/stream/town.ts";
import { Visitor } from "../../server/stream/visitor.ts";

const operator = { duty: "operator", dwelling: null } as const;
const resident = { duty: "resident", dwelling: dwellingId("home-a") } as const;

let town: Town;
let clock: HandClock;
let visitor: Visitor;

function pass(ticks = 1): void {
  for (let n = 0; n < ticks; n++) {
    town.tick();
    clock.advance(100);
    visitor.settle();
  }
}

function begin(authority: typeof operator | typeof resident): void {
  visitor = new Visitor(town, clock, "v", authority);
  visitor.settle();
  pass(2);
  told.length = 0;
  visitor.replica.version.subscribe(gather);
}

beforeEach(() => {
  town = new Town();
  clock = new HandClock();
  for (let n = 0; n < 4; n++) town.twin.addDevice(box(`box-${n}`, n === 0 ? "home-a" : null));
});

const slot = (device: string, property: string) =>
  visitor.replica.slotOf(pointId(deviceId(device), propertyId(property)))!;
const bytesOf = (device: string) => {
  const at = visitor.replica.deviceOf(deviceId(device))!.index * bytesPerDevice;
  return [...visitor.replica.deviceBytes().subarray(at, at + 3)];
};
/** Devices told as changed since this was last asked, as the scene would gather them. */
const changed = () => told.splice(0);
const told: string[] = [];
function gather(): void {
  const { indices, count } = visitor.replica.changedDevices;
  for (const index of indices.subarray(0, count)) told.push(visitor.replica.devices.get()[index]!.device.id);
}

/** Told that somebody has seen every alarm. */
function acknowledge(): void {
  const alarms = visitor.replica.alerts.get().filter(isAlarm);
  visitor.replica.takeAlerts(
    alarms.map((alarm) => ({ ...alarm, acknowledged: true })),
    false,
  );
  visitor.replica.commit();
}

describe("the replica", () => {
  it("ST5 puts the channels together into one device", () => {
    begin(resident);
    const [home] = visitor.replica.devices.get();
    expect(home?.device).toMatchObject({ id: "box-0", place: { dwelling: "home-a" } });
    expect(home?.device.points.map((spec) => spec.property)).toEqual(["air", "mode", "load", "door", "use"]);
    expect(home?.slots.map((each) => visitor.replica.specOf(each).property)).toEqual([
      "air",
      "mode",
      "load",
      "door",
      "use",
    ]);
    expect(visitor.replica.devices.get()).toHaveLength(4);
    expect(visitor.replica.slotOf(pointId(deviceId("box-1"), propertyId("load")))).toBeUndefined();
  });

  it("ST5 shows NaN and time 0 while a point is missing, then value, quality and time", () => {
    begin(operator);
    const at = slot("box-1", "air");
    expect([visitor.replica.value(at), visitor.replica.atMs(at)]).toEqual([Number.NaN, 0]);
    town.report("box-1", "air", 21.46, 1, 5000);
    pass();
    expect([visitor.replica.value(at), visitor.replica.quality(at), visitor.replica.atMs(at)]).toEqual([
      21.5,
      1,
      town.nowMs - 5100,
    ]);
  });

  it("ST5 tells which devices look different, once, and what they look like", () => {
    begin(operator);
    const symbol = symbols.indexOf("energy");
    expect(bytesOf("box-1")).toEqual([symbol, 0, DeviceFlag.missing]);
    town.report("box-1", "air", 1);
    pass();
    expect([changed(), bytesOf("box-1")]).toEqual([["box-1"], [symbol, 0, 0]]);
    town.report("box-1", "air", 2);
    pass();
    expect(changed()).toEqual([]);
    town.report("box-1", "load", 3, 2);
    town.report("box-2", "load", 3, 1);
    pass();
    expect(changed().toSorted()).toEqual(["box-1", "box-2"]);
    expect([bytesOf("box-1")[2], bytesOf("box-2")[2]]).toEqual([DeviceFlag.bad, DeviceFlag.uncertain]);
  });

  it("ST5 shows how far a device is at work, by the one point that tells it, to whoever may see that point", () => {
    begin(operator);
    const activityOf = (device: string) =>
      visitor.replica.deviceBytes()[visitor.replica.deviceOf(deviceId(device))!.index * bytesPerDevice + 3];
    const { untold, idle, full } = ActivityByte;
    expect(activityOf("box-1")).toBe(untold);
    const seen = [0, 9, 10, 99, 100, 499, 500, -600].map((load) => {
      town.report("box-1", "load", load);
      pass();
      return activityOf("box-1");
    });
    expect(seen).toEqual([idle, idle, 2, 2, 3, 3, full, full]);
    changed();
    town.report("box-1", "load", 501);
    town.report("box-1", "air", 7);
    pass();
    expect(changed()).toEqual([]);
    town.report("box-1", "load", 20);
    pass();
    expect([changed(), activityOf("box-1")]).toEqual([["box-1"], 2]);
    town.report("box-1", "load", 20, 2);
    pass();
    expect(activityOf("box-1")).toBe(untold);

    begin(resident);
    town.report("box-1", "load", 600);
    pass();
    expect(activityOf("box-1")).toBe(untold);
  });

  it("ST15 gives a device the severity of its highest open alert, and takes it away", () => {
    begin(operator);
    town.report("box-1", "air", 2000);
    pass();
    expect([bytesOf("box-1")[1], new Set(changed())]).toEqual([2, new Set(["box-1"])]);
    town.report("box-1", "load", 2000);
    pass();
    expect([bytesOf("box-1")[1], new Set(changed())]).toEqual([4, new Set(["box-1"])]);
    expect(visitor.replica.alerts.get().map((alert) => alert.priority)).toEqual(["P1", "P3"]);
    town.report("box-1", "load", 0);
    pass();
    // Gone, but nobody has seen it yet.
    expect(bytesOf("box-1")[1]).toBe(4);
    acknowledge();
    expect(bytesOf("box-1")[1]).toBe(2);
    expect(visitor.replica.alerts.get().map((alert) => alert.untilMs === null)).toEqual([false, true]);
  });

  it("ST15 forgets an alert an hour after its end", () => {
    begin(operator);
    town.report("box-1", "air", 2000);
    pass();
    town.report("box-1", "air", 0);
    pass();
    expect(visitor.replica.alerts.get()).toHaveLength(1);
    acknowledge();
    town.nowMs += 3_600_000;
    pass(12);
    expect(visitor.replica.alerts.get()).toEqual([]);
  });

  it("ST4 keeps the values of points that stay through a new epoch, and takes the new device in", () => {
    begin(operator);
    town.report("box-1", "air", 21);
    pass();
    const before = visitor.replica.devices.get();
    town.twin.addDevice(box("box-9", null));
    town.tick(25);
    clock.advance(2500);
    visitor.wire.deliverToClient(1000);
    visitor.loadAll();
    expect(visitor.replica.devices.get()).not.toBe(before);
    expect(visitor.replica.devices.get()).toHaveLength(5);
    expect(visitor.replica.value(slot("box-1", "air"))).toBe(21);
    pass(20);
    expectEqualToTwin(town, operator, visitor.replica);
  });

  it("ST12 drops what a new duty may not see with the welcome, before anything is fetched", () => {
    begin(operator);
    town.report("box-1", "load", 2000);
    pass();
    visitor.become(resident);
    visitor.wire.deliverToClient(1000);
    expect(visitor.replica.slotOf(pointId(deviceId("box-1"), propertyId("load")))).toBeUndefined();
    expect(visitor.replica.alerts.get()).toEqual([]);
    pass(3);
    expectEqualToTwin(town, resident, visitor.replica);
  });

  it("ST12 never takes late frames of a former home for those of a new one", () => {
    town.twin.addDevice(box("box-1", "home-b"));
    begin(resident);
    visitor.draw(false);
    town.report("box-0", "use", 8);
    pass();
    const moved = { duty: "resident", dwelling: dwellingId("home-b") } as const;
    visitor.become(moved);
    visitor.wire.deliverToClient(1000);
    visitor.loadAll();
    visitor.draw(true);
    expect(visitor.replica.value(slot("box-1", "use"))).toBeNaN();
    pass(3);
    expectEqualToTwin(town, moved, visitor.replica);
  });

  it("ST16 takes in what arrives while hidden, and tells of it with the next commit", () => {
    begin(operator);
    visitor.hide(true);
    visitor.wire.deliverToServer(10);
    town.report("box-1", "air", 5, 2);
    pass(10);
    expect(visitor.replica.value(slot("box-1", "air"))).toBe(5);
    town.report("box-2", "air", 5, 2);
    pass(10);
    visitor.hidden = false;
    expect(visitor.replica.commit()).toBe(true);
    expect(changed().toSorted()).toEqual(["box-1", "box-2"]);
    expect(visitor.replica.commit()).toBe(false);
  });

  it("ST2 bytes that are no frame change nothing and are asked for anew", () => {
    begin(operator);
    town.report("box-1", "air", 5);
    pass();
    visitor.wire.toClient.push({ bytes: Uint8Array.of(0x11, 0, 255) });
    visitor.wire.deliverToClient(1);
    expect(visitor.replica.value(slot("box-1", "air"))).toBe(5);
    expect(visitor.wire.toServer.length).toBeGreaterThan(0);
    pass(12);
    expectEqualToTwin(town, operator, visitor.replica);
  });

  it("ST3 ST14 a lost frame, and one that was tampered with, are noticed and mended, and the mending is counted", () => {
    begin(operator);
    visitor.harmed = true;
    for (const [harm, askedAnew] of [
      ["lose", 0],
      ["tamper", 1],
    ] as const) {
      for (let n = 0; n < 12; n++) {
        town.report("box-1", "air", n * 7);
        town.tick();
        clock.advance(100);
        if (n === 0) {
          const [frame] = visitor.wire.toClient.splice(0);
          if (harm === "tamper" && frame !== undefined && "bytes" in frame) {
            const bytes = frame.bytes.slice();
            bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
            visitor.wire.toClient.push({ bytes });
          }
        }
        visitor.settle();
      }
      pass(12);
      expectEqualToTwin(town, operator, visitor.replica);
      expect(town.house.counters.get("asked-anew")).toBe(askedAnew);
    }
  });

  it("ST9 carries community time on between frames, and never backwards", () => {
    begin(operator);
    pass(12);
    const before = visitor.replica.nowMs();
    clock.advance(40);
    expect(visitor.replica.nowMs()).toBe(before + 40);
    clock.advance(900);
    pass(12);
    expect(visitor.replica.nowMs()).toBeGreaterThanOrEqual(before + 940);
    // What is held grows older while nothing comes.
    visitor.wire.cut();
    const atCut = visitor.replica.nowMs();
    clock.advance(400);
    expect(visitor.replica.nowMs()).toBe(atCut + 400);
  });

  it("ST4 refuses a dictionary that names what this page does not know", () => {
    const replica = new Replica({ kindOf, monotonicMs: () => 0 });
    const device = { ...box("box-1", null), firstPoint: 0, properties: ["unheard-of"] };
    const dictionary = { channel: publicChannel, epoch: 1, epochStartMs: 0, points: 1, devices: [device] };
    expect(() => replica.adopt([dictionary])).toThrow(/unheard-of.*reload/);
    expect(() => replica.adopt([{ ...dictionary, devices: [], points: 3 }])).toThrow(
      /lists 0 points and says 3/,
    );
  });
});
