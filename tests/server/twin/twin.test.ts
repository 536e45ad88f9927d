import { describe, expect, it } from "vitest";
import { missingQuality, qualityByte } from "../../../models/device/reading.ts";
import { deviceId, pointId, propertyId } from "../../../models/ids.ts";
import { limit, point, sampleTwin, sensor, t0 } from "./sample-devices.ts";

const good = 0;
const stale = qualityByte("stale");
const silent = qualityByte("stale", "gateway-silent");

function oneSensor() {
  const twin = sampleTwin();
  twin.addDevice(sensor("s1"));
  twin.tick(t0);
  const held = (index = 0) => ({
    value: twin.state.values[index],
    quality: twin.state.qualities[index],
    atMs: twin.state.timesMs[index],
  });
  return { twin, held };
}

describe("a reading in the twin", () => {
  it("is missing until there is one, and not zero", () => {
    expect(oneSensor().held()).toEqual({ value: Number.NaN, quality: missingQuality, atMs: 0 });
  });

  it("TW4 older than the one held changes nothing", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0 + 10, t0 + 20);
    twin.tick(t0 + 100);
    expect(twin.report(0, 25, good, t0 + 9, t0 + 120)).toBe("late");
    expect(held()).toEqual({ value: 21, quality: good, atMs: t0 + 10 });
    expect(twin.tick(t0 + 200).delta.indices.length).toBe(0);
  });

  it("TW5 repeated changes nothing, and ends no silence", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0, t0);
    twin.tick(t0 + 60_000);
    expect(twin.report(0, 21, good, t0, t0 + 60_000)).toBe("duplicate");
    for (let k = 2; k < 5; k++) twin.tick(t0 + 60_000 * k);
    expect(held().quality).toBe(stale);
    expect(twin.report(0, 21, good, t0, t0 + 250_000)).toBe("duplicate");
    expect(held().quality).toBe(stale);
  });

  it("is taken when only its value differs at the same time", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0, t0);
    expect(twin.report(0, 22, good, t0, t0)).toBe("taken");
    expect(held().value).toBe(22);
  });

  it("TW6 from the future is taken at the time it arrived, uncertain", () => {
    const { twin, held } = oneSensor();
    expect(twin.report(0, 21, good, t0 + 60_000, t0)).toBe("taken");
    expect(twin.report(0, 22, good, t0 + 86_400_000, t0 + 60_500)).toBe("clock-suspect");
    expect(held()).toEqual({
      value: 22,
      quality: qualityByte("uncertain", "clock-suspect"),
      atMs: t0 + 60_500,
    });
    expect(twin.report(0, 23, good, t0 + 60_600, t0 + 60_600)).toBe("taken");
  });

  it("TW6 with a doubtful clock never goes back behind the time held, and keeps a worse quality", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0 + 50_000, t0);
    expect(twin.report(0, 22, qualityByte("bad", "reported-by-device"), 0, t0 + 10)).toBe("clock-suspect");
    expect(held()).toEqual({
      value: 22,
      quality: qualityByte("bad", "reported-by-device"),
      atMs: t0 + 50_000,
    });
  });

  it("TW7 outside its range is kept as bad", () => {
    const { twin, held } = oneSensor();
    expect(twin.report(0, 100, good, t0, t0)).toBe("taken");
    expect(twin.report(0, 100.1, good, t0 + 1, t0 + 1)).toBe("out-of-range");
    expect(held()).toEqual({ value: 100.1, quality: qualityByte("bad", "out-of-range"), atMs: t0 + 1 });
  });
});

