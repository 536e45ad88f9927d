import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { streamCount } from "../stage/counters.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { RawSocket } from "../stage/raw-socket.ts";
import { until } from "../stage/waiting.ts";

faultCase({
  number: "A14",
  sentence: "one address opens connections without end: only so many are held, and who is inside goes on",
  quick: { held: 30, tried: 120 },
  long: { held: 1_000, tried: 3_000 },
  async act(stage, { held, tried }) {
    const limits = ["--sockets-per-address", String(held + 1), "--sockets-per-second", "10000"];
    const server = await stage.open(limits);
    const devices = await joinDevices(stage, server);
    await devices.describe("station-1", station);
    const inside = await stage.watch("public");
    await until("the one inside is live", () => inside.isLive);
    const opened = await Promise.all(Array.from({ length: tried }, () => RawSocket.open(server.base)));
    const letIn = opened.filter((raw) => raw !== null);
    expect(letIn.length).toBeLessThanOrEqual(held);
    expect(await streamCount(server, "refused-too-many")).toBe(tried - letIn.length);
    await devices.read("station-1", "temperature", 20, Date.now());
    expect(inside.isLive).toBe(true);
    for (const raw of letIn) raw.close();
    await Promise.all(letIn.map((raw) => raw.ended));
    await until("there is room again", async () => {
      const raw = await RawSocket.open(server.base);
      raw?.close();
      return raw !== null;
    });
  },
});
