import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue, kindOf } from "../../../models/device/catalogue.ts";
import type { ToLocal } from "../../../models/device/description.ts";
import { readDescription } from "../../../models/device/description.ts";
import { deviceId, kindId } from "../../../models/ids.ts";

const id = deviceId("XH-lamp-001");
const nowhere: ToLocal = () => null;
const somewhere: ToLocal = ({ lon, lat, heightM }) => [lon * 100, lat * 100, heightM];
const read = (json: unknown, toLocal = nowhere) => readDescription(id, json, toLocal);
const device = (json: unknown, toLocal = nowhere) => {
  const answer = read(json, toLocal);
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.device;
};
const problem = (json: unknown, toLocal = nowhere) => {
  const answer = read(json, toLocal);
  return answer.ok ? "no problem" : answer.problem.en;
};

describe("a device that describes itself", () => {
  it("DV9 has the points of its kind without naming them, events excluded", () => {
    const lamp = device({
      kind: "street_light",
      name: { "zh-CN": "路灯 1", en: "Lamp 1" },
      at: { space: "S0", position: [234, 12, 4] },
      via: "XH-GW-01",
      fedBy: "XH-F-07",
    });
    expect(lamp).toMatchObject({
      kind: "street_light",
      party: "PM-ENG",
      via: "XH-GW-01",
      fedBy: "XH-F-07",
      origin: "live",
    });
    expect(lamp.place).toEqual({
      building: null,
      storey: null,
      dwelling: null,
      space: "S0",
      at: [234, 12, 4],
    });
    expect(lamp.points).toEqual(
      kindOf(kindId("street_light"))!.points.filter(({ type }) => type !== "event"),
    );
  });

  it("DV9 cannot loosen a catalogue point, and its further points are personal", () => {
    const points = { state: { type: "number", unit: "W" }, glow: { unit: "lx", min: 0, max: 100 } };
    const lamp = device({ kind: "street_light", points });
    expect(lamp.points.find(({ property }) => property === "state")?.type).toBe("enum");
    expect(lamp.points.at(-1)).toMatchObject({
      property: "glow",
      visibility: "personal",
      unit: "lx",
      writable: false,
    });
  });

  it("DV13 is recorded when its kind is, and in a home all of it is that home's", () => {
    const onBuilding = device({ kind: "recorded_home", at: { building: "B-5" }, origin: "live" });
    expect(onBuilding.origin).toBe("recorded");
    expect(new Set(onBuilding.points.map(({ visibility }) => visibility))).toEqual(new Set(["staff"]));
    for (const kind of ["recorded_home", "recorded_room", "recorded_climate"]) {
      const { points } = device({ kind, at: { building: "B-5", dwelling: "B-5-U1-F12-01" } });
      expect(new Set(points.map(({ visibility }) => visibility)), kind).toEqual(new Set(["personal"]));
    }
  });

  it.each([...catalogue.values()])(
    "DV5 as $id in a home shows staff nothing but what it says for the safety of life",
    ({ id: kind, lifeSafety, points: ofKind }) => {
      const dwelling = "B-5-U1-F12-01";
      const atHome = device({ kind, at: { building: "B-5", dwelling }, points: { more: {} } }).points;
      const others = atHome.filter(({ visibility }) => visibility !== "personal");
      const forLife = ofKind.filter(
        ({ type, visibility, purpose }) =>
          lifeSafety && type !== "event" && visibility === "staff" && purpose === "life-safety",
      );
      expect(others).toEqual(forLife);
      expect(atHome.map(({ property }) => property)).toEqual([
        ...device({ kind, at: { building: "B-5" } }).points.map(({ property }) => property),
        "more",
      ]);
    },
  );

  it("DV5 shows staff of the devices homes have the state of the alarms, and of no other kind anything", () => {
    const at = { building: "B-5", dwelling: "B-5-U1-F12-01" };
    const seenByStaff = (kind: string): string[] =>
      device({ kind, at }).points.flatMap(({ visibility, property }) =>
        visibility === "staff" ? [property] : [],
      );
    expect(seenByStaff("home_smoke")).toEqual(["smoke", "batteryVoltage"]);
    expect(seenByStaff("gas_detector")).toEqual(["state", "valveOpen"]);
    for (const kind of ["room_temp", "leak_sensor", "gateway", "camera", "env_station", "ev_charger"])
      expect(seenByStaff(kind), kind).toEqual([]);
  });

  it("DV9 DU4 of an unknown kind brings its own points, all personal, with defaults", () => {
    const points = {
      co2: { unit: "ppm", periodS: 60 },
      open: { type: "boolean" },
      mode: { enum: ["a", "b"] },
      note: { type: "event" },
    };
    const described = device({ kind: "air-box", points, origin: "recorded" });
    expect(described.origin).toBe("recorded");
    expect(described.name.en).toBe(id);
    expect(
      described.points.map(({ property, type, min, max, periodS, visibility }) => [
        property,
        type,
        min,
        max,
        periodS,
        visibility,
      ]),
    ).toEqual([
      ["co2", "number", 0, 1e6, 60, "personal"],
      ["open", "boolean", 0, 1, 900, "personal"],
      ["mode", "enum", 0, 1, 900, "personal"],
    ]);
  });

  it("DV10 is placed by metres, or by longitude and latitude where the community lies somewhere", () => {
    const at = { position: { lon: 1, lat: 2, heightM: 3 } };
    expect(device({ kind: "lift", at }, somewhere).place.at).toEqual([100, 200, 3]);
    expect(problem({ kind: "lift", at })).toMatch(/^at\.position: this community has no geographic place/);
    expect(device({ kind: "lift" }).place.at).toBeNull();
  });

  it.each([
    ["air-box without points", { kind: "air-box" }, /^points: kind air-box is not in the catalogue/],
    ["an unknown field", { kind: "lift", colour: "red" }, /colour/],
    ["an unknown party", { kind: "lift", party: "NOBODY" }, /^party: NOBODY is not one of PM-ENG/],
    ["a slash in via", { kind: "lift", via: "a/b" }, /^via: not a device id/],
    ["a storey of text", { kind: "lift", at: { storey: "3" } }, /^at\.storey: /],
    [
      "a range upside down",
      { kind: "x", points: { a: { min: 3, max: 1 } } },
      /^points\.a: min 3 is above max 1/,
    ],
    [
      "an enum without names",
      { kind: "x", points: { a: { type: "enum" } } },
      /^points\.a: an enum needs its names/,
    ],
    ["a bad property", { kind: "x", points: { "a/b": {} } }, /^points\.a\/b: not a property name/],
    [
      "too fine a step",
      { kind: "x", points: { a: { resolution: 1e-6, min: 0, max: 1e6 } } },
      /too many steps/,
    ],
    ["not an object", "lift", /^\$describe: /],
  ])("DV8 says what is wrong with %s", (_, json, sentence) => {
    expect(problem(json)).toMatch(sentence);
  });

  it("DV8 never throws, whatever the JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const answer = read(json, somewhere);
        expect(answer.ok || (answer.problem["zh-CN"] !== "" && answer.problem.en !== "")).toBe(true);
      }),
    );
  });

  it("DV8 never throws for something shaped nearly like a description", () => {
    const anyText = fc.oneof(fc.string(), fc.constantFrom("lift", "street_light", "$x", " "));
    const number = fc.oneof(fc.integer(), fc.double());
    const point = fc.record(
      {
        type: fc.constantFrom("number", "boolean", "enum", "event"),
        enum: fc.array(anyText, { maxLength: 3 }),
        unit: fc.constantFrom("W", "lx", "%", "furlong"),
        resolution: number,
        min: number,
        max: number,
        periodS: number,
      },
      { requiredKeys: [] },
    );
    const position = fc.oneof(
      fc.tuple(number, number, number),
      fc.record({ lon: number, lat: number, heightM: number }),
    );
    const at = fc.record(
      { building: anyText, storey: number, dwelling: anyText, space: anyText, position },
      { requiredKeys: [] },
    );
    const points = fc.dictionary(anyText, point, { maxKeys: 3 });
    const description = fc.record(
      { kind: anyText, at, party: anyText, via: anyText, fedBy: anyText, points },
      { requiredKeys: ["kind"] },
    );
    fc.assert(
      fc.property(description, (json) => {
        const answer = read(json, somewhere);
        if (!answer.ok) return;
        for (const spec of answer.device.points) {
          expect(spec.min).toBeLessThanOrEqual(spec.max);
          expect(spec.resolution).toBeGreaterThan(0);
        }
      }),
    );
  });
});
