import { connect } from "node:net";
import { io } from "socket.io-client";
import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { postBody } from "../stage/readings.ts";
import type { Server } from "../stage/server.ts";
import { until } from "../stage/waiting.ts";

const mebibyte = 1024 * 1024;

/** Declares a publish of 64 MiB and begins to send it. @returns once the connection has ended for it. */
function giantPublish({ mqttUrl, community }: Server): Promise<void> {
  const { hostname, port } = new URL(mqttUrl);
  const hello = Buffer.from([0x10, 14, 0, 4, 77, 81, 84, 84, 4, 2, 0, 60, 0, 2, 103, 105]);
  const topic = Buffer.from(`courtyard/${community}/station-1/temperature`);
  const head = Buffer.from([0x30, 0x80, 0x80, 0x80, 0x20, 0, topic.length]);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => void socket.write(hello));
    socket.once("data", () => void socket.write(Buffer.concat([head, topic, Buffer.alloc(mebibyte)])));
    socket.on("error", () => undefined);
    socket.once("close", () => resolve());
  });
}

/** A body of so many bytes of which this side holds only a few at a time. @returns its status; null when cut off. */
async function giantBody(server: Server, token: string, mebibytes: number): Promise<number | null> {
  const part = new Uint8Array(mebibyte).fill(32);
  let left = mebibytes;
  const body = new ReadableStream({
    pull: (stream) => (left-- > 0 ? stream.enqueue(part) : stream.close()),
  });
  const headers = { authorization: `Bearer ${token}` };
  const asked = { method: "POST", headers, body, duplex: "half" } as const;
  // What is refused while it is still being sent may end as a broken connection instead of an answer.
  const answer = await fetch(`${server.base}/api/v1/readings`, asked).catch(() => null);
  return answer?.status ?? null;
}

/** An event of so many bytes. @returns once the connection has ended for it. */
function giantEvent({ base }: Server, bytes: number): Promise<void> {
  const socket = io(`${base}/twin`, { transports: ["websocket"], reconnection: false, forceNew: true });
  return new Promise((resolve) => {
    socket.once("connect", () => socket.emit("hello", "x".repeat(bytes)));
    socket.once("disconnect", () => resolve());
  });
}

faultCase({
  number: "F11",
  sentence: "giants at every door are turned away early, without memory and without harm to others",
  quick: { rounds: 1 },
  long: { rounds: 50 },
  async act(stage, { rounds }) {
    const server = await stage.open();
    await stage.watch("public");
    const devices = await joinDevices(stage, server);
    const token = await server.token("ingest");
    await devices.describe("station-1", station);
    let cut = 0;
    devices.client.on("close", () => cut++);
    const before = process.memoryUsage().arrayBuffers;
    for (let round = 0; round < rounds; round++) {
      await giantPublish(server);
      await giantEvent(server, 65_537);
      await giantEvent(server, mebibyte);
      expect((await postBody(server, token, " ".repeat(4 * mebibyte + 1))).status).toBe(413);
      expect([null, 413]).toContain(await giantBody(server, token, 64));
      await devices.read("station-1", "temperature", round % 40, Date.now());
    }
    await until(
      "what the giants took is given back",
      () => process.memoryUsage().arrayBuffers - before < 20 * mebibyte,
    );
    expect(cut).toBe(0);
  },
});
