import { connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { until } from "../door-bench.ts";
import { closeAll, openDoor } from "./open-door.ts";

afterEach(closeAll);

const topic = Buffer.from("courtyard/demo/s1/temperature");
const connectPacket = Buffer.from([0x10, 13, 0, 4, ...Buffer.from("MQTT"), 4, 2, 0, 60, 0, 1, 0x78]);

/** A PUBLISH; with a packet id when it is to be acknowledged. */
function publish(value: number, packetId: number | null = null): Buffer {
  const id = packetId === null ? [] : [packetId >> 8, packetId & 255];
  const body = Buffer.from([0, topic.length, ...topic, ...id, ...Buffer.from(String(value))]);
  return Buffer.concat([Buffer.from([packetId === null ? 0x30 : 0x32, body.length]), body]);
}

/** A device that has been let in. */
async function letIn(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.write(connectPacket);
  await new Promise((resolve) => socket.once("data", resolve));
  return socket;
}

const many = 900;
const readings = (from: number): Buffer =>
  Buffer.concat(Array.from({ length: many }, (_, k) => publish(from + k / 100)));

it("whoever hangs up loses nothing that was sent before, also when its sender had to be slowed down", async () => {
  const door = await openDoor({ messagesPerSecond: 300 });
  const socket = await letIn(door.port);
  socket.end(readings(10));
  await until("all is taken", () => door.counters.accepted === many);
  expect(door.value()).toBe(10 + (many - 1) / 100);
});

it("whoever hangs up loses nothing that came behind a message whose acknowledgement takes its time", async () => {
  const door = await openDoor();
  const settle: (() => void)[] = [];
  door.store.settled = () => new Promise((resolve) => void settle.push(resolve));
  const socket = await letIn(door.port);
  const gone = new Promise((resolve) => socket.once("close", resolve));
  socket.end(Buffer.concat([publish(9, 1), readings(10)]));
  await until("the first is taken", () => settle.length === 1);
  settle[0]?.();
  await until("all is taken", () => door.counters.accepted === 1 + many);
  await gone;
});

it("whoever is gone loses nothing that was read, when nobody waits for the acknowledgement", async () => {
  const door = await openDoor({ messagesPerSecond: 300 });
  const socket = await letIn(door.port);
  await new Promise<void>((written) => socket.write(readings(10), () => written()));
  await until("it is being read", () => door.counters.accepted > 0);
  socket.destroy();
  await until("all is taken", () => door.counters.accepted === many);
});