describe("silence", () => {
  it("TW8 for three periods makes a point stale, and a new reading ends it", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0, t0);
    for (let k = 1; k <= 3; k++) twin.tick(t0 + 60_000 * k);
    expect(held().quality).toBe(good);
    const { delta } = twin.tick(t0 + 180_001);
    expect([...delta.indices]).toEqual([0]);
    expect(held()).toEqual({ value: 21, quality: stale, atMs: t0 });
    twin.report(0, 22, good, t0 + 180_002, t0 + 180_002);
    expect(held().quality).toBe(good);
  });

  it("TW8 of a gateway makes everything behind it stale at once, however far behind", () => {
    const twin = sampleTwin();
    const [gateway, hub] = [deviceId("g1"), deviceId("hub")];
    for (const device of [
      sensor("a", { via: hub }),
      sensor("hub", { via: gateway }),
      sensor("g1"),
      sensor("b"),
    ]) {
      twin.addDevice(device);
    }
    for (let i = 0; i < 4; i++) twin.report(i, 20, good, t0, t0);
    twin.tick(t0);
    twin.setGateway(gateway, false);
    expect([...twin.state.qualities.slice(0, 4)]).toEqual([silent, silent, silent, good]);
    expect([...twin.tick(t0 + 100).delta.indices]).toEqual([0, 1, 2]);
    twin.setGateway(gateway, true);
    twin.report(0, 20, good, t0 + 200, t0 + 200);
    expect([...twin.state.qualities.slice(0, 3)]).toEqual([good, silent, silent]);
  });

  it("survives gateways that are behind each other", () => {
    const twin = sampleTwin();
    twin.addDevice(sensor("a", { via: deviceId("b") }));
    twin.addDevice(sensor("b", { via: deviceId("a") }));
    twin.report(0, 20, good, t0, t0);
    twin.setGateway(deviceId("b"), false);
    expect(twin.state.qualities[0]).toBe(silent);
    expect(twin.state.qualities[1]).toBe(missingQuality);
  });

  it("is noticed of all points within the promised number of ticks", () => {
    const twin = sampleTwin([], { scanTicks: 10 });
    for (let i = 0; i < 95; i++) twin.addDevice(sensor(`s${i}`));
    twin.tick(t0);
    for (let i = 0; i < 95; i++) twin.report(i, 20, good, t0, t0);
    for (let k = 1; k <= 4; k++) twin.tick(t0 + 60_000 * k);
    for (let k = 1; k <= 10; k++) twin.tick(t0 + 240_000 + k);
    expect([...twin.state.qualities.slice(0, 95)].every((quality) => quality === stale)).toBe(true);
  });
});

describe("the clock", () => {
  it("F33 that leaps or goes back makes nothing stale by itself", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0, t0);
    twin.tick(t0 + 3_600_000);
    twin.tick(t0 - 3_600_000);
    twin.tick(t0 + 100);
    expect(held().quality).toBe(good);
    expect(twin.state.timeMs).toBe(t0 + 3_600_000);
  });

  it("F33 that went back does not make every later reading late", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0, t0);
    expect(twin.report(0, 22, good, t0 - 3_600_000, t0 - 3_600_000)).toBe("taken");
    expect(held().value).toBe(22);
  });
});

describe("a value from the store", () => {
  const temperature = pointId(deviceId("s1"), propertyId("temperature"));

  it("TW9 is stale with reason restored until its device speaks", () => {
    const { twin, held } = oneSensor();
    expect(twin.restore(temperature, 19, t0 - 5_000, t0)).toBe(true);
    expect(held()).toEqual({ value: 19, quality: qualityByte("stale", "restored"), atMs: t0 - 5_000 });
    for (let k = 1; k < 6; k++) twin.tick(t0 + 60_000 * k);
    expect(held().quality).toBe(qualityByte("stale", "restored"));
    expect(twin.report(0, 19, good, t0 - 5_000, t0)).toBe("duplicate");
    expect(twin.report(0, 19, good, t0 + 1, t0 + 1)).toBe("taken");
    expect(held().quality).toBe(good);
  });

  it("TW12 beyond its limit opens the alert again as of then, until its device says otherwise", () => {
    const twin = sampleTwin([limit({ onDelayS: 10 })]);
    twin.addDevice(sensor("s1"));
    twin.addDevice(sensor("s2"));
    const later = pointId(deviceId("s2"), propertyId("temperature"));
    expect(twin.restore(temperature, 60, t0 - 10_000, t0)).toBe(true);
    expect(twin.restore(later, 60, t0 - 9_999, t0)).toBe(true);
    const told = (nowMs: number) =>
      twin.tick(nowMs).alerts.map(({ device, fromMs, untilMs }) => [device, fromMs - t0, untilMs]);
    expect(told(t0)).toEqual([["s1", -10_000, null]]);
    expect(told(t0 + 60_000)).toEqual([]);
    twin.report(0, 20, good, t0 + 60_100, t0 + 60_100);
    expect(told(t0 + 60_100)).toEqual([["s1", -10_000, t0 + 60_100]]);
  });

  it("TW9 never replaces what a device said, and is refused for a point nobody knows", () => {
    const { twin, held } = oneSensor();
    twin.report(0, 21, good, t0, t0);
    expect(twin.restore(temperature, 19, t0 + 5_000, t0)).toBe(false);
    expect(twin.restore(pointId(deviceId("s2"), propertyId("temperature")), 19, t0, t0)).toBe(false);
    expect(held().value).toBe(21);
  });
});

