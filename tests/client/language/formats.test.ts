import { describe, expect, it } from "vitest";
import { formatsFor } from "../../../client/language/formats.ts";
import { stateNames } from "../../../client/language/names/state-names.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import type { PointSpec } from "../../../models/device/kind.ts";
import { kindId } from "../../../models/ids.ts";
import { days, hours, minutes, seconds } from "../../../models/quantity.ts";

const zh = formatsFor("zh-CN", "Asia/Shanghai");
const en = formatsFor("en", "Asia/Shanghai");
const specOf = (kind: string, property: string): PointSpec => {
  const found = catalogue.get(kindId(kind))?.points.find((point) => point.property === property);
  if (found === undefined) throw new Error(`${kind} has no ${property}`);
  return found;
};
const at = Date.parse("2026-11-23T23:05:09Z");

describe("times", () => {
  it("are the community's, whatever zone the browser is in", () => {
    expect(zh.time(at)).toBe("07:05:09");
    expect(formatsFor("en", "Europe/Amsterdam").time(at)).toBe("00:05:09");
    expect(en.date(at)).toContain("24");
  });
});

describe("sizes", () => {
  it("are told in the unit that keeps them short", () => {
    expect([0, 999, 1000, 4_236_000, 32e9, 5e15].map(en.bytes)).toEqual([
      "0 B",
      "999 B",
      "1.0 kB",
      "4.2 MB",
      "32.0 GB",
      "5,000.0 TB",
    ]);
  });
});

describe("values", () => {
  const temperature = specOf("env_station", "temperature");
  it("have the decimals their resolution is worth, and their unit", () => {
    expect(zh.quantity(temperature, 3)).toBe("3.0 °C");
    expect(en.quantity(specOf("pv_inverter", "energy"), 1234.5)).toBe("1,234.5 kWh");
  });

  it("are a dash while missing, never zero", () => {
    expect(zh.quantity(temperature, Number.NaN)).toBe("–");
  });

  it("speak of states in words", () => {
    const state = specOf("street_light", "state");
    expect(zh.quantity(state, 1)).toBe("开");
    expect(en.quantity(state, 2)).toBe("fault");
    expect(en.quantity(specOf("camera", "online"), 1)).toBe("yes");
    expect(en.value({ ...state, values: ["half-way"] }, 0)).toBe("half way");
  });

  it("know a word for every state of the catalogue", () => {
    const states = [...catalogue.values()].flatMap((kind) => kind.points.flatMap((point) => point.values));
    expect([...new Set(states)].filter((state) => !stateNames.has(state))).toEqual([]);
  });
});

describe("ages", () => {
  it.each([
    [-5, "0 s"],
    [90 * seconds, "90 s"],
    [2 * minutes, "2 min"],
    [119 * minutes, "119 min"],
    [2 * hours, "2 h"],
    [47 * hours, "47 h"],
    [9 * days, "9 d"],
  ])("of %i ms reads %s", (ageMs, text) => {
    expect(en.age(ageMs)).toBe(text);
  });
});
