import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { streamCount } from "../stage/counters.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { pause, until } from "../stage/waiting.ts";

faultCase({
  number: "F26",
  sentence:
    "a client stops reading: it is sent no more than its window, others go on, and it catches up in one step",
  quick: { stations: 20, silentMs: 0, isCut: false },
  // Past the time after which a client that draws nothing is given up.
  long: { stations: 500, silentMs: 45_000, isCut: true },
  async act(stage, { stations, silentMs, isCut }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    for (let n = 0; n < stations; n++) await devices.describe(`station-${n}`, station);
    const proxy = await stage.proxy(server.base);
    const slow = await stage.watch("public", { through: `http://127.0.0.1:${proxy.port}` });
    await until("it is live", () => slow.isLive);
    let changes = 0;
    const change = async () => {
      changes++;
      for (let n = 0; n < stations; n++)
        await devices.say(`station-${n}/temperature`, String(changes % 50), n === 0 ? 1 : 0);
      await pause(50);
    };
    proxy.stall();
    await until("its window is used up", async () => {
      await change();
      return (await streamCount(server, "parked")) > 0;
    });
    const writes = await streamCount(server, "writes");
    for (let more = 0; more < 20; more++) await change();
    expect(await streamCount(server, "writes")).toBe(writes);
    const other = await stage.watch("public");
    await until("others are live", () => other.isLive);
    const catchUps = await streamCount(server, "catch-ups-encoded");
    if (silentMs > 0) {
      // Its page sees it within seconds, and comes back by another connection while the first is still held up.
      await until("its page sees that nothing comes", () => !slow.isLive);
      await pause(silentMs);
      expect(await server.get("/health")).toMatchObject({ status: "ok" });
    }
    proxy.unstall();
    await until("it is live again", () => slow.isLive);
    if (!isCut)
      await until("it caught up", async () => (await streamCount(server, "catch-ups-encoded")) > catchUps);
  },
});
