import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { deviceId, pointId, propertyId } from "../../../models/ids.ts";
import { ReplayRefused } from "../../../server/replay/replay-options.ts";
import { describeWithSharedData } from "../../shared-data.ts";
import { closeAll, runningServer } from "./running-server.ts";

afterEach(closeAll);

type Server = Awaited<ReturnType<typeof runningServer>>;
const valueOf = (server: Server, device: string, property: string): number | undefined =>
  server.twin.state.values[server.twin.indexOf(pointId(deviceId(device), propertyId(property))) ?? -1];
const kindsOf = (server: Server): string[] =>
  [...new Map(server.twin.devices.map(({ device }) => [device.id, device.kind])).values()].toSorted();
const ready = { mapping: "ready", speed: 1e6 };

describe("a replay of foreign messages", () => {
  const messages =
    '{"entity":"Attic","payload":"{\\"temperature\\":21.5,\\"humidity\\":40,\\"last_seen\\":\\"2023-11-05T10:00:00+01:00\\",\\"linkquality\\":9}"}\n' +
    '{"entity":"Attic","payload":"{\\"temperature\\":22,\\"humidity\\":41,\\"last_seen\\":\\"2023-11-05T10:00:30+01:00\\",\\"linkquality\\":9}"}\n' +
    '{"entity":"Odd thing","payload":"{\\"knob\\":7}"}\n';

  it("leaves devices in the tray where no mapping knows them", async () => {
    const server = await runningServer();
    const closing = await server.play(server.fileOf("z.jsonl", messages), { building: null });
    expect(closing).toBe("Played all 3 messages of z.jsonl. Of its devices 0 are known, 2 wait in the tray.");
    expect(server.tray.list().map(({ device }) => device)).toEqual([
      "recorded-zigbee2mqtt:Odd thing",
      "recorded-zigbee2mqtt:Attic",
    ]);
    expect(server.twin.deviceCount).toBe(0);
  });

  it("knows them by the mapping it hands over, at the place it plays at, now and recorded", async () => {
    const server = await runningServer();
    const closing = await server.play(server.fileOf("z.jsonl", messages), { mapping: "ready" });
    expect(closing).toMatch(/1 is known, 1 waits in the tray/);
    const [placed] = server.twin.devices;
    expect(placed?.device).toMatchObject({
      id: "recorded-zigbee2mqtt:Attic",
      kind: "room_temp",
      origin: "recorded",
      place: { building: "B-5", at: [5, 10, 32.5] },
    });
    expect(valueOf(server, "recorded-zigbee2mqtt:Attic", "temperature")).toBe(22);
    expect(server.twin.state.timesMs[placed!.firstPoint]).toBe(server.clock.nowMs);
    // Live devices of the same names stay unknown.
    expect(server.mappings.rows.every(({ match }) => match.origin === "recorded")).toBe(true);
  });

  it("plays any table by a mapping file of one's own", async () => {
    const server = await runningServer();
    const table = server.fileOf(
      "cellar.csv",
      "Time,moisture [%],note\n2020-01-01 00:00,12.5,dry\n2020-01-01 00:10,,wet\n",
    );
    const mapping = server.fileOf(
      "mapping.json",
      JSON.stringify({
        mapping: 1,
        rows: [
          {
            id: "cellar",
            source: "table",
            match: { device: "cellar" },
            kind: "cellar_sensor",
            points: [{ from: "/moisture [%]", property: "moisture", unit: "%", visibility: "staff" }],
            ignore: ["/row"],
          },
        ],
      }),
    );
    expect(await server.play(table, { mapping, speed: 600 })).toMatch(/Played all 2 messages.*1 is known/);
    expect(server.said).toContain("Left out: 1 × field (is empty: missing, not 0).");
    expect(valueOf(server, "recorded-table:cellar", "moisture")).toBe(12.5);
    expect(server.counters["unknown-property"]).toBe(2);
  });

  it("is refused in one sentence for a mapping that is none", async () => {
    const server = await runningServer();
    const file = server.fileOf("z.jsonl", messages);
    const refusal = async (mapping: string): Promise<string> => {
      const refused: unknown = await server.play(file, { mapping }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ReplayRefused);
      return (refused as Error).message;
    };
    expect(await refusal("nowhere.json")).toMatch(/Cannot read nowhere\.json \(ENOENT\)/);
    expect(await refusal(server.fileOf("m.json", '{"mapping":1,"rows":[{}]}'))).toMatch(
      /^m\.json, \$\.rows\[0\]/,
    );
    expect(await refusal(server.fileOf("n.json", "rows"))).toMatch(/not JSON/);
  });
});

