import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindOf } from "../../../models/device/catalogue.ts";
import { readRecording } from "../../../models/formats/read-recording.ts";
import type { Recording } from "../../../models/formats/telemetry/recording.ts";
import { minutes, hours } from "../../../models/quantity.ts";
import { describeWithSharedData } from "../../shared-data.ts";

const readingOf = (text: string) => readRecording({ name: "some.csv", text });

function recordingOf(file: string): Recording {
  const reading = readRecording({ name: basename(file), text: readFileSync(file, "utf8") });
  if (!reading.ok) throw new Error(reading.problem.sentence.en);
  return reading.recording;
}

/** Every value belongs to a point of its device's kind and lies in its range; time never falls. */
function expectSound({ rows, devices }: Recording): void {
  const ranges = devices.map(
    ({ kind }) => new Map(kindOf(kind)!.points.map((point) => [String(point.property), point])),
  );
  let before = 0;
  for (const { device, atOffsetMs, values } of rows) {
    if (atOffsetMs < before) expect.fail(`${atOffsetMs} after ${before}`);
    before = atOffsetMs;
    for (const [property, value] of Object.entries(values)) {
      const point = ranges[device]!.get(property);
      if (!point) expect.fail(`no point ${property}`);
      if (Number(value) < point.min || Number(value) > point.max) expect.fail(`${property} ${value}`);
    }
  }
}

describeWithSharedData("telemetry files", "telemetry", (folder) => {
  it.each([1, 2, 3, 4, 5])("home %d is a year of hours, its empty columns missing", (home) => {
    const recording = recordingOf(join(folder, `community-fontana-phase1/Building_${home}.csv`));
    expectSound(recording);
    expect(recording.rows).toHaveLength(8760);
    expect(recording.stepMs).toBe(hours);
    expect(recording.rows.at(-1)!.atOffsetMs).toBe(8759 * hours);
    expect(recording.span[0]).toBe("month 7, hour 24, Sun");
    const [first] = recording.rows;
    expect(first!.values).toMatchObject({
      recordedHour: 24,
      recordedMonth: 7,
      recordedWeekday: 6,
      pvPerKw: 0,
    });
    expect(recording.rows.every(({ values }) => "recordedWeekday" in values)).toBe(true);
    expect(recording.rows.every(({ values }) => !("temperature" in values) && !("humidity" in values))).toBe(
      true,
    );
  });

  it("home 1 keeps its sums", () => {
    const { rows } = recordingOf(join(folder, "community-fontana-phase1/Building_1.csv"));
    const sum = (property: string) => rows.reduce((total, { values }) => total + Number(values[property]), 0);
    expect(sum("load")).toBeCloseTo(10583.4, 1);
    expect(sum("pvPerKw") / 1.80312e6).toBeCloseTo(1, 4);
  });

  it.each([
    ["datatest.txt", 2665, 972],
    ["datatraining.txt", 8143, 1729],
  ])("room %s has its rows, though each has a field more than the header", (file, count, occupied) => {
    const recording = recordingOf(join(folder, "occupancy-uci", file));
    expectSound(recording);
    expect(recording.rows).toHaveLength(count);
    expect(recording.rows.filter(({ values }) => values["occupied"] === true)).toHaveLength(occupied);
    expect(Math.abs(recording.stepMs - minutes)).toBeLessThanOrEqual(1000);
  });

  it.each([
    ["room_climate-location_A-measurement01.csv", 8184, 4],
    ["room_climate-location_A-measurement14.csv", 1992, 4],
    ["room_climate-location_B-measurement03.csv", 5855, 3],
  ])("room climate %s keeps its nodes apart", (file, count, nodes) => {
    const recording = recordingOf(join(folder, "room-climate", file));
    expectSound(recording);
    expect(recording.rows).toHaveLength(count);
    expect(recording.devices).toHaveLength(nodes);
  });

  it.each(["weather.csv", "pricing.csv", "carbon_intensity.csv", "schema.json"])(
    "%s is refused: it has no time",
    (file) => {
      const text = readFileSync(join(folder, "community-fontana-phase1", file), "utf8");
      const reading = readingOf(text);
      expect(reading.ok ? null : reading.problem.code).toBe("not-a-recording");
    },
  );
});

describe("recordings", () => {
  const room = '"date","Temperature","Humidity","Light","CO2","HumidityRatio","Occupancy"\n';

  it("are told by content: columns in any order, a byte order mark, Windows line ends, no index", () => {
    const reading = readingOf(
      "\ufeffdate,CO2,Temperature\r\n2020-01-01 00:00,,20.5\r\n2020-01-01 00:05,400,\r\n",
    );
    expect(
      reading.ok
        ? reading.recording.rows.map(({ values, atOffsetMs }) => [atOffsetMs, values])
        : reading.problem,
    ).toEqual([
      [0, { recordedMonth: 1, recordedDay: 1, recordedHour: 0, temperature: 20.5 }],
      [5 * minutes, { recordedMonth: 1, recordedDay: 1, recordedHour: expect.closeTo(1 / 12), co2: 400 }],
    ]);
  });

  it("play a row that goes back in time at once, and say so", () => {
    const row = (time: string) => `"1","2015-02-02 ${time}",20,30,0,400,0.004,0\n`;
    const reading = readingOf(room + row("14:00:00") + row("13:00:00") + row("14:01:00"));
    const recording = reading.ok ? reading.recording : null;
    expect(recording?.rows.map(({ atOffsetMs }) => atOffsetMs)).toEqual([0, 0, minutes]);
    expect(recording?.skipped).toMatchObject([{ count: 1 }]);
  });

  it.each([
    ["", "not-a-recording", /line 1/],
    [room, "no-rows", /^$/],
    [`${room}"1","2015-02-02 14:19:00",warm,26,585,749,0.0047,1`, "bad-number", /line 2, temperature/],
    [`${room}"1","yesterday",23,26,585,749,0.0047,1`, "bad-time", /line 2, date/],
    [`${room}"1","2015-02-02 14:19:00",23`, "bad-row", /line 2/],
    ["month,hour,day_type,non_shiftable_load\n7,24,7,1\n8,,1,1", "bad-time", /line 3/],
  ])("%j is refused", (text, code, where) => {
    const reading = readingOf(text);
    expect(reading.ok ? null : reading.problem).toMatchObject({ code, where: expect.stringMatching(where) });
  });

  it("never throw, whatever stands in a row", () => {
    const headers = [
      room,
      "month,hour,day_type,non_shiftable_load\n",
      "1, 1458031648545, 1, 1, 20.48, 42.3, 185.7, 492.2, 0, 0, 0, 0\n",
    ];
    const field = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom("", "2015-02-02 14:19:00", "9e999", "12", '"'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...headers),
        fc.array(fc.array(field, { maxLength: 13 })),
        (header, rows) => {
          const reading = readingOf(header + rows.map((row) => row.join(",")).join("\n"));
          if (!reading.ok) expect(reading.problem.sentence.en).not.toBe("");
          let before = 0;
          for (const { atOffsetMs, values } of reading.ok ? reading.recording.rows : []) {
            expect(atOffsetMs).toBeGreaterThanOrEqual(before);
            before = atOffsetMs;
            expect(Object.values(values).every((value) => Number.isFinite(Number(value)))).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
