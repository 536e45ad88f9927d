import { expect } from "vitest";
import { days, minutes } from "../../../models/quantity.ts";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy } from "../invariants/server-view.ts";
import { joinDevices, station } from "../stage/devices.ts";

const wrongClocks = [
  ["ten minutes ahead", (nowMs: number) => nowMs + 10 * minutes],
  ["a day ahead", (nowMs: number) => nowMs + 1 * days],
  ["never set", () => 0],
  ["in 2106", () => Date.UTC(2106, 1, 7, 6, 28)],
  ["before all time", () => -1],
  ["at the end of numbers", () => Number.MAX_SAFE_INTEGER],
] as const;

faultCase({
  number: "F05",
  sentence: "devices whose clocks are wrong are taken at arrival, marked, and never from the future",
  quick: { rounds: 1 },
  long: { rounds: 200 },
  async act(stage, { rounds }) {
    const server = await stage.open();
    await stage.watch("operator");
    const devices = await joinDevices(stage, server);
    const wrong = wrongClocks.map(([name, clock], at) => ({ id: `clock-${at}`, name, clock }));
    for (const { id } of wrong) await devices.describe(id, station);
    for (let round = 1; round <= rounds; round++) {
      for (const { id, clock } of wrong) {
        const said = JSON.stringify({ value: round % 50, at: clock(Date.now()) });
        await devices.say(`${id}/temperature`, said);
      }
    }
    const seen = await pointsSeenBy(server, await server.enter("operator"));
    for (const { id, name } of wrong) {
      const point = seen.get(`${id}/temperature`);
      const value = rounds % 50;
      expect(point, name).toMatchObject({ value, quality: "uncertain", reason: "clock-suspect" });
      expect(Math.abs(Date.parse(point?.at ?? "") - Date.now()), name).toBeLessThan(1 * minutes);
    }
  },
});
