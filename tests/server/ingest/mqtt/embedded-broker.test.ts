import { connectAsync } from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import { deviceId, pointId, propertyId } from "../../../../models/ids.ts";
import { t0 } from "../../twin/sample-devices.ts";
import { until } from "../door-bench.ts";
import { closeAll, closing, gone, openDoor } from "./open-door.ts";

const description = JSON.stringify({ kind: "toy", name: { en: "Toy" }, points: { level: { unit: "%" } } });

afterEach(closeAll);

describe("the embedded broker without a credential, on this machine", () => {
  it("lets a reading in, and acknowledges it only once the twin holds it", async () => {
    const door = await openDoor();
    const client = await door.join();
    await client.publishAsync("courtyard/demo/s1/temperature", "21.5", { qos: 1 });
    expect(door.value()).toBe(21.5);
    const body = JSON.stringify({ value: 22, at: "2026-11-23T07:00:01Z" });
    await client.publishAsync("courtyard/demo/s1/temperature", body, { qos: 2 });
    expect(door.value()).toBe(22);
    await client.publishAsync("courtyard/demo/s1", JSON.stringify({ temperature: 23, at: t0 + 2_000 }), {
      qos: 1,
    });
    expect(door.value()).toBe(23);
    expect(door.counters.accepted).toBe(3);
  });

  it("acknowledges a reading only once it is settled, and never one the store refused", async () => {
    const door = await openDoor();
    const client = await door.join();
    const settle: (() => void)[] = [];
    door.store.settled = () => new Promise((resolve) => void settle.push(resolve));
    let acknowledged = false;
    const sent = (async () => {
      await client.publishAsync("courtyard/demo/s1/temperature", "21.5", { qos: 1 });
      acknowledged = true;
    })();
    await until("it is taken", () => settle.length === 1);
    expect(door.value()).toBe(21.5);
    await client.publishAsync("courtyard/demo/s1/temperature", "22", { qos: 0 });
    await until("what came later is taken too", () => door.value() === 22);
    expect(acknowledged).toBe(false);
    settle[0]?.();
    await sent;
    door.store.settled = () => Promise.reject(new Error("disk full"));
    const closed = gone(client);
    client.publish("courtyard/demo/s1/temperature", "23", { qos: 1 });
    await closed;
  });

  it("lets nobody subscribe to anything", async () => {
    const door = await openDoor();
    for (const token of [undefined, "reader", "pump"]) {
      const client = await door.join(token);
      const heard: string[] = [];
      client.on("message", (topic) => void heard.push(topic));
      for (const filter of [
        "#",
        "+/#",
        "$SYS/#",
        "courtyard/demo/#",
        "courtyard/demo/s1/temperature",
        "courtyard/demo/+/+/set",
      ]) {
        await expect(client.subscribeAsync(filter)).rejects.toThrow();
      }
      const speaker = await door.join();
      await speaker.publishAsync("courtyard/demo/s1/temperature", "20", { qos: 1, retain: true });
      expect(heard).toEqual([]);
    }
  });

  it.each([
    ["courtyard/demo/toy/$describe", description],
    ["courtyard/demo/g1/$state", "offline"],
    ["courtyard/demo/s1/temperature/set", "{}"],
    ["$SYS/anything", "1"],
    ["courtyard/elsewhere/s1/temperature", "1"],
    ["homeassistant/sensor/s1/config", "{}"],
  ])("closes the connection of whoever publishes to %s", async (topic, payload) => {
    const door = await openDoor();
    const client = await door.join();
    const closed = gone(client);
    client.publish(topic, payload, { qos: 1, retain: true });
    await closed;
    expect(door.counters["not-allowed"]).toBe(1);
    expect(door.twin.device(deviceId("toy"))).toBeUndefined();
  });

  it("does not let a last will say what its connection may not", async () => {
    const door = await openDoor();
    const will = {
      topic: "courtyard/demo/s1/$state",
      payload: Buffer.from("offline"),
      qos: 1 as const,
      retain: true,
    };
    const client = await door.join(undefined, { will });
    await client.publishAsync("courtyard/demo/s1/temperature", "21", { qos: 1 });
    client.stream.destroy();
    await until("the will was refused", () => door.counters["not-allowed"] === 1);
    expect(door.value()).toBe(21);
  });

  it("keeps what has no native shape in the tray", async () => {
    const door = await openDoor();
    const client = await door.join();
    await client.publishAsync("courtyard/demo/s1/a/b/c", "7", { qos: 1 });
    await client.publishAsync("courtyard/demo/stranger/volume", "7", { qos: 1 });
    expect(door.tray.list().map(({ device, why }) => [device, why])).toEqual([
      ["stranger", "unknown-device"],
      ["s1", "odd-topic"],
    ]);
  });
});

