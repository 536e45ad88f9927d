import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stateOf } from "../../../models/alarm/alarm.ts";
import { deviceId, type DeviceId } from "../../../models/ids.ts";
import { minutes, seconds } from "../../../models/quantity.ts";
import { beyond, DeskUnderTest } from "./desk-under-test.ts";

const [feeder, gateway, lift, pump, lamp] = ["F-1", "G-1", "L-1", "P-1", "S-1"].map(deviceId) as [
  DeviceId,
  DeviceId,
  DeviceId,
  DeviceId,
  DeviceId,
];

let where: DeskUnderTest;
beforeEach(async () => {
  where = await DeskUnderTest.open();
  where.rules.set(feeder, { explains: "fed" });
  where.rules.set(gateway, { explains: "carried" });
  where.lines.set(lift, { fedBy: feeder, via: gateway });
  where.lines.set(pump, { fedBy: feeder, via: null });
  where.lines.set(lamp, { fedBy: null, via: gateway });
});
afterEach(() => where.close());

const raise = (...of: readonly DeviceId[]): void =>
  where.tick(...of.map((each) => beyond(where.nowMs, each)));
const end = (...of: readonly DeviceId[]): void =>
  where.tick(...of.map((each) => ({ ...beyond(where.nowMs, each), untilMs: where.nowMs })));
const states = () =>
  Object.fromEntries([...where.desk.open.values()].map((alarm) => [alarm.device, stateOf(alarm)]));

describe("causes", () => {
  it("AD11 suppress what they explain, whether it was told before them or after, and nothing else", () => {
    raise(lift);
    expect(states()).toEqual({ "L-1": "unacknowledged" });
    raise(feeder);
    raise(pump, lamp);
    expect(states()).toEqual({
      "F-1": "unacknowledged",
      "L-1": "suppressed",
      "P-1": "suppressed",
      "S-1": "unacknowledged",
    });
    expect(where.desk.open.get(beyondId(pump))?.suppressedBy).toBe(feeder);
  });

  it("AD11 explain nothing that was there long before them", () => {
    raise(lift);
    where.nowMs += 2 * minutes;
    raise(feeder);
    expect(states()["L-1"]).toBe("unacknowledged");
  });

  it("AD11 let go a minute after they are over, and only what is still active comes back", () => {
    raise(feeder);
    raise(lift, pump);
    end(feeder);
    end(pump);
    expect(states()).toMatchObject({ "L-1": "suppressed", "P-1": "suppressed" });
    where.nowMs += 56 * seconds;
    where.tick();
    expect(states()["L-1"]).toBe("suppressed");
    where.nowMs += 5 * seconds;
    where.tick();
    expect(states()).toEqual({ "F-1": "returned", "L-1": "unacknowledged" });
  });

  it("AD11 explain nothing that is heard over a connection that is back", () => {
    raise(gateway);
    raise(lamp);
    end(gateway);
    where.nowMs += 5 * seconds;
    raise(lift);
    expect(states()).toEqual({ "G-1": "returned", "S-1": "suppressed", "L-1": "unacknowledged" });
  });

  it("AD11 go on explaining after a restart", async () => {
    raise(feeder, lift);
    await where.desk.flush();
    await where.restart();
    raise(pump);
    expect(states()).toMatchObject({ "L-1": "suppressed", "P-1": "suppressed" });
  });

  it("AR34 one silence of all gateways explains that each of them is silent", () => {
    const others = ["G-2", "G-3"].map(deviceId);
    for (const other of others) where.rules.set(other, { explains: "carried" });
    raise(gateway, ...others);
    const intake = deviceId("G-4");
    where.rules.set(intake, { explains: "silence" });
    raise(intake);
    expect(states()).toEqual({
      "G-1": "suppressed",
      "G-2": "suppressed",
      "G-3": "suppressed",
      "G-4": "unacknowledged",
    });
  });
});

const beyondId = (of: DeviceId) => {
  const found = [...where.desk.open.values()].find(({ device }) => device === of);
  return found!.alarm;
};
