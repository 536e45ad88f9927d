import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { streamCount } from "../stage/counters.ts";
import { joinDevices, pump, station } from "../stage/devices.ts";
import { until } from "../stage/waiting.ts";

faultCase({
  number: "F24",
  sentence:
    "everybody comes back at once after a restart: all see the same soon, and each picture is made once",
  quick: { clients: 40, restarts: 1 },
  long: { clients: 300, restarts: 5 },
  async act(stage, { clients, restarts }) {
    let server = await stage.open(["--sockets-per-person", String(clients)]);
    const devices = await joinDevices(stage, server);
    for (let n = 0; n < 20; n++) {
      await devices.describe(`station-${n}`, station);
      await devices.describe(`pump-${n}`, pump);
      await devices.read(`station-${n}`, "temperature", n, Date.now());
    }
    for (let n = 0; n < clients; n++) await stage.watch(n % 2 === 0 ? "public" : "operator");
    const allLive = () => stage.spectators.every(({ isLive }) => isLive);
    await until("all are live", allLive);
    for (let restart = 0; restart < restarts; restart++) {
      await server.end();
      await until("all have noticed", () => stage.spectators.every(({ isLive }) => !isLive));
      server = await stage.open(["--sockets-per-person", String(clients)]);
      await until("all are live again", allLive);
      // Two audiences; one picture per channel and moment, not one per client.
      expect(await streamCount(server, "keyframes-encoded")).toBeLessThan(clients);
    }
  },
});
