import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { trayOf } from "../invariants/server-view.ts";
import { joinDevices } from "../stage/devices.ts";

const meter = (unit: string | undefined) => ({
  kind: "home-made",
  name: { en: "Meter" },
  at: { building: "B-5", dwelling: "HOME" },
  points: { power: { ...(unit === undefined ? {} : { unit }), resolution: 0.001, max: 100_000 } },
});

faultCase({
  number: "F09",
  sentence: "a unit that changes, is wrong or is missing is never shown with another's number",
  quick: { changes: 4 },
  long: { changes: 100 },
  async act(stage, { changes }) {
    const server = await stage.open();
    const resident = await stage.watch("resident");
    const home = resident.transcript.authority.dwelling ?? "";
    const devices = await joinDevices(stage, server);
    const describe = (device: string, unit?: string) => {
      const { at, ...rest } = meter(unit);
      return devices.describe(device, { ...rest, at: { ...at, dwelling: home } });
    };
    const power = async (device: string) => {
      const { points } = (await server.get(`/api/v1/points?device=${device}`, resident.cookie)) as {
        points: readonly { value: unknown; unit: string; quality: string }[];
      };
      return points[0];
    };
    for (let change = 0; change < changes; change++) {
      const [unit, value] = change % 2 === 0 ? (["W", 1500] as const) : (["kW", 1.5] as const);
      await describe("meter-1", unit);
      expect(await power("meter-1")).toMatchObject({ value: null, unit, quality: "missing" });
      await devices.say("meter-1/power", JSON.stringify({ value }));
      expect(await power("meter-1")).toMatchObject({ value, unit, quality: "good" });
    }
    await describe("meter-2");
    await devices.say("meter-2/power", "7");
    expect(await power("meter-2")).toMatchObject({ value: 7, unit: "" });
    await devices.say("meter-3/$describe", JSON.stringify(meter("furlong")));
    stage.ledger.trayed.add("meter-3");
    await devices.say("meter-1/$describe", JSON.stringify(meter("furlong")));
    expect(await trayOf(server)).toContain("meter-3");
    expect(await power("meter-1")).toMatchObject({ quality: "good" });
    expect(await power("meter-3")).toBeUndefined();
  },
});
