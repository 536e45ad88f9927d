import { describe, expect, it } from "vitest";
import { kindOf } from "../../../models/device/catalogue.ts";
import { readDescription } from "../../../models/device/description.ts";
import { isStillBeyond } from "../../../models/device/limits.ts";
import { kindId } from "../../../models/ids.ts";
import { leavesOf } from "../../../models/mapping/leaves.ts";
import type { MappingRow, PointRow } from "../../../models/mapping/mapping-file.ts";
import { readMappingFile } from "../../../models/mapping/mapping-file.ts";
import { mappedDevice, mappedDeviceId } from "../../../models/mapping/mapped-device.ts";
import { readyFile, readyRows } from "../../../models/mapping/ready/ready.ts";
import { knownSources } from "../../../models/mapping/ready/sources.ts";
import { RowIndex, type SourceDevice } from "../../../models/mapping/recognise.ts";
import { suggestRow } from "../../../models/mapping/suggest.ts";

const read = (...args: [Parameters<typeof readDescription>[0], unknown]) =>
  readDescription(...args, () => null);
const sensor: SourceDevice = { source: "zigbee2mqtt", key: "Cellar / north", recorded: false };
const rowFor = (points: PointRow[], extras: Partial<MappingRow> = {}): MappingRow => ({
  id: "row",
  source: "zigbee2mqtt",
  match: { device: sensor.key },
  kind: "cellar_sensor",
  points,
  ...extras,
});
const samplesOf = (message: unknown) =>
  new Map(leavesOf(message).leaves.map(({ pointer, value }) => [pointer, value]));

function made(row: MappingRow, shown: string[] = [], source = sensor) {
  const mapped = mappedDevice(row, source, shown, read);
  if (!mapped.ok) throw new Error(mapped.problem.en);
  return mapped;
}

describe("recognition", () => {
  const shown = (...pointers: string[]) => new Set(pointers);

  it("MP5 prefers the row that names the device, then the first that fits", () => {
    const sort = (id: string, match: MappingRow["match"]): MappingRow => ({
      ...rowFor([{ from: "/t", property: "t" }]),
      id,
      match,
    });
    const index = new RowIndex([
      sort("dry", { has: ["/temperature"], lacks: ["/humidity"] }),
      sort("recorded", { like: "*", origin: "recorded" }),
      sort("warm", { has: ["/temperature"] }),
      sort("by name", { device: sensor.key }),
    ]);
    const other = { ...sensor, key: "attic" };
    expect(index.rowOf(sensor, shown("/temperature"))?.id).toBe("by name");
    expect(index.rowOf(other, shown("/temperature"))?.id).toBe("dry");
    expect(index.rowOf(other, shown("/temperature", "/humidity"))?.id).toBe("warm");
    expect(index.rowOf({ ...other, recorded: true }, shown())?.id).toBe("recorded");
    expect(index.rowOf(other, shown("/x"))).toBeNull();
    expect(index.rowOf({ ...other, source: "table" }, shown("/temperature"))).toBeNull();
  });
});

