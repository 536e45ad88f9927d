import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { postBody } from "../stage/readings.ts";

/** What is sent as a value, and what the point holds after it: the value before (20) where it is refused. */
const sent: readonly [payload: string, held: number, quality: "good" | "bad"][] = [
  ["NaN", 20, "good"],
  ["Infinity", 20, "good"],
  ["-Infinity", 20, "good"],
  ["1e999", 20, "good"],
  ["null", 20, "good"],
  ['"5"', 20, "good"],
  ["[5]", 20, "good"],
  ["true", 20, "good"],
  ["1e308", 20, "good"],
  ["-0", 0, "good"],
  ["1e2", 100, "bad"],
  ["0.1", 0.1, "good"],
];

faultCase({
  number: "F08",
  sentence: "numbers that are none are refused by rule, and no sum and no picture is ever NaN",
  quick: { rounds: 1 },
  long: { rounds: 100 },
  async act(stage, { rounds }) {
    const server = await stage.open();
    const operator = await stage.watch("operator");
    const devices = await joinDevices(stage, server);
    const token = await server.token("ingest");
    await devices.describe("station-1", station);
    await devices.say("feeder-1/$describe", JSON.stringify({ kind: "elec_meter" }));
    for (let round = 0; round < rounds; round++) {
      for (const [payload, held, quality] of sent) {
        await devices.read("station-1", "temperature", 20, Date.now());
        await devices.say("station-1/temperature", `{ "value": ${payload} }`);
        const point = (await pointsSeenBy(server, "")).get("station-1/temperature");
        expect(point, payload).toMatchObject({ value: held, quality });
        expect(Object.is(point?.value, -0), payload).toBe(false);
        const one = `[{ "device": "feeder-1", "property": "power", "value": ${payload} }]`;
        expect((await postBody(server, token, one)).status, payload).toBe(200);
      }
    }
    for (const overlay of ["energy", "occupancy", "alerts"]) {
      const body = JSON.stringify(await server.get(`/api/v1/overlays/${overlay}`, operator.cookie));
      expect(body).not.toMatch(/NaN|Infinity|1e308/);
    }
    operator.replica.commit();
    for (const { slots } of operator.replica.devices.get()) {
      for (const slot of slots)
        expect(Number.isFinite(operator.replica.value(slot)) || operator.replica.atMs(slot) === 0).toBe(true);
    }
  },
});
