import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qualityByte } from "../../../models/device/reading.ts";
import { qualityFromSource, timeFromSource, valueFromSource } from "../../../server/ingest/source-value.ts";
import { point, t0 } from "../twin/sample-devices.ts";

const number = point("n");
const flag = point("f", { type: "boolean", unit: "state", min: 0, max: 1 });
const mode = point("m", { type: "enum", unit: "state", values: ["off", "on", "auto"], min: 0, max: 2 });

describe("the value of a point", () => {
  it.each([
    [number, 21.5, 21.5],
    [number, -0, 0],
    [number, 5e-324, 5e-324],
    [number, Number.NaN, "not-a-number"],
    [number, Number.POSITIVE_INFINITY, "not-a-number"],
    [number, JSON.parse("1e999"), "not-a-number"],
    [number, null, "not-a-number"],
    [number, "NaN", "not-a-number"],
    [number, "-Infinity", "not-a-number"],
    [number, 1e308, "out-of-range"],
    [number, "5", "wrong-type"],
    [number, "", "wrong-type"],
    [number, true, "wrong-type"],
    [number, [5], "wrong-type"],
    [number, { value: 5 }, "wrong-type"],
    [number, undefined, "wrong-type"],
    [flag, true, 1],
    [flag, false, 0],
    [flag, 1, 1],
    [flag, -0, 0],
    [flag, 2, "wrong-type"],
    [flag, "true", "wrong-type"],
    [flag, null, "wrong-type"],
    [mode, "auto", 2],
    [mode, 1, 1],
    [mode, 3, "wrong-type"],
    [mode, -1, "wrong-type"],
    [mode, 0.5, "wrong-type"],
    [mode, "AUTO", "wrong-type"],
    [mode, "constructor", "wrong-type"],
    [mode, true, "wrong-type"],
    [point("e", { type: "event" }), "plate", "wrong-type"],
  ] as const)("F08 %# is normalised or refused by rule", (spec, raw, value) => {
    expect(valueFromSource(spec, raw)).toBe(value);
  });

  it("F08 is finite and never minus zero, whatever was sent", () => {
    fc.assert(
      fc.property(fc.constantFrom(number, flag, mode), fc.anything(), (spec, raw) => {
        const value = valueFromSource(spec, raw);
        if (typeof value === "number") expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true);
      }),
    );
  });
});

describe("the time of a reading", () => {
  it.each([
    [undefined, t0],
    [null, t0],
    [t0 - 5, t0 - 5],
    [t0 + 0.4, t0],
    ["2026-11-23T07:00:00.000Z", t0],
    ["2026-11-23T15:00:00+08:00", t0],
    ["2026-11-23T07:00Z", t0],
    ["2026-11-23T07:00:00", Number.NaN],
    ["2026-13-23T07:00:00Z", Number.NaN],
    ["yesterday", Number.NaN],
    ["", Number.NaN],
    [Number.POSITIVE_INFINITY, Number.NaN],
    [true, Number.NaN],
    [{}, Number.NaN],
  ])("%j", (at, time) => {
    expect(timeFromSource(at, t0)).toBe(time);
  });
});

describe("the quality of a reading", () => {
  it.each([
    [undefined, 0],
    [null, 0],
    ["good", 0],
    ["uncertain", qualityByte("uncertain", "reported-by-device")],
    ["bad", qualityByte("bad", "reported-by-device")],
    ["stale", null],
    ["toString", null],
    [0, null],
  ])("%j", (word, byte) => {
    expect(qualityFromSource(word)).toBe(byte);
  });
});
