import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { readingCounts } from "../stage/counters.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { postReadings } from "../stage/readings.ts";
import { shuffled } from "../stage/shuffled.ts";

faultCase({
  number: "F06",
  sentence: "readings of a minute come in any order: each point ends with its newest, the rest count as late",
  quick: { rounds: 1 },
  long: { rounds: 50 },
  async act(stage, { rounds }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    await stage.watch("public");
    const token = await server.token("ingest");
    for (let round = 0; round < rounds; round++) {
      const device = `station-${round}`;
      await devices.describe(device, station);
      const beganMs = Date.now() - 60_000;
      const readings = Array.from({ length: 1_000 }, (_, n) => ({
        device,
        property: "temperature",
        value: n % 50,
        at: beganMs + n * 60,
      }));
      const sent = shuffled(readings, stage.random);
      // Half by one door, half by the other, in turn.
      for (let at = 0; at < sent.length; at += 100) {
        const part = sent.slice(at, at + 100);
        if (at % 200 === 0) await postReadings(stage, server, token, part);
        else
          await Promise.all(
            part.map(({ property, value, at: atMs }) => devices.read(device, property, value, atMs)),
          );
      }
      const newest = readings.at(-1)!;
      const point = (await pointsSeenBy(server, "")).get(`${device}/temperature`);
      expect(point).toMatchObject({ value: newest.value, at: new Date(newest.at).toISOString() });
    }
    const { accepted = 0, late = 0, duplicate = 0 } = await readingCounts(server);
    expect(accepted + late + duplicate).toBe(1_000 * rounds);
    expect(late).toBeGreaterThan(900 * rounds);
  },
});
