import { connect as connectSocket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { until } from "../door-bench.ts";
import { closeAll, gone, openDoor } from "./open-door.ts";

afterEach(closeAll);

describe("the embedded broker under attack", () => {
  const raw = (port: number, bytes: Buffer): Promise<void> =>
    new Promise((resolve) => {
      const socket = connectSocket(port, "127.0.0.1", () => void socket.write(bytes));
      socket.on("close", () => resolve());
      socket.on("error", () => undefined);
    });

  it("F11 refuses a publish of 64 MiB at its header, without memory and without harm to others", async () => {
    const door = await openDoor();
    const bystander = await door.join();
    const attacker = await door.join();
    const closed = gone(attacker);
    const before = process.memoryUsage().arrayBuffers;
    // Written as raw bytes, so that the client side holds no 64 MiB either.
    const topic = Buffer.from("courtyard/demo/s1/temperature");
    attacker.stream.write(
      Buffer.concat([Buffer.from([0x30, 0x9f, 0x80, 0x80, 0x20, 0, topic.length]), topic]),
    );
    attacker.stream.write(Buffer.alloc(256 * 1024));
    await closed;
    expect(door.counters.oversize).toBe(1);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
    await bystander.publishAsync("courtyard/demo/s1/temperature", "21", { qos: 1 });
    expect(door.value()).toBe(21);
  });

  it("takes a packet of exactly the limit and refuses one byte more", async () => {
    const door = await openDoor({ packetBytes: 2_048 });
    const client = await door.join();
    const room = 2_048 - 2 - "courtyard/demo/s1/temperature".length - 2;
    await client.publishAsync("courtyard/demo/s1/temperature", "1".padStart(room), { qos: 1 });
    expect(door.value()).toBe(1);
    const closed = gone(client);
    client.publish("courtyard/demo/s1/temperature", "1".padStart(room + 1), { qos: 1 });
    await closed;
    expect(door.counters.oversize).toBe(1);
  });

  it.each([
    ["no MQTT at all", Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n")],
    ["a packet type that does not exist", Buffer.from([0xf0, 0])],
    ["a length of five bytes", Buffer.from([0x10, 0x80, 0x80, 0x80, 0x80, 0x01])],
    ["a publish before connect", Buffer.from([0x30, 4, 0, 1, 97, 49])],
    ["half a connect", Buffer.from([0x10, 20, 0, 4, 77, 81])],
    ["nothing", Buffer.alloc(0)],
  ])("closes a connection that sends %s", async (_what, bytes) => {
    const door = await openDoor({ connectTimeoutMs: 200 });
    await raw(door.port, bytes);
    const client = await door.join();
    await client.publishAsync("courtyard/demo/s1/temperature", "20", { qos: 1 });
    expect(door.value()).toBe(20);
  });

  it("A20 survives a topic of 150 levels", async () => {
    const door = await openDoor();
    const client = await door.join();
    const closed = gone(client);
    client.publish(`courtyard/demo/${"a/".repeat(150)}b`, "1", { qos: 1 });
    await closed;
    await (await door.join()).publishAsync("courtyard/demo/s1/temperature", "20", { qos: 1 });
  });

  it("lets in no more connections than it may", async () => {
    const door = await openDoor({ connectionsPerAddress: 2 });
    await door.join();
    await door.join();
    await raw(door.port, Buffer.alloc(0));
    expect(door.counters["connection-refused"]).toBe(1);
  });

  it("F01 slows a flooding connection down, says so, and loses nothing of it", async () => {
    const door = await openDoor({ messagesPerSecond: 100 });
    // A rate that a busy machine, too, sends faster than.
    const flood = await door.join();
    const other = await door.join();
    const sent = Array.from({ length: 500 }, (_, i) =>
      flood.publishAsync("courtyard/demo/s1/temperature", String(i / 20), { qos: 1 }),
    );
    await until("it is throttled", () => door.counters["connection-throttled"] > 0);
    expect(door.problems.has("broker/flood")).toBe(true);
    await other.publishAsync("courtyard/demo/s1/humidity", "1", { qos: 1 });
    expect(door.counters.accepted).toBeLessThan(500);
    await Promise.all(sent);
    expect(door.counters.accepted).toBe(500);
  });
});
