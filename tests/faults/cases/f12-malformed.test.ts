import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { postBody } from "../stage/readings.ts";

const bytes = (...codes: number[]) => new Uint8Array(codes);
const encoded = (text: string) => new TextEncoder().encode(text);

/** Bodies that are no batch of readings; those of the second list hold a reading that is none. */
const noBatch: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
  ["half an object", '[{ "device": '],
  ["bytes that are no text", bytes(0xff, 0xfe, 0x00, 0xd8)],
  ["a NUL", bytes(0)],
  ["a hundred thousand brackets", "[".repeat(100_000)],
  ["a bare word", "reading"],
];
const noReading: readonly string[] = [
  "[null, 1, [], {}]",
  '[{ "device": "station-1", "property": "temperature" }]',
  '[{ "device": "\\ud800", "property": "temperature", "value": 1 }]',
  '[{ "device": "station-1", "property": "temperature", "value": { "a": { "b": 1 } } }]',
  '[{ "device": "station-1", "property": "__proto__", "value": 1 }]',
  '[{ "__proto__": { "device": "station-1" }, "property": "temperature", "value": 1 }]',
  '[{ "device": "station-1", "property": "temperature", "value": 1, "at": "yesterday" }]',
  '[{ "device": "station-1", "property": "temperature", "value": 1, "quality": "toString" }]',
];

faultCase({
  number: "F12",
  sentence: "what is malformed is refused with a 4xx, counted or put in the tray, and the server lives",
  quick: { rounds: 1 },
  long: { rounds: 100 },
  async act(stage, { rounds }) {
    const server = await stage.open();
    await stage.watch("public");
    const devices = await joinDevices(stage, server);
    const token = await server.token("ingest");
    await devices.describe("station-1", station);
    for (let round = 0; round < rounds; round++) {
      for (const [name, body] of noBatch) {
        expect((await postBody(server, token, body)).status, name).toBe(400);
        const payload = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
        if (payload.length < 60_000) await devices.say("station-1/temperature", payload);
        if (payload.length < 60_000) await devices.say("station-1", payload);
      }
      for (const body of noReading) {
        const { status, body: answer } = await postBody(server, token, body);
        expect(status, body).toBe(200);
        expect(JSON.parse(answer).accepted, body).toBe(0);
        await devices.say("station-1", body.slice(1, -1));
      }
      for (const topic of ["station-1/$describe", "station-1/$state", "station-1/\u0007bell", "a/b/c/d"])
        await devices.say(topic, "\ufeff{ not json");
      const good = `\ufeff[{ "device": "station-1", "property": "temperature", "value": 5, "value": 6 }]`;
      expect(JSON.parse((await postBody(server, token, encoded(good))).body).accepted).toBe(1);
      expect((await pointsSeenBy(server, "")).get("station-1/temperature")?.value).toBe(6);
      await devices.read("station-1", "temperature", 7, Date.now());
    }
    for (const path of [
      "/api/v1/points?device=%ff",
      "/%00",
      "/api/v1/overlays/__proto__",
      "/enter/%2e%2e%2f",
    ]) {
      const { status } = await fetch(`${server.base}${path}`);
      expect(status, path).toBeGreaterThanOrEqual(200);
      expect(status, path).toBeLessThan(500);
    }
  },
});