describe("the embedded broker with a credential", () => {
  it("refuses a wrong one, also on this machine", async () => {
    const door = await openDoor();
    await expect(door.join("wrong")).rejects.toThrow(/Not authorized|Bad username/i);
    await expect(connectAsync(door.url, { username: "any", reconnectPeriod: 0 })).rejects.toThrow();
  });

  it("lets a gateway describe devices, report, hear their commands, and fall silent", async () => {
    const door = await openDoor();
    const will = {
      topic: "courtyard/demo/g1/$state",
      payload: Buffer.from("offline"),
      qos: 1 as const,
      retain: true,
    };
    const client = await door.join("secret", { will });
    const describeAs = (via?: string): string =>
      JSON.stringify({ ...JSON.parse(description), ...(via && { via }) });
    await client.publishAsync("courtyard/demo/g1/$describe", describeAs(), { qos: 1, retain: true });
    await client.publishAsync("courtyard/demo/toy/$describe", describeAs("g1"), { qos: 1, retain: true });
    await client.publishAsync("courtyard/demo/g1/$state", "online", { qos: 1, retain: true });
    await client.publishAsync("courtyard/demo/toy/level", "40", { qos: 1 });
    expect([...door.persisted.keys()]).toEqual(["g1", "toy"]);
    await client.subscribeAsync("courtyard/demo/+/+/set");
    await client.subscribeAsync("courtyard/demo/toy/level/set");
    await expect(client.subscribeAsync("courtyard/demo/s1/temperature/set")).rejects.toThrow();
    const level = door.twin.indexOf(pointId(deviceId("toy"), propertyId("level"))) ?? -1;
    expect(door.twin.state.values[level]).toBe(40);
    client.stream.destroy();
    await until("the gateway is silent", () => (door.twin.state.qualities[level] ?? 0) % 8 === 3);
  });

  it("leaves a device to whoever described it, for as long as they are connected", async () => {
    const door = await openDoor();
    const first = await door.join("secret");
    await first.publishAsync("courtyard/demo/toy/$describe", description, { qos: 1 });
    const second = await door.join("other");
    const closed = gone(second);
    second.publish("courtyard/demo/toy/$describe", description, { qos: 1 });
    await closed;
    await first.endAsync();
    await until("the first is gone", () =>
      door.registry.maySpeakFor(deviceId("toy"), { connection: {}, name: "gateway-7", trusted: true }),
    );
    const third = await door.join("other");
    await third.publishAsync("courtyard/demo/toy/$describe", description, { qos: 1 });
  });

  it("gives nobody the connection of another by using its client id", async () => {
    const door = await openDoor();
    const gateway = await door.join("secret", { clientId: "gateway" });
    await door.join(undefined, { clientId: "gateway" });
    await gateway.publishAsync("courtyard/demo/s1/temperature", "19", { qos: 1 });
    expect(gateway.connected).toBe(true);
  });

  it("takes devices at their word only with a credential for devices", async () => {
    const door = await openDoor();
    const pump = await door.join("pump");
    await pump.publishAsync("courtyard/demo/s1/temperature", "18", { qos: 1 });
    expect(door.value()).toBe(18);
    await pump.publishAsync("courtyard/demo/toy/$describe", description, { qos: 1 });
    expect(door.twin.device(deviceId("toy"))).toBeUndefined();
    expect(door.tray.list()[0]).toMatchObject({ device: "toy", why: "untrusted-description" });
    const closed = gone(pump);
    pump.publish("courtyard/demo/g1/$state", "offline", { qos: 1 });
    await closed;
    const reader = await door.join("reader");
    const closedToo = gone(reader);
    reader.publish("courtyard/demo/s1/temperature", "17", { qos: 1 });
    await closedToo;
    expect(door.value()).toBe(18);
  });
});

describe("the port of the embedded broker", () => {
  it("is the first that is free, and a refusal when none is", async () => {
    const door = await openDoor();
    await expect(door.openBroker({}, [door.port])).rejects.toThrow(/EADDRINUSE/);
    const second = await door.openBroker({}, [door.port, 0]);
    closing.push(() => second.broker.close());
    expect(second.port).not.toBe(door.port);
    const client = await connectAsync(second.url, { reconnectPeriod: 0 });
    await client.publishAsync("courtyard/demo/s1/temperature", "20", { qos: 1 });
    expect(door.value()).toBe(20);
    await client.endAsync();
  });
});
