import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { Aedes } from "aedes";
import { connectAsync } from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import { deviceId, pointId, propertyId } from "../../../../models/ids.ts";
import { ExternalBroker } from "../../../../server/ingest/mqtt/external-broker.ts";
import { sensor } from "../../twin/sample-devices.ts";
import { doorBench, until } from "../door-bench.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Somebody else's broker, which lets anybody do anything. */
async function openForeign(port = 0) {
  const aedes = await Aedes.createBroker();
  const server: Server = createServer((socket) => void aedes.handle(socket));
  await new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const at = (server.address() as AddressInfo).port;
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await new Promise<void>((resolve) => aedes.close(resolve));
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  closing.push(close);
  const publish = async (topic: string, payload: string, qos: 0 | 1 = 1): Promise<void> => {
    const client = await connectAsync(`mqtt://127.0.0.1:${at}`, { reconnectPeriod: 0 });
    await client.publishAsync(topic, payload, { qos, retain: topic.includes("$") });
    await client.endAsync();
  };
  return { aedes, port: at, publish, close };
}

function openBench(port: number, trustDescriptions: boolean) {
  const bench = doorBench({}, [sensor("s1", { via: deviceId("g1") })]);
  const url = `mqtt://127.0.0.1:${port}`;
  const broker = new ExternalBroker({
    ...bench.doors,
    url,
    clientId: "courtyard",
    trustDescriptions,
    reconnectMs: 20,
  });
  broker.open();
  closing.push(() => broker.close());
  const index = bench.twin.indexOf(pointId(deviceId("s1"), propertyId("temperature"))) ?? -1;
  return {
    ...bench,
    value: () => bench.twin.state.values[index],
    isStale: () => (bench.twin.state.qualities[index] ?? 0) % 8 === 3,
    isUp: () => !bench.problems.has("broker/external"),
  };
}

const description = JSON.stringify({ kind: "toy", name: { en: "Toy" }, points: { level: { unit: "%" } } });

describe("somebody else's broker", () => {
  it("brings readings in, and what has no native shape into the tray", async () => {
    const foreign = await openForeign();
    const bench = openBench(foreign.port, true);
    await until("we are connected", bench.isUp);
    await foreign.publish("courtyard/demo/s1/temperature", "21.5");
    await until("the reading is here", () => bench.value() === 21.5);
    await foreign.publish("courtyard/demo/s1/a/b/c", "1");
    await until("the odd one is here", () => bench.counters["bad-topic"] === 1);
    await foreign.publish("courtyard/demo/s1/temperature", "x".repeat(65_537));
    await until("the giant is counted", () => bench.counters.oversize === 1);
  });

  it("is told that a message was taken once it will outlive us: many together, and none the store refused", async () => {
    const foreign = await openForeign();
    const bench = openBench(foreign.port, true);
    await until("we are connected", bench.isUp);
    const acknowledged: string[] = [];
    foreign.aedes.on("ack", (packet) => void acknowledged.push("topic" in packet ? packet.topic : ""));
    const settle: (() => void)[] = [];
    bench.store.settled = () => new Promise((resolve) => void settle.push(resolve));
    await foreign.publish("courtyard/demo/s1/temperature", "21");
    await until("it is settling", () => settle.length === 1);
    for (const [at, property] of ["temperature", "humidity", "temperature"].entries())
      await foreign.publish(`courtyard/demo/s1/${property}`, String(30 + at));
    await until("the one that came meanwhile is taken too", () => bench.value() === 30);
    expect(acknowledged).toEqual([]);
    settle[0]?.();
    await until("the others are taken", () => bench.value() === 32 && settle.length === 2);
    await until("the first is acknowledged", () => acknowledged.length === 1);
    bench.store.settled = () => Promise.reject(new Error("disk full"));
    settle[1]?.();
    await until("the others are acknowledged together", () => acknowledged.length === 4);
    await foreign.publish("courtyard/demo/s1/temperature", "40");
    await until("the connection is given up", () => !bench.isUp());
    bench.store.settled = () => Promise.resolve();
    await until("it was brought again", () => acknowledged.length === 5);
    expect(bench.value()).toBe(40);
  });

  it.each([
    [true, "described"],
    [false, "description-waits"],
  ] as const)(
    "F14 with trust %s its retained descriptions are %s, again after each reconnect",
    async (trust, counted) => {
      const foreign = await openForeign();
      await foreign.publish("courtyard/demo/toy/$describe", description);
      const bench = openBench(foreign.port, trust);
      await until("it was heard", () => bench.counters[counted] > 0);
      expect(bench.twin.device(deviceId("toy")) !== undefined).toBe(trust);
      const before = bench.twin.structureVersion;
      await foreign.close();
      await until("we noticed", () => !bench.isUp());
      const again = await openForeign(foreign.port);
      await again.publish("courtyard/demo/toy/$describe", description);
      await until("we are back", bench.isUp);
      expect(bench.twin.structureVersion).toBe(before);
    },
  );

  it("lets nobody silence a gateway unless its states are trusted", async () => {
    const foreign = await openForeign();
    const bench = openBench(foreign.port, false);
    await until("we are connected", bench.isUp);
    await foreign.publish("courtyard/demo/s1/temperature", "21");
    await foreign.publish("courtyard/demo/g1/$state", "offline");
    await until("it was refused", () => bench.counters["not-allowed"] === 1);
    expect([bench.value(), bench.isStale()]).toEqual([21, false]);
  });

  it("F16 that goes away is a shown problem and silences its gateways; its return mends both", async () => {
    const foreign = await openForeign();
    const bench = openBench(foreign.port, true);
    expect(bench.isUp()).toBe(false);
    await until("we are connected", bench.isUp);
    await foreign.publish("courtyard/demo/g1/$state", "online");
    await foreign.publish("courtyard/demo/s1/temperature", "21");
    await until("the reading is here", () => bench.value() === 21);
    await foreign.close();
    await until("its points are stale", bench.isStale);
    expect(bench.problems.get("broker/external")).toMatch(/down and being retried/);
    const again = await openForeign(foreign.port);
    await until("we are back", bench.isUp);
    bench.clock.nowMs += 1_000;
    await again.publish("courtyard/demo/s1/temperature", "22");
    await until("live again", () => bench.value() === 22 && !bench.isStale());
  });

  it("that refuses our subscription is a shown problem", async () => {
    const foreign = await openForeign();
    foreign.aedes.authorizeSubscribe = (_client, _subscription, done) => done(null, null);
    const bench = openBench(foreign.port, true);
    await until(
      "it says so",
      () => bench.problems.get("broker/external")?.includes("refuses the subscription") === true,
    );
  });
});