describe("mapped devices", () => {
  it("MP6 keep what nobody classed personal, and take the class the row gives", () => {
    const { device } = made(
      rowFor([
        { from: "/a", property: "a" },
        { from: "/b", property: "b", visibility: "public", unit: "%" },
      ]),
    );
    expect(device.points.map(({ property, visibility }) => [property, visibility])).toEqual([
      ["a", "personal"],
      ["b", "public"],
    ]);
  });

  it("MP6 never open a point that the catalogue keeps closer, nor change its unit", () => {
    const opened = made(
      rowFor([{ from: "/t", property: "temperature", visibility: "public" }], { kind: "room_temp" }),
    );
    const [own] = kindOf(kindId("room_temp"))!.points;
    expect(opened.device.points).toEqual([own]);
    expect(opened.device.points[0]).toBe(own);
    const closed = made(
      rowFor([{ from: "/p", property: "power", visibility: "personal" }], { kind: "street_light" }),
    );
    expect(closed.device.points[0]?.visibility).toBe("personal");
    const wrong = mappedDevice(
      rowFor([{ from: "/t", property: "temperature", unit: "K" }], { kind: "room_temp" }),
      sensor,
      [],
      read,
    );
    expect(wrong).toMatchObject({ ok: false, problem: { en: expect.stringMatching(/in °C/) } });
  });

  it("MP6 DV5 keep what is in a home personal, whatever the row says", () => {
    const at = { building: "B-5", dwelling: "B-5-U1-F12-01" };
    const points = [
      { from: "/b", property: "battery", visibility: "staff" },
      { from: "/m", property: "more", visibility: "public" },
    ] as const;
    const classes = (more: object) =>
      made(rowFor([...points], { kind: "leak_sensor", ...more })).device.points.map(
        ({ visibility }) => visibility,
      );
    expect(classes({})).toEqual(["staff", "public"]);
    expect(classes({ at })).toEqual(["personal", "personal"]);
  });

  it("make a point for each value that fits a place", () => {
    const row = rowFor([{ from: "/relay/{n}/power", property: "power{n}", unit: "W" }], {
      match: { like: "*" },
    });
    const { device, bindings } = made(row, ["/relay/0/power", "/relay/1/power", "/other"]);
    expect(device.points.map(({ property }) => property)).toEqual(["power0", "power1"]);
    expect([...bindings.keys()]).toEqual(["/relay/0/power", "/relay/1/power"]);
  });

  it("MP9 are other devices where a recording speaks", () => {
    expect(mappedDeviceId(sensor)).toBe("zigbee2mqtt:Cellar %2F north");
    const recorded = made(rowFor([{ from: "/a", property: "a" }]), [], { ...sensor, recorded: true });
    expect(recorded.device).toMatchObject({
      id: "recorded-zigbee2mqtt:Cellar %2F north",
      origin: "recorded",
    });
    expect(mappedDeviceId({ ...sensor, key: "x".repeat(200) })).toBeNull();
  });

  it("MP12 have the alarm rules of their row, with a deadband, for nobody but who sees the point", () => {
    const limits = [
      {
        condition: { when: "above", value: 30 },
        deadband: 2,
        delayS: 5,
        priority: "P2",
        message: { en: "Too warm" },
      },
    ] as const;
    const { device } = made(rowFor([{ from: "/t", property: "t", limits: [...limits] }]));
    const [limit] = device.points[0]!.limits!;
    expect(limit).toMatchObject({
      property: "t",
      onDelayS: 5,
      deadband: 2,
      tellsStaff: false,
      message: { "zh-CN": "Too warm" },
    });
    expect([30, 28, 27.9].map((value) => isStillBeyond(limit!, value))).toEqual([true, true, false]);
  });
});

describe("suggestions", () => {
  it("MP10 are sound rows that make a device", () => {
    const index = new RowIndex(readyRows);
    const messages: [string, string, unknown, string, string[]][] = [
      [
        "zigbee2mqtt",
        "Kitchen",
        { temperature: 21.5, humidity: 40, voltage: 3015, linkquality: 80 },
        "room_temp",
        ["temperature", "humidity", "batteryVoltage"],
      ],
      [
        "tasmota",
        "denky",
        { ENERGY: { Power: 170, Total: 9098.2, Voltage: 231 }, Wifi: { RSSI: 80 } },
        "energy_meter",
        ["power", "energy", "voltage"],
      ],
      ["courtyard", "gate-7", { door: "OPEN", batteryLow: false }, "contact_sensor", ["open", "batteryLow"]],
    ];
    for (const [source, key, message, kind, properties] of messages) {
      const samples = samplesOf(message);
      const row = suggestRow({ source, key, recorded: false }, samples, index);
      expect(readMappingFile({ mapping: 1, rows: [row] })).toMatchObject({ ok: true });
      expect(row.kind).toBe(kind);
      const { device } = made(row, [...samples.keys()], { source, key, recorded: false });
      expect(device.points.map(({ property }) => property)).toEqual(properties);
    }
  });

  it("MP10 choose the unit in which the value is possible", () => {
    const row = suggestRow(
      { source: "x", key: "y", recorded: false },
      new Map([
        ["/pressure", 101.3],
        ["/level", 120],
      ]),
      new RowIndex([]),
    );
    expect(row.points.map(({ property, fromUnit }) => [property, fromUnit])).toEqual([
      ["pressure", "kPa"],
      ["level", "cm"],
    ]);
  });
});

describe("ready rows", () => {
  it("MP11 are sound", () => {
    expect(readMappingFile(readyFile)).toMatchObject({ ok: true });
    const sources = new Set(knownSources.map(({ id }) => id));
    for (const row of readyRows) {
      expect(sources.has(row.source), row.id).toBe(true);
      const literal = row.points.map(({ from }) => from.replaceAll(/\{\w+\+?\}/g, "0"));
      const mapped = mappedDevice(row, { source: row.source, key: "any", recorded: false }, literal, read);
      expect(mapped.ok ? "" : mapped.problem.en).toBe("");
    }
  });
});
