import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { readingCounts } from "../stage/counters.ts";
import { joinDevices, station } from "../stage/devices.ts";

const times = 3;

faultCase({
  number: "F07",
  sentence:
    "every message comes three times, across connections: it counts once, and what is counted is exact",
  quick: { messages: 40 },
  long: { messages: 5_000 },
  async act(stage, { messages }) {
    const server = await stage.open();
    const first = await joinDevices(stage, server);
    await first.describe("station-1", station);
    const beganMs = Date.now() - messages;
    for (let n = 0; n < messages; n++) {
      // The message itself, its repetition on the same connection, and on a new one after a cut.
      await first.read("station-1", "temperature", n % 50, beganMs + n);
      await first.read("station-1", "temperature", n % 50, beganMs + n);
      if (n % 20 === 0) first.client.stream.destroy();
      await first.read("station-1", "temperature", n % 50, beganMs + n);
      await first.describe("station-1", station);
    }
    const { accepted = 0, duplicate = 0, described } = await readingCounts(server);
    expect(accepted).toBe(messages);
    // A message that was under way at a cut is brought once more by MQTT itself.
    expect(duplicate).toBeGreaterThanOrEqual((times - 1) * messages);
    expect(duplicate).toBeLessThanOrEqual((times - 1) * messages + Math.ceil(messages / 20));
    expect(described).toBe(1);
  },
});
