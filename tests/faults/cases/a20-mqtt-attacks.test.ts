import { connect } from "node:net";
import { connectAsync } from "mqtt";
import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { joinDevices, pump, station } from "../stage/devices.ts";
import { until } from "../stage/waiting.ts";

/** Bytes after which the server ends the connection, at the latest when it has waited long enough for more. */
const broken: readonly (readonly [what: string, bytes: Buffer])[] = [
  ["no MQTT at all", Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n")],
  ["a packet type that does not exist", Buffer.from([0xf0, 0])],
  ["a length of five bytes", Buffer.from([0x10, 0x80, 0x80, 0x80, 0x80, 0x01])],
  ["a publish before its connect", Buffer.from([0x30, 4, 0, 1, 97, 49])],
];
const waiting: readonly (readonly [what: string, bytes: Buffer])[] = [
  ["A22 nothing", Buffer.alloc(0)],
  ["A22 half a connect", Buffer.from([0x10, 20, 0, 4, 77, 81])],
];

faultCase({
  number: "A20-A22",
  sentence:
    "attacks on the broker end their own connection; nobody overhears, commands or takes over a device",
  quick: { rounds: 1 },
  long: { rounds: 20 },
  async act(stage, { rounds }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    await devices.describe("station-1", station);
    await devices.describe("pump-1", pump);
    let cut = 0;
    devices.client.on("close", () => cut++);
    const { hostname, port } = new URL(server.mqttUrl);
    const raw = (bytes: Buffer): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname, () => void socket.write(bytes));
        socket.on("error", () => undefined);
        socket.on("close", () => resolve());
      });
    const root = `courtyard/${server.community}`;
    for (let round = 0; round < rounds; round++) {
      await Promise.all([...broken, ...waiting].map(([, bytes]) => raw(bytes)));
      for (const topic of [
        `${root}/${"a/".repeat(150)}b`,
        `${root}/pump-1/outletPressure/set`,
        `${root}/pump-1/$state`,
      ]) {
        const stranger = await connectAsync(server.mqttUrl, { reconnectPeriod: 0 });
        const ended = new Promise<void>((resolve) => stranger.once("close", () => resolve()));
        stranger.on("error", () => undefined);
        stranger.publish(topic, "1", { qos: 1 });
        await ended;
      }
      const eavesdropper = await connectAsync(server.mqttUrl, { reconnectPeriod: 0 });
      const heard: string[] = [];
      eavesdropper.on("message", (topic) => void heard.push(topic));
      for (const filter of ["#", "$SYS/#", `${root}/+/+`, `${root}/+/+/set`])
        await expect(eavesdropper.subscribeAsync(filter)).rejects.toThrow();
      await devices.read("station-1", "temperature", round, Date.now());
      expect(heard).toEqual([]);
      await eavesdropper.endAsync(true);
      // The same client id does not push anybody off their connection.
      const { clientId } = devices.client.options;
      const double = await connectAsync(server.mqttUrl, {
        reconnectPeriod: 0,
        ...(clientId === undefined ? {} : { clientId }),
      });
      await double.endAsync(true);
      await expect(
        connectAsync(server.mqttUrl, { reconnectPeriod: 0, username: "a", password: "guessed" }),
      ).rejects.toThrow();
    }
    await until("the devices speak on", async () => {
      await devices.read("station-1", "temperature", 30, Date.now());
      return true;
    });
    expect(cut).toBe(0);
  },
});
