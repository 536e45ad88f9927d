import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qualityByte } from "../../../models/device/reading.ts";
import { deviceId, propertyId } from "../../../models/ids.ts";
import { point, sensor, t0 } from "../twin/sample-devices.ts";
import { doorBench } from "./door-bench.ts";

const s1 = deviceId("s1");
const speaker = { connection: {}, name: "sim", trusted: true };

function openDesk() {
  const points = [
    point("temperature"),
    point("open", { type: "boolean", unit: "state", min: 0, max: 1 }),
    point("mode", { type: "enum", unit: "state", values: ["off", "on"], min: 0, max: 1 }),
  ];
  const bench = doorBench({}, [sensor("s1", { points })]);
  const send = (payload: string | Buffer, property = "temperature") =>
    bench.desk.take(
      { about: "reading", device: s1, property: propertyId(property) },
      "topic",
      Buffer.from(payload),
      speaker,
    );
  const sendAll = (payload: string) =>
    bench.desk.take({ about: "readings", device: s1 }, "topic", Buffer.from(payload), speaker);
  const held = (index: number) => [bench.twin.state.values[index], bench.twin.state.qualities[index]];
  return { ...bench, send, sendAll, held };
}

describe("a message of one reading", () => {
  it.each([
    ["21.5", "temperature", [21.5, 0]],
    [" 21.5\n", "temperature", [21.5, 0]],
    ["-2e1", "temperature", [-20, 0]],
    ["\uFEFF21", "temperature", [21, 0]],
    [
      '{"value":21,"at":"2026-11-23T07:00:00Z","quality":"uncertain"}',
      "temperature",
      [21, qualityByte("uncertain", "reported-by-device")],
    ],
    ["true", "open", [1, 0]],
    ["0", "open", [0, 0]],
    ["on", "mode", [1, 0]],
    ['"off"', "mode", [0, 0]],
    ['{"value":"on"}', "mode", [1, 0]],
    ["1", "mode", [1, 0]],
  ])("takes %j as %s", (payload, property, wanted) => {
    const { send, held } = openDesk();
    send(payload, property);
    expect(held(["temperature", "open", "mode"].indexOf(property))).toEqual(wanted);
  });

  it.each([
    ["", "malformed"],
    ['{"value":', "malformed"],
    ["[1", "malformed"],
    ["[".repeat(60_000), "malformed"],
    ["5 5", "wrong-type"],
    ["warm", "wrong-type"],
    ['"5"', "wrong-type"],
    ["[5]", "wrong-type"],
    ['{"value":5,"unit":"kW"}', "wrong-type"],
    ['{"__proto__":5}', "wrong-type"],
    ["{}", "wrong-type"],
    ["NaN", "not-a-number"],
    ["1e999", "not-a-number"],
    ["null", "not-a-number"],
    ['{"value":5,"at":"noon"}', "bad-time"],
    ['{"value":5,"quality":"fine"}', "malformed"],
    ["5\u0000", "wrong-type"],
  ] as const)("F08 F12 counts %j as %s", (payload, name) => {
    const { send, counters, twin } = openDesk();
    send(payload);
    expect(counters[name]).toBe(1);
    expect(Object.values(counters).reduce((sum, count) => sum + count)).toBe(1);
    expect(twin.state.qualities[0]).toBe(qualityByte("missing"));
  });

  it("F12 survives bytes that are no text", () => {
    const { send, counters } = openDesk();
    send(Buffer.from([0xff, 0xfe, 0xc3]));
    expect(counters.malformed).toBe(1);
  });

  it("never throws, and counts every message once, whatever it is", () => {
    const { send, counters } = openDesk();
    let sent = 0;
    const payload = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.json().map((text) => Buffer.from(text)),
      fc.string().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(payload, fc.constantFrom("temperature", "open", "mode", "unknown"), (bytes, property) => {
        send(Buffer.from(bytes), property);
        sent++;
        expect(Object.values(counters).reduce((sum, count) => sum + count)).toBe(sent);
      }),
    );
  });
});

describe("a message of several readings", () => {
  it("takes each property, with the time of all", () => {
    const { sendAll, held, twin } = openDesk();
    sendAll(
      JSON.stringify({ temperature: 20, open: true, mode: { value: "on", quality: "bad" }, at: t0 - 500 }),
    );
    expect([held(0), held(1), held(2)]).toEqual([
      [20, 0],
      [1, 0],
      [1, qualityByte("bad", "reported-by-device")],
    ]);
    expect([...twin.state.timesMs.slice(0, 3)]).toEqual([t0 - 500, t0 - 500, t0 - 500]);
  });

  it("F08 loses only the property that is not a number, and counts it by name", () => {
    const { sendAll, counters, held } = openDesk();
    sendAll('{"temperature": NaN, "open": true, "mode": -Infinity}');
    expect(held(1)).toEqual([1, 0]);
    expect([counters.accepted, counters["not-a-number"], counters["wrong-type"]]).toEqual([1, 1, 1]);
    expect(counters.malformed).toBe(0);
  });

  it("takes the good ones whatever the others are", () => {
    const { sendAll, counters, held, tray } = openDesk();
    sendAll('{"temperature":20,"open":"perhaps","colour":"red","__proto__":{"x":1},"a/b":1}');
    expect(held(0)).toEqual([20, 0]);
    expect([
      counters.accepted,
      counters["wrong-type"],
      counters["unknown-property"],
      counters.malformed,
    ]).toEqual([1, 1, 1, 2]);
    expect(tray.list()[0]?.properties.map(({ property }) => property)).toEqual(["colour"]);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  it.each([
    "[]",
    "5",
    "null",
    "{",
    JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, k) => [k, k]))),
  ])("refuses message %#", (payload) => {
    const { sendAll, counters } = openDesk();
    sendAll(payload);
    expect(counters.malformed).toBe(1);
  });
});

describe("a state", () => {
  it("is online or offline, nothing else", () => {
    const { desk, counters, twin } = openDesk();
    twin.report(0, 20, 0, t0, t0);
    const say = (text: string) =>
      desk.take({ about: "state", device: s1 }, "topic", Buffer.from(text), speaker);
    say("asleep");
    expect(counters.malformed).toBe(1);
    say("online");
    say("offline");
    expect(twin.state.qualities[0]).toBe(qualityByte("stale", "gateway-silent"));
  });
});
