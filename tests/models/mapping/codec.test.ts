import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { converter } from "../../../models/mapping/convert.ts";
import { leavesOf, levelsOf, mostLeaves, pointerOf, valueAt } from "../../../models/mapping/leaves.ts";
import { conversion, sourceUnits } from "../../../models/mapping/source-unit.ts";
import { isLike, template, templateFault } from "../../../models/mapping/template.ts";

const word = fc.stringMatching(/^[a-z0-9 :._()-]{1,12}$/);
const level = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[{}]/.test(text));
const message = fc.jsonValue({ maxDepth: 4 });

describe("templates", () => {
  it("MP1 give back what filled them", () => {
    const filling = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), word, word);
    fc.assert(
      fc.property(filling, ([device, n, plain]) => {
        const form = template(`${plain}/{device+}/relay/x{n}`);
        const values = { device: device.join("/"), n };
        // A device may itself hold /relay/x…: the form then reads it as long as it can.
        fc.pre(!values.device.includes("relay"));
        expect(form.match(form.filledWith(values)!)).toEqual(values);
      }),
    );
  });

  it("MP1 take letters that mean something elsewhere for what they are, and no other form", () => {
    const form = template("a.b/(c)/{n}");
    expect(form.match("a.b/(c)/7")).toEqual({ n: "7" });
    expect([form.match("aXb/(c)/7"), form.match("a.b/(c)/7/8"), form.match("a.b/(c)/")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(template("plain").match("plain")).toEqual({});
  });

  it.each([["{a}{b}"], ["{a"], ["a}"], ["{A}"], ["{a}/{a}"], ["x{rest+}"], ["{a}/{b}/{c}/{d}/{e}"], [""]])(
    "MP1 are refused where they could not be told apart: %s",
    (source) => {
      expect(templateFault(source)).not.toBeNull();
    },
  );

  it("know names by stars", () => {
    expect(isLike("shellyem*", "shellyem3-485519D732F4")).toBe(true);
    expect(isLike("*motion*", "Mini luminance motion sensor")).toBe(true);
    expect([isLike("a*b", "ab"), isLike("a*b", "aXbc"), isLike("a", "ab"), isLike("a*a", "a")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("pointers", () => {
  it("MP2 are their levels", () => {
    fc.assert(
      fc.property(fc.array(level, { maxLength: 5 }), (levels) => {
        expect(levelsOf(pointerOf(levels))).toEqual(levels);
      }),
    );
    expect([levelsOf("a"), levelsOf("/~2")]).toEqual([null, null]);
  });

  it("MP2 lead to every plain value once", () => {
    fc.assert(
      fc.property(message, (json) => {
        const { leaves, over } = leavesOf(json);
        for (const { pointer, value } of leaves) expect(valueAt(json, pointer)).toBe(value);
        expect(new Set(leaves.map(({ pointer }) => pointer)).size).toBe(leaves.length);
        expect(leaves.length + over).toBeGreaterThanOrEqual(plainCount(json) > 0 ? 1 : 0);
      }),
    );
  });

  it("MP2 stop at their limits and count the rest", () => {
    const wide = Object.fromEntries(Array.from({ length: mostLeaves + 10 }, (_, k) => [`k${k}`, k]));
    expect(leavesOf(wide)).toMatchObject({ over: 10, leaves: { length: mostLeaves } });
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(12)}1${"}".repeat(12)}`);
    expect(leavesOf(deep)).toEqual({ leaves: [], over: 1 });
    expect(leavesOf(7, "/relay/0")).toEqual({ leaves: [{ pointer: "/relay/0", value: 7 }], over: 0 });
  });
});

const plainCount = (json: unknown): number =>
  typeof json === "object" && json !== null
    ? Object.values(json).reduce((sum: number, each) => sum + plainCount(each), 0)
    : 1;

describe("values", () => {
  it("MP3 come back from any unit they can be turned into", () => {
    const unit = fc.constantFrom(...sourceUnits);
    fc.assert(
      fc.property(unit, unit, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (from, to, value) => {
        const [there, back] = [conversion(from, to), conversion(to, from)];
        expect(there === null).toBe(back === null);
        if (!there || !back) return;
        const again = (value * there.scale + there.offset) * back.scale + back.offset;
        expect(Math.abs(again - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
      }),
      { numRuns: 1000 },
    );
    expect(conversion("kWh", "°C")).toBeNull();
  });

  it("MP4 are read by word, line and unit, in this order", () => {
    const number = (row: Parameters<typeof converter>[0], unit: "V" | "°C" | "kWh" | "%" = "V") => {
      const made = converter(row, { type: "number", unit });
      if (typeof made === "string") throw new Error(made);
      return made;
    };
    expect(number({ fromUnit: "mV" })(3015)).toBe(3.015);
    expect(number({ fromUnit: "°F" }, "°C")(212)).toBe(100);
    expect(number({ fromUnit: "Wmin" }, "kWh")(60_000)).toBe(1);
    expect(number({ scale: 100 / 254 }, "%")(254)).toBe(100);
    expect(number({ scale: 0.1, offset: -40 }, "°C")(650)).toBe(25);
    expect(number({ words: { low: 10 } }, "%")("low")).toBe(10);
    expect(number({})("7")).toBe("7");
    const flag = converter({ words: { ON: true, OFF: false } }, { type: "boolean", unit: "state" });
    if (typeof flag === "string") throw new Error(flag);
    expect([flag("ON"), flag("OFF"), flag("HALF"), flag(true)]).toEqual([true, false, "HALF", true]);
    expect(converter({ fromUnit: "kWh" }, { type: "number", unit: "°C" })).toMatch(/cannot be turned/);
    expect(converter({ scale: 2 }, { type: "boolean", unit: "state" })).toMatch(/belong to numbers/);
  });

  it("MP4 that are no numbers pass through any line", () => {
    const made = converter({ scale: 3, fromUnit: "mV" }, { type: "number", unit: "V" });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.boolean(), fc.constant(null)), (value) => {
        expect(typeof made === "string" ? made : made(value)).toBe(value);
      }),
    );
  });
});
