import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { openProblems } from "../stage/counters.ts";
import { station } from "../stage/devices.ts";
import { ForeignBroker } from "../stage/outside-broker.ts";
import { until } from "../stage/waiting.ts";

faultCase({
  number: "F16",
  sentence:
    "somebody else's broker goes and comes back: its gateways are silent meanwhile, and nothing is lost",
  quick: { rounds: 1 },
  long: { rounds: 30 },
  async act(stage, { rounds }) {
    const broker = await ForeignBroker.start(stage);
    const server = await stage.open(["--broker", broker.url, "--trust-broker"]);
    const devices = await broker.join(server.community);
    await devices.say("gateway-1/$state", "online");
    await devices.describe("station-1", { ...station, via: "gateway-1" });
    const operator = await stage.watch("operator");
    const temperature = async () =>
      (await pointsSeenBy(server, operator.cookie)).get("station-1/temperature");
    for (let round = 0; round < rounds; round++) {
      await devices.say("gateway-1/$state", "online");
      await devices.say("station-1/temperature", String(round % 40));
      await until("it is live", async () => (await temperature())?.quality === "good");
      await broker.stop("SIGTERM");
      await until("its gateway is silent", async () => (await temperature())?.reason === "gateway-silent");
      expect(await openProblems(server)).toContain("broker/external");
      // Kept by the broker for whoever comes later, as we do.
      const topic = `courtyard/${server.community}/station-1/temperature`;
      const meanwhile = devices.client.publishAsync(topic, "41.5", { qos: 1, retain: true });
      await broker.restart();
      await meanwhile;
      await until("what was sent meanwhile is here", async () => (await temperature())?.value === 41.5);
      await until("it is mended", async () => !(await openProblems(server)).includes("broker/external"));
    }
  },
});
