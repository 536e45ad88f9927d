import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { openProblems } from "../stage/counters.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { postReadings } from "../stage/readings.ts";
import { until } from "../stage/waiting.ts";
import { smallDisk } from "../stage/small-disk.ts";

faultCase({
  number: "F22",
  sentence:
    "the disk is full: nothing is acknowledged that cannot be kept, what is live goes on, and room mends it",
  quick: { rounds: 1 },
  long: { rounds: 25 },
  async act(stage, { rounds }) {
    const disk = smallDisk(stage);
    if (disk === null) return console.log("F22 skipped: only root can make a disk that is soon full");
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    const token = await server.token("ingest");
    await devices.describe("station-1", station);
    const operator = await stage.watch("operator");
    const temperature = async () => (await pointsSeenBy(server, "")).get("station-1/temperature")?.value;
    for (let round = 0; round < rounds; round++) {
      const value = round % 40;
      await devices.read("station-1", "temperature", value, Date.now());
      disk.fill();
      // Some room may be left in files that are there already; it is used up by whoever writes.
      await until("a batch is not acknowledged", async () => {
        const readings = [{ device: "station-1", property: "temperature", value: 41, at: Date.now() }];
        return (await postReadings(stage, server, token, readings)).status === 503;
      });
      expect(await openProblems(server)).toContain("store/trouble");
      const sent = devices.read("station-1", "temperature", 42, Date.now());
      await until("what cannot be kept is shown all the same", async () => (await temperature()) === 42);
      expect(await Promise.race([sent, Promise.resolve("waits")])).toBe("waits");
      await expect(server.enter("operator")).rejects.toThrow();
      await until("what is live goes on", () => operator.isLive);
      disk.free();
      await sent;
      await until("it is mended", async () => !(await openProblems(server)).includes("store/trouble"));
    }
  },
});