describe("devices", () => {
  it("TW11 keep the indices of their points when they describe themselves anew", () => {
    const twin = sampleTwin();
    twin.addDevice(sensor("s1", { points: [point("a"), point("b")] }));
    twin.addDevice(sensor("s2"));
    twin.report(1, 5, good, t0, t0);
    const version = twin.structureVersion;
    expect(twin.addDevice(sensor("s1", { points: [point("c"), point("b", { max: 90 }), point("d")] }))).toBe(
      true,
    );
    expect(twin.structureVersion).toBe(version + 1);
    const s1 = deviceId("s1");
    const indices = ["a", "b", "c", "d"].map((name) => twin.indexOf(pointId(s1, propertyId(name))));
    expect(indices).toEqual([0, 1, 3, 4]);
    expect(indices.map((index) => twin.specOf(index ?? -1).property)).toEqual(["a", "b", "c", "d"]);
    expect(twin.specOf(1).max).toBe(90);
    expect(twin.state.values[1]).toBe(5);
    expect(twin.placesOf(s1).map(({ firstPoint, device }) => [firstPoint, device.points.length])).toEqual([
      [0, 2],
      [3, 2],
    ]);
    expect(twin.deviceAt(2).device.id).toBe("s2");
    expect([twin.deviceCount, twin.devices.length]).toEqual([2, 3]);
  });

  it("that say the same again change nothing", () => {
    const twin = sampleTwin();
    twin.addDevice(sensor("s1"));
    expect(twin.addDevice(sensor("s1"))).toBe(false);
    expect([twin.structureVersion, twin.devices.length, twin.pointCount]).toEqual([1, 1, 1]);
  });

  it("void the value of a point that came to mean something else", () => {
    const redefined: number[] = [];
    const twin = sampleTwin([], { redefined: (index) => void redefined.push(index) });
    twin.addDevice(sensor("s1"));
    twin.report(0, 21, good, t0, t0);
    twin.tick(t0);
    twin.addDevice(sensor("s1", { points: [point("temperature", { unit: "K" })] }));
    // Whoever keeps values is told: what was kept must not come back as one of the new meaning.
    expect(redefined).toEqual([0]);
    expect(twin.state.qualities[0]).toBe(missingQuality);
    expect([...twin.tick(t0 + 100).delta.indices]).toEqual([0]);
  });

  it("that move to another gateway no longer fall silent with the first", () => {
    const twin = sampleTwin();
    twin.addDevice(sensor("s1", { via: deviceId("g1") }));
    twin.addDevice(sensor("s1", { via: deviceId("g2") }));
    twin.report(0, 21, good, t0, t0);
    twin.setGateway(deviceId("g1"), false);
    expect(twin.state.qualities[0]).toBe(good);
    twin.setGateway(deviceId("g2"), false);
    expect(twin.state.qualities[0]).toBe(silent);
  });

  it("are asked for in vain where there is none", () => {
    const { twin } = oneSensor();
    expect(() => twin.specOf(1)).toThrow(/no point 1; there are 1/);
    expect(twin.placesOf(deviceId("nobody"))).toEqual([]);
  });
});

it("TW10 a tick's delta reuses its buffers and is empty when nothing changed", () => {
  const { twin } = oneSensor();
  twin.report(0, 21, good, t0, t0);
  const first = twin.tick(t0 + 100).delta;
  expect(first.indices.length).toBe(1);
  twin.report(0, 22, good, t0 + 150, t0 + 150);
  const second = twin.tick(t0 + 200).delta;
  expect(second.values.buffer).toBe(first.values.buffer);
  expect([second.from, second.to]).toEqual([2, 3]);
  expect(twin.tick(t0 + 300).delta.indices.length).toBe(0);
});