describeWithSharedData("captured Zigbee2MQTT messages", "device-messages/zigbee2mqtt", (folder) => {
  it("are 406, of 16 devices that the ready rows know and 5 entities that wait", async () => {
    const server = await runningServer();
    const closing = await server.play(join(folder, "payloads.jsonl"), ready);
    expect(closing).toBe(
      "Played all 406 messages of payloads.jsonl. Of its devices 16 are known, 5 wait in the tray.",
    );
    expect(kindsOf(server)).toEqual([
      ...["air_quality", "battery_sensor", "battery_sensor", "contact_sensor", "lamp", "lamp", "lamp"],
      ...[
        "motion_sensor",
        "motion_sensor",
        "power_switch",
        "power_switch",
        "power_switch",
        "presence_sensor",
      ],
      ...["room_temp", "shutter", "thermostat"],
    ]);
    expect(server.tray.list().map(({ device }) => device)).toEqual(
      expect.arrayContaining(["recorded-zigbee2mqtt:Lights", "recorded-zigbee2mqtt:Carbon Monoxide sensor"]),
    );
    for (const name of ["malformed", "bad-topic", "not-allowed", "out-of-range", "wrong-type"] as const)
      expect(server.counters[name], name).toBe(0);
    expect(valueOf(server, "recorded-zigbee2mqtt:Climate sensor", "pressure")).toBeGreaterThan(900);
  });

  it("and a bridge's lists, larger than a stranger's packet may be, are set aside", async () => {
    const server = await runningServer();
    for (const list of ["bridge-devices.json", "bridge-groups.json"])
      expect(await server.play(join(folder, list), ready)).toMatch(/^Played all 1 messages/);
    expect(server.counters["set-aside"]).toBe(2);
    expect(server.counters.oversize).toBe(0);
  });
});

describeWithSharedData("Shelly dumps", "device-messages/shelly", (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.includes("citd"));

  it("are each one device that the ready rows know", async () => {
    const server = await runningServer();
    for (const file of files) await server.play(join(folder, file), ready);
    expect([...server.foreignDevices.devices].filter(({ standing }) => standing === null)).toEqual([]);
    // The CoIoT values are of the same meter as one of the dumps.
    expect(server.twin.deviceCount).toBe(files.length - files.filter((name) => name.includes("cits")).length);
    for (const name of ["malformed", "bad-topic", "not-allowed", "out-of-range", "wrong-type"] as const)
      expect(server.counters[name], name).toBe(0);
  });

  it("tell the same quantity in the same unit, whatever the generation calls it", async () => {
    const server = await runningServer();
    for (const file of files) await server.play(join(folder, file), ready);
    const known = new Set(server.twin.devices.map(({ device }) => String(device.id)));
    const energies = [...known].flatMap((device) => {
      const points = server.twin.placesOf(deviceId(device)).flatMap((place) => place.device.points);
      return points.filter(({ property }) => property.startsWith("energy")).map(({ unit }) => unit);
    });
    expect(energies.length).toBeGreaterThan(5);
    expect(new Set(energies)).toEqual(new Set(["kWh"]));
  });

  it("with a CoIoT description alone are refused", async () => {
    const server = await runningServer();
    const description = readdirSync(folder).find((name) => name.includes("citd"));
    if (description === undefined) return;
    await expect(server.play(join(folder, description), ready)).rejects.toThrow(/play the cits file/);
  });
});

describeWithSharedData("every file of telemetry", "telemetry", (folder) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map((entry) => join(entry.parentPath, entry.name));

  it.each(files.filter((file) => !file.endsWith("schema.json")).map((file) => [basename(file), file]))(
    "plays: %s",
    async (_name, file) => {
      const server = await runningServer();
      const whole = readFileSync(file, "utf8");
      // The first rows of a long table stand for it; JSON is whole or nothing.
      const head = /^\s*[[{]/.test(whole) ? whole : `${whole.split("\n").slice(0, 400).join("\n")}\n`;
      const closing = await server.play(server.fileOf(basename(file), head), ready);
      expect(closing).toMatch(/^Played all \d+ (?:rows|messages)/);
      expect(server.twin.deviceCount).toBeGreaterThan(0);
      // Time stands still here: a value that stays the same is a duplicate.
      expect(server.counters.accepted + server.counters.duplicate).toBeGreaterThan(100);
      for (const name of ["malformed", "bad-topic", "not-allowed", "out-of-range", "wrong-type"] as const)
        expect(server.counters[name], name).toBe(0);
      expect(server.twin.devices.every(({ device }) => device.origin === "recorded")).toBe(true);
    },
  );

  it("but what only describes a set of data", async () => {
    const server = await runningServer();
    for (const file of files.filter((each) => each.endsWith("schema.json")))
      await expect(server.play(file, ready)).rejects.toThrow(/holds no readings; play the files/);
  });
});
