import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { pointsSeenBy, trayOf } from "../invariants/server-view.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { postReadings } from "../stage/readings.ts";
import { until } from "../stage/waiting.ts";

faultCase({
  number: "F10",
  sentence: "what nobody knows waits in the tray, a renamed device goes on, and one id has one speaker",
  quick: { strangers: 20 },
  long: { strangers: 5_000 },
  async act(stage, { strangers }) {
    const server = await stage.open();
    await stage.watch("operator");
    const devices = await joinDevices(stage, server);
    const token = await server.token("ingest");
    await devices.describe("station-1", station);
    await devices.read("station-1", "temperature", 11, Date.now());
    await devices.describe("station-1", { ...station, name: { en: "North station" } });
    const held = (await pointsSeenBy(server, "")).get("station-1/temperature");
    expect(held).toMatchObject({ value: 11, quality: "good" });

    // Twice over: the second time changes nothing.
    for (let n = 0; n < 2 * strangers; n++) {
      const device = `stranger-${n % strangers}`;
      await devices.say(`${device}/level`, "5");
      // The tray holds the last two thousand, and three more come below.
      const known = n % strangers >= strangers - 1_990;
      if (known) stage.ledger.trayed.add(`${device}/level`);
    }
    await postReadings(stage, server, token, [
      { device: "station-1", property: "colour", value: 3 },
      { device: "nobody", property: "temperature", value: 3 },
    ]);
    await devices.say("odd//topic/of/many/parts", "1");
    const tray = await trayOf(server);
    for (const key of ["station-1/colour", "nobody/temperature", "odd//topic/of/many/parts"])
      expect(tray).toContain(key);
    const seen = await pointsSeenBy(server, await server.enter("operator"));
    expect([...seen.values()].every(({ device }) => device === "station-1")).toBe(true);

    // A second gateway claims the same device while the first is connected: it is shown the door.
    const other = await joinDevices(stage, server, { reconnectPeriod: 0 });
    let ended = false;
    other.client.once("close", () => (ended = true));
    other.client.publish(`courtyard/${server.community}/station-1/$describe`, JSON.stringify(station), {
      qos: 1,
    });
    await until("the other is shown the door", () => ended);
    await devices.read("station-1", "temperature", 12, Date.now());
  },
});
