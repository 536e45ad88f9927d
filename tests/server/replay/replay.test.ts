import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { deviceId, pointId, propertyId } from "../../../models/ids.ts";
import { qualityByte } from "../../../models/device/reading.ts";
import { channelsOfPoint } from "../../../models/duty/authority.ts";
import { ReplayRefused } from "../../../server/replay/replay-options.ts";
import type { PlacedDevice } from "../../../server/twin/twin-reader.ts";
import { until } from "../ingest/door-bench.ts";
import { closeAll, neverRings, runningServer } from "./running-server.ts";

afterEach(closeAll);

const room =
  '"date","Temperature","Humidity","Light","CO2","HumidityRatio","Occupancy"\n' +
  '"1","2015-02-02 14:19:00",23.7,26.2,585.2,749.2,0.0047,1\n' +
  '"2","2015-02-02 14:20:00",23.9,26.3,0,760.4,0.0047,0\n';

describe("a replay", () => {
  it("plays a room as a recorded device above its building, through the broker, and says when it ends", async () => {
    const server = await runningServer();
    const closingWords = await server.play(server.fileOf("office.txt", room));
    expect(closingWords).toBe("Played all 2 rows of office.txt; its devices are offline.");
    expect(server.said).toEqual([
      "Playing office.txt (2 rows, 2015-02-02 14:19:00 to 2015-02-02 14:20:00) as 1 recorded device on B-5, one row every 1 s.",
    ]);
    const [{ device }] = server.twin.devices as [PlacedDevice];
    expect(device).toMatchObject({
      id: "recorded-office-B-5",
      kind: "recorded_room",
      origin: "recorded",
      place: { building: "B-5", at: [5, 10, 32.5] },
    });
    expect(device.name.en).toContain("2015-02-02 14:19:00");
    expect(new Set(device.points.map(({ visibility }) => visibility))).toEqual(new Set(["staff"]));
    const { values, qualities } = server.twin.state;
    const at = (property: string) =>
      server.twin.indexOf(pointId(deviceId("recorded-office-B-5"), propertyId(property)))!;
    expect(
      ["temperature", "co2", "light", "occupied", "recordedHour"].map((property) => values[at(property)]),
    ).toEqual([23.9, 760.4, 0, 0, expect.closeTo(14.33, 2)]);
    await until(
      "the device is silent",
      () => qualities[at("temperature")] === qualityByte("stale", "gateway-silent"),
    );
    expect(server.counters.accepted).toBe(14);
    expect(server.counters["out-of-range"]).toBe(0);
  });

  it("leaves a home's empty columns missing", async () => {
    const server = await runningServer();
    const home =
      "month,hour,day_type,indoor_dry_bulb_temperature,non_shiftable_load,solar_generation\n7,24,7,,2.2758,0.0\n";
    await server.play(server.fileOf("home.csv", home));
    const at = (property: string) =>
      server.twin.indexOf(pointId(deviceId("recorded-home-B-5"), propertyId(property)))!;
    const { qualities, values } = server.twin.state;
    expect(values[at("load")]).toBe(2.2758);
    // Day type 7 is a Sunday, the seventh of the week's states.
    expect(values[at("recordedWeekday")]).toBe(6);
    expect(qualities[at("temperature")]).toBe(qualityByte("missing"));
  });

  it("DV13 gives a recorded home to the home it plays in, and to staff when it plays in none", async () => {
    const server = await runningServer();
    const file = server.fileOf(
      "home.csv",
      "month,hour,day_type,non_shiftable_load,solar_generation\n7,24,7,2.3,0\n",
    );
    await server.play(file);
    expect(server.said.at(-1)).toMatch(/--dwelling ID/);
    await server.play(file, { dwelling: "B-5-U1-F12-01" });
    expect(server.said.at(-1)).toContain("as 1 recorded device in B-5-U1-F12-01,");
    const channels = server.twin.devices.map(({ device: { place, points } }) =>
      Object.fromEntries(
        points.map(({ property, visibility }) => [property, channelsOfPoint(visibility, place)]),
      ),
    );
    expect(channels).toMatchObject([
      { load: ["staff"], temperature: ["staff"], pvPerKw: ["staff"], recordedHour: ["staff"] },
      { load: ["own:B-5-U1-F12-01"], pvPerKw: ["own:B-5-U1-F12-01"], recordedHour: ["own:B-5-U1-F12-01"] },
    ]);
  });

  it("keeps the nodes of one file apart, the first their gateway", async () => {
    const server = await runningServer();
    const rows = [1, 2, 3].map(
      (node) => `${node}, 145803164${node}545, 1, ${node}, 2${node}.5, 42.3, 1, 2, ${node}, 0, 1, 0`,
    );
    await server.play(server.fileOf("nodes.csv", rows.join("\n")));
    expect(server.twin.devices.map(({ device: { id, via } }) => [id, via])).toEqual([
      ["recorded-nodes-B-5-1", null],
      ["recorded-nodes-B-5-2", "recorded-nodes-B-5-1"],
      ["recorded-nodes-B-5-3", "recorded-nodes-B-5-1"],
    ]);
    expect(server.said[0]).toContain("Left out: 6 × light value");
  });

  it("ends when told to, its devices offline", async () => {
    const server = await runningServer();
    const ending = new AbortController();
    const playing = server.play(server.fileOf("office.txt", room), {}, ending, neverRings);
    await until("the first row is there", () => server.counters.accepted >= 8);
    expect(server.credentials.size).toBe(1);
    ending.abort();
    expect(await playing).toBe("Stopped after 1 of 2 rows of office.txt; its devices are offline.");
    // Its token is gone with it.
    expect(server.credentials.size).toBe(0);
    await until(
      "the connection is gone",
      () =>
        !server.registry.owns(deviceId("recorded-office-B-5"), {
          name: "nobody",
          connection: {},
          trusted: true,
        }),
    );
    const index = server.twin.indexOf(pointId(deviceId("recorded-office-B-5"), propertyId("co2")))!;
    await until(
      "it is silent",
      () => server.twin.state.qualities[index] === qualityByte("stale", "gateway-silent"),
    );
  });

  it.each([
    ["a file that is not there", "missing.csv", {}, /Cannot read .*missing\.csv/],
    ["a file of something else", "words.txt", {}, /not a recording/],
    ["no building where one is needed", "office.txt", { building: null }, /Name the building/],
    ["an unknown building", "office.txt", { building: "B-99" }, /no building B-99.*B-5/],
    ["an unknown home", "office.txt", { dwelling: "B-6-1" }, /B-5 has no dwelling B-6-1.*B-5-U1-F12-01/],
    ["a wrong token", "office.txt", { token: "guessed" }, /Cannot connect/],
    [
      "a folder without a server",
      "office.txt",
      { data: join(tmpdir(), "no-server-here") },
      /No server is running/,
    ],
    [
      "a broker that is not there",
      "office.txt",
      { broker: "mqtt://127.0.0.1:1" },
      /Cannot connect to mqtt:\/\/127\.0\.0\.1:1/,
    ],
  ])("is refused for %s in one sentence", async (_, name, more, sentence) => {
    const server = await runningServer();
    server.fileOf("office.txt", room);
    const file = join(server.fileOf("words.txt", "nothing of note\n"), "..", name);
    const refused = await server.play(file, more).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReplayRefused);
    expect((refused as Error).message).toMatch(sentence);
    expect((refused as Error).message).not.toContain("\n");
  });
});
