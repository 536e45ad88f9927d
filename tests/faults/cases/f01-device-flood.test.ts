import { connectAsync } from "mqtt";
import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { openProblems, readingCounts } from "../stage/counters.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { until } from "../stage/waiting.ts";

/** A message of QoS 0 as its bytes: a flood costs the sender next to nothing. */
function published(topic: string, payload: string): Buffer {
  const body = Buffer.concat([Buffer.from([0, topic.length]), Buffer.from(topic), Buffer.from(payload)]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

faultCase({
  number: "F01",
  sentence: "one device floods: it is slowed down and shown, others go on, and its own alarm is kept",
  quick: { messages: 7_000 },
  long: { messages: 300_000 },
  async act(stage, { messages }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    await devices.describe("gate-1", { kind: "vehicle_gate", name: { en: "Gate" } });
    await devices.describe("station-1", station);
    const operator = await stage.watch("operator");
    // Nobody known, and so with the smaller allowance.
    const flood = await connectAsync(server.mqttUrl, { reconnectPeriod: 0 });
    stage.atEnd(() => flood.endAsync(true));
    const topic = `courtyard/${server.community}/gate-1`;
    const all = Array.from({ length: messages }, (_, n) => published(`${topic}/queue`, String(n % 50)));
    flood.stream.write(Buffer.concat([...all, published(`${topic}/down`, "true")]));
    let goesOn = 0;
    let isShown = false;
    await until(
      "it is slowed down and shown, or a busy machine was slower than the flood may be",
      async () => {
        // The others are answered while the flood still waits at the door.
        await devices.read("station-1", "temperature", goesOn++ % 40, Date.now());
        isShown = (await openProblems(server)).includes("broker/flood");
        const { accepted = 0, duplicate = 0 } = await readingCounts(server);
        return isShown || accepted + duplicate > messages;
      },
    );
    if (isShown) expect((await readingCounts(server))["accepted"]).toBeLessThan(messages);
    await devices.read("station-1", "temperature", 7, Date.now());
    await until(
      "its alarm is there",
      () => operator.replica.alerts.get().some(({ device }) => device === "gate-1"),
      600_000,
    );
    const seen = await pointsSeenBy(server, operator.cookie);
    expect(seen.get("gate-1/queue")?.value).toBe((messages - 1) % 50);
    expect(seen.get("station-1/temperature")?.value).toBe(7);
  },
});
