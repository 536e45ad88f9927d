import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { until } from "../stage/waiting.ts";

/** Connections of clients the server counts. */
const sockets = async (base: string): Promise<number> => {
  const page = await (await fetch(`${base}/metrics`)).text();
  return Number(/^courtyard_sockets (\d+)/m.exec(page)?.[1]);
};

faultCase({
  number: "F27",
  sentence:
    "a cable is pulled on both sides: client and server notice, what was under way is brought once more, once",
  quick: { rounds: 1, untilServerNotices: false },
  long: { rounds: 5, untilServerNotices: true },
  async act(stage, { rounds, untilServerNotices }) {
    const server = await stage.open();
    const web = await stage.proxy(server.base);
    const mqtt = await stage.proxy(server.mqttUrl);
    const viewer = await stage.watch("operator", { through: `http://127.0.0.1:${web.port}` });
    const far = { port: mqtt.port, keepalive: 2 };
    const devices = await joinDevices(stage, server, far);
    await devices.say("gateway-1/$state", "online");
    await devices.describe("station-1", { ...station, via: "gateway-1" });
    const temperature = async () => (await pointsSeenBy(server, "")).get("station-1/temperature");
    for (let round = 0; round < rounds; round++) {
      await until("the viewer is live", () => viewer.isLive);
      await devices.say("gateway-1/$state", "online");
      await devices.read("station-1", "temperature", round, Date.now());
      web.fallSilent();
      mqtt.fallSilent();
      const underWay = devices.read("station-1", "temperature", 30 + round, Date.now());
      await until("the viewer knows", () => !viewer.isLive);
      await until(
        "the server knows that the gateway is silent",
        async () => (await temperature())?.reason === "gateway-silent",
      );
      if (untilServerNotices)
        await until(
          "the server knows that the viewer is gone",
          async () => (await sockets(server.base)) === 0,
        );
      web.heal();
      mqtt.heal();
      await underWay;
      expect(await temperature()).toMatchObject({ value: 30 + round, quality: "good" });
    }
  },
});
